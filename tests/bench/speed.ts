// How fast the grader is, how slow it can be made, and whether its memory stays flat:
// npm run bench:speed [-- --gradings 1000000]
import { parseArgs } from 'node:util';
import { realBank } from '../support/room.ts';
import { gradedCases } from './speed/graded-cases.ts';
import { benchMemory } from './speed/memory.ts';
import { benchWorstCase } from './speed/worst-case.ts';
import { benchGrading } from './whole/grading-speed.ts';
import { printFigures } from './whole/percentile.ts';

const { values } = parseArgs({ options: { gradings: { type: 'string', default: '100000' } } });
const gradings = Number(values.gradings);
if (!Number.isInteger(gradings) || gradings < 10) throw new Error('--gradings wants a number of 10 and more');
const cases = await gradedCases();
printFigures(await benchGrading(await realBank()));
printFigures(benchWorstCase(cases));
printFigures(benchMemory(cases, gradings));
