import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEcho } from '../../../src/core/grading/echo.ts';
import { findHits, hitsByClaim } from '../../../src/core/grading/find-hits.ts';
import { findMisconception } from '../../../src/core/grading/find-misconceptions.ts';
import { createLexicon } from '../../../src/core/grading/lexicon.ts';
import { prepareRubric } from '../../../src/core/grading/prepare-rubric.ts';
import { readAnswer } from '../../../src/core/grading/read-answer.ts';
import { gradePoints } from '../../../src/core/grading/score-points.ts';
import { readUnits } from '../../../src/core/grading/text/read-units.ts';
import type { Unit } from '../../../src/core/grading/text/unit.ts';
import { filled, unkind } from '../../support/unkind-answers.ts';
import { bank } from './gates/real-bank.ts';

const lexicon = createLexicon(bank);
const rubrics = bank.questions.map((question) => prepareRubric(question, lexicon));
type Rubric = (typeof rubrics)[number];

/** How often the grader looks at a unit of a text: what it costs, on any machine. */
function looksAt(rubric: Rubric, text: string): number {
  let looks = 0;
  const units: readonly Unit[] = new Proxy(readUnits(text), {
    get(target, property, receiver) {
      looks += 1;
      return Reflect.get(target, property, receiver);
    },
  });
  findEcho(rubric.echo, units);
  const hits = findHits(rubric, units);
  const read = readAnswer(text, units);
  const { points, misconceptions } = rubric;
  const found = hitsByClaim(hits, points.length, misconceptions.length);
  for (const [index, each] of misconceptions.entries()) {
    findMisconception(each, found[index] ?? [], read, rubric.terms);
  }
  gradePoints(rubric, hits, read, []);
  return looks;
}

/** Four times the text, and a little for what is done once. */
const mostGrowth = 4.5;
const onceLooks = 4000;

function expectLinear(rubric: Rubric, text: string) {
  const [short, long] = [looksAt(rubric, filled(text, 0.25)), looksAt(rubric, filled(text, 1))];
  expect(long).toBeLessThanOrEqual(mostGrowth * short + onceLooks);
}

describe('grading takes time linear in the answer', () => {
  it.each(unkind)('however often it says %j', (fragment) => {
    for (const rubric of rubrics) expectLinear(rubric, fragment);
  });

  it('for the words of its own rubric, over and over', () => {
    bank.questions.forEach(({ rubric, prompt, modelAnswer }, at) => {
      const aliases = rubric.points.flatMap(({ slots }) => slots.flatMap((slot) => slot.aliases));
      const own = rubrics[at];
      if (own === undefined) throw new Error('a rubric is missing');
      for (const text of [`${prompt.en} `, prompt.zh, `${modelAnswer.en} `, modelAnswer.zh]) {
        expectLinear(own, text);
      }
      expectLinear(
        own,
        aliases
          .slice(0, 12)
          .map(({ text }) => `${text} `)
          .join(''),
      );
    });
  });

  it('for anything made of unkind pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...unkind), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...rubrics),
        (pieces, rubric) => expectLinear(rubric, pieces.join('')),
      ),
      { seed: 20_262, numRuns: 150 },
    );
  });
});
