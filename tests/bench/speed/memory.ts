import { gradeAnswer } from '../../../src/core/grading/grade-answer.ts';
import type { Figure } from '../whole/percentile.ts';
import type { GradedCase } from './graded-cases.ts';

/** The heap is read first after this share of the gradings, when every cache is full. */
const warmShare = 0.1;

/**
 * The heap while very many answers are graded, after a collection each time. Every answer ends in a word that no other
 * has, so that whatever remembers words would grow.
 */
export function benchMemory(cases: readonly GradedCase[], gradings: number): readonly Figure[] {
  const rounds = cases.flatMap(({ rubric, answers }) => answers.map((answer) => ({ rubric, answer })));
  const warm = Math.floor(gradings * warmShare);
  const from = performance.now();
  grade(rounds, 0, warm);
  const early = heapMb();
  grade(rounds, warm, gradings);
  const late = heapMb();
  const perSecond = gradings / ((performance.now() - from) / 1000);
  return [
    { what: `heap after ${warm} gradings`, value: `${early.toFixed(1)} MB`, beside: '' },
    {
      what: `heap after ${gradings} gradings`,
      value: `${late.toFixed(1)} MB`,
      beside: `target: flat; ${signed(late - early)} MB`,
    },
    { what: 'gradings per second', value: perSecond.toFixed(0), beside: 'labelled answers, one core' },
  ];
}

function grade(
  rounds: readonly { rubric: GradedCase['rubric']; answer: string }[],
  from: number,
  to: number,
) {
  for (let at = from; at < to; at += 1) {
    const round = rounds[at % rounds.length];
    if (round !== undefined) gradeAnswer(round.rubric, `${round.answer} ${newWord(at)}`);
  }
}

/** A word of letters that stands for a number. */
const newWord = (value: number) =>
  `q${value.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`;

function heapMb(): number {
  if (globalThis.gc === undefined)
    throw new Error('run it as npm run bench:speed, which lets it collect garbage');
  globalThis.gc();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
