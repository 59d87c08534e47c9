import type { Bench, Run } from '../experiment.ts';
import { median } from '../maths/median.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import type { AttentionTrace } from './chart.ts';
import { attentionReader, drawAttention, recurrentReader, tokenGradients } from './readers.ts';
import { measureScores } from './scores.ts';
import type { AttentionMeasure, Values } from './settings.ts';

/** Shortest sequence; the others double it until the length asked for. */
const shortest = 5;

/** Measures the gradient that arrives at the first token, the longer the sequence. */
export function runAttention(
  { length, dimension }: Values,
  { seed, checkpoint }: Bench,
): Run<AttentionMeasure, AttentionTrace> {
  const lengths = doubled(length);
  const gradients = lengths.map((each) => {
    checkpoint();
    const [scaled, unscaled] = inScope(() => {
      const task = drawAttention(each, dimension, seed);
      const attention = (isScaled: boolean) => tokenGradients(() => attentionReader(task, isScaled), each);
      return [attention(true), attention(false)];
    });
    return { scaled, unscaled, recurrent: tokenGradients(() => recurrentReader(each, seed), each) };
  });
  // One unit for all: what attention hands the first of five tokens.
  const unit = gradients[0]?.scaled[0] ?? Number.NaN;
  const kept = (kind: 'scaled' | 'unscaled' | 'recurrent') =>
    gradients.map((each) => (each[kind][0] ?? Number.NaN) / unit);
  const curves = { attention: kept('scaled'), unscaled: kept('unscaled'), recurrent: kept('recurrent') };
  const last = (curve: readonly number[]) => curve.at(-1) ?? Number.NaN;
  return {
    measures: {
      firstToMedian: furthestFromOne(gradients.map(({ scaled }) => firstToMedian(scaled))),
      attentionKept: last(curves.attention),
      unscaledKept: last(curves.unscaled),
      recurrentKept: last(curves.recurrent),
      ...softmaxMeasures(dimension, seed),
    },
    trace: { dimension, lengths, ...curves },
  };
}

function softmaxMeasures(dimension: number, seed: number) {
  const { varianceRatio, scaled, unscaled } = measureScores(dimension, createRandom(seed, 'scores'));
  return {
    varianceRatio,
    entropyScaled: scaled.entropy,
    entropyUnscaled: unscaled.entropy,
    jacobianScaled: scaled.jacobian,
    jacobianUnscaled: unscaled.jacobian,
  };
}

function doubled(longest: number): number[] {
  const lengths: number[] = [];
  for (let length = shortest; length < longest; length *= 2) lengths.push(length);
  return [...lengths, longest];
}

/** The first token's gradient beside that of the other tokens. */
function firstToMedian([first = Number.NaN, ...others]: readonly number[]): number {
  return first / median(others);
}

/** As a factor, up or down. */
function furthestFromOne(ratios: readonly number[]): number {
  const far = (ratio: number) => Math.abs(Math.log(ratio));
  return ratios.reduce((worst, ratio) => (far(ratio) > far(worst) ? ratio : worst), 1);
}
