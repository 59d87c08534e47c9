import { describe, expect, it } from 'vitest';
import { describeChart } from '../../src/experiments/gradient-clipping/chart.ts';
import { cliffLoss, cliffSlope, descendCliff } from '../../src/experiments/gradient-clipping/cliff.ts';
import {
  clippedByNorm,
  clippedByValue,
  compareClippings,
} from '../../src/experiments/gradient-clipping/clipping.ts';
import { gradientClipping } from '../../src/experiments/gradient-clipping/manifest.ts';
import { drawRnn, rnnLoss } from '../../src/experiments/gradient-clipping/network.ts';
import { measuresOf, runClipping } from '../../src/experiments/gradient-clipping/run.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { drawSignSequences } from '../../src/experiments/maths/sign-sequences.ts';
import { expectGradientOf } from './maths/plain/expect-gradient.ts';

const bench = { seed: 1, checkpoint: () => undefined };
const values = { clip: 'norm', threshold: 1, gain: 1.6, steps: 20, picture: 'rnn' } as const;

describe('the cliff', () => {
  it('has the slope of finite differences', () => {
    for (const w of [0.95, 1, 1.1]) {
      expect((cliffLoss(w + 1e-6) - cliffLoss(w - 1e-6)) / 2e-6 / cliffSlope(w)).toBeCloseTo(1, 5);
    }
  });

  it('throws an unclipped descent out in one step and overflows in the second', () => {
    const [start, first, second] = descendCliff(Number.POSITIVE_INFINITY);
    expect(cliffSlope(start ?? 0) / 3.1302e7).toBeCloseTo(1, 3);
    expect(first).toBeCloseTo(-313_019.5, 0);
    expect(second).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    [1, 0.97],
    [0.1, 0.9777],
  ])('lets a descent clipped to %d end at %d', (threshold, end) => {
    expect(descendCliff(threshold).at(-1)).toBeCloseTo(end, 3);
  });
});

describe('clipping', () => {
  const gradient = Float64Array.of(1, -2, 3, -4, 0.5);
  const length = Math.sqrt(1 + 4 + 9 + 16 + 0.25);

  it('by norm shortens a long gradient of all weights together, keeping its direction', () => {
    const shortened = Array.from(gradient, (slope) => expect.closeTo(slope / length, 12));
    expect([...clippedByNorm(1)(gradient)]).toEqual(shortened);
    expect(compareClippings(gradient).normCosine).toBeCloseTo(1, 12);
  });

  it('by norm leaves a short gradient as it is', () => {
    expect(clippedByNorm(100)(gradient)).toEqual(gradient);
  });

  it('by value cuts every entry on its own, which turns the gradient', () => {
    expect([...clippedByValue(2.5)(gradient)]).toEqual([1, -2, 2.5, -2.5, 0.5]);
    // Cut to 0.1, all entries are alike: 10.5 · 0.1 over the product of the lengths.
    const { norm, valueCosine } = compareClippings(gradient);
    expect(norm).toBeCloseTo(length, 12);
    expect(valueCosine).toBeCloseTo(10.5 / length / Math.sqrt(5), 12);
  });
});

describe('rnnLoss', () => {
  it('has the gradient of finite differences in every weight, through all 40 steps', () => {
    const sequences = drawSignSequences(createRandom(1, 'sequences'), 40, 16);
    expectGradientOf(drawRnn(0.9, 1), (tape, weights) => rnnLoss(tape, sequences, weights));
  });
});

describe('gradient-clipping', () => {
  it('measures an overflow as the number that stands for it', () => {
    const training = { losses: [1, 2], norms: [3], normCosines: [1], valueCosines: [0.7, Number.NaN] };
    const measures = measuresOf(training, { ...training, losses: [1, Number.NaN, 5] });
    expect(measures.unclippedLoss).toBe(1e38);
    expect(measures).toMatchObject({ largestLoss: 2, finalLoss: 1.5, largestGradient: 3, valueCosine: 0.7 });
  });

  it('keeps the direction by norm and turns it by value', () => {
    const { measures } = runClipping(values, bench);
    expect(measures.normCosine).toBeCloseTo(1, 4);
    expect(measures.valueCosine).toBeLessThan(0.95);
  });

  const trace = {
    ...values,
    clipped: [1, 0.02, 0.02],
    unclipped: [1, 30, Number.NaN],
    path: [1.25, 0.97],
    jump: -313_019,
  };

  it('tells who learns, who explodes and when', () => {
    expect(describeChart(trace, 'en').title).toBe(
      'Clipped to norm 1 the RNN learns; without clipping the loss explodes at step 2',
    );
    expect(describeChart({ ...trace, clip: 'value', threshold: 0.1 }, 'zh').title).toContain(
      '按值裁剪到 ±0.1',
    );
    expect(describeChart({ ...trace, picture: 'cliff' }, 'en').title).toContain('−313,019');
  });

  it('says that clipping does not revive what has vanished', () => {
    const vanished = { ...trace, clipped: [1, 1], unclipped: [1, 1] };
    expect(describeChart(vanished, 'en').title).toBe(
      'Clipping cannot revive a vanished gradient: the loss stays at 1',
    );
    const measures = { ...runClipping({ ...values, gain: 0.5 }, bench).measures };
    expect(gradientClipping.right({ ...values, gain: 0.5 }, measures)).toBe('neither');
    expect(gradientClipping.notice({ ...values, gain: 0.5 }, measures)[1]?.en).toContain('gates');
  });
});
