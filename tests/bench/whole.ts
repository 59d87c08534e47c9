// How fast the whole is: `npm run bench`. Run it on a quiet machine; ratios travel better than times.
import { realBank } from '../support/room.ts';
import { benchDemo } from './whole/demo-speed.ts';
import { benchGrading } from './whole/grading-speed.ts';
import { printFigures } from './whole/percentile.ts';
import { benchProgram } from './whole/running-program.ts';
import { benchThroughput } from './whole/throughput.ts';

const bank = await realBank();
printFigures(await benchGrading(bank));
printFigures(await benchThroughput(bank));
printFigures(await benchDemo());
printFigures(await benchProgram());
