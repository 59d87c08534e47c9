import fc from 'fast-check';
import { answerLimit, gradeAnswer } from '../../../src/core/grading/grade-answer.ts';
import type { PreparedRubric } from '../../../src/core/grading/prepared-rubric.ts';
import { filled, unkind } from '../../support/unkind-answers.ts';
import { type Figure, percentile } from '../whole/percentile.ts';
import type { GradedCase } from './graded-cases.ts';

const mixtures = 400;
/** Each grading is timed so often; the middle time is that of the grader and not of a machine that looks away. */
const laps = 7;

/** Time of grading answers as long as they may be and as unkind as we can make them, warm. */
export function benchWorstCase(cases: readonly GradedCase[]): readonly Figure[] {
  const answers = cases.flatMap(({ question: { id, prompt, modelAnswer }, rubric }, at) => {
    const own = rubric.terms.map(({ text }) => `${text} `).join('');
    const texts = [...unkind, own, `${prompt.en} `, prompt.zh, `${modelAnswer.en} `, modelAnswer.zh];
    return [...texts, ...mixed(at, cases.length)].map((text) => ({ question: id, rubric, text }));
  });
  for (const { rubric, text } of answers) gradeAnswer(rubric, filled(text, 1));
  const times = answers.map((each) => ({ ...each, timeMs: timeOf(each.rubric, filled(each.text, 1)) }));
  const slowest = times.toSorted((a, b) => b.timeMs - a.timeMs)[0];
  if (slowest === undefined) throw new Error('there is nothing to grade');
  const all = times.map(({ timeMs }) => timeMs);
  const beside = `of ${times.length}; over and over ${JSON.stringify(slowest.text.slice(0, 40))} to ${slowest.question}`;
  return [
    {
      what: `unkind answers of ${answerLimit} characters, p50`,
      value: ms(percentile(all, 0.5)),
      beside: `of ${times.length}`,
    },
    { what: 'the slowest of them', value: ms(slowest.timeMs), beside: `target < 20 ms; ${beside}` },
  ];
}

/** This question's share of pieces thrown together; the same on every run. */
function mixed(at: number, questions: number): readonly string[] {
  const pieces = fc.array(fc.constantFrom(...unkind), { minLength: 2, maxLength: 6 });
  return fc
    .sample(pieces, { seed: 20_262, numRuns: mixtures })
    .filter((_, index) => index % questions === at)
    .map((each) => each.join(''));
}

function timeOf(rubric: PreparedRubric, answer: string): number {
  const times = Array.from({ length: laps }, () => {
    const from = performance.now();
    gradeAnswer(rubric, answer);
    return performance.now() - from;
  });
  return percentile(times, 0.5);
}

const ms = (value: number) => `${value.toFixed(2)} ms`;
