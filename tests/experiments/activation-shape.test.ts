import { beforeAll, describe, expect, it } from 'vitest';
import { runActivationShape, traceShape } from '../../src/experiments/activation-shape/run.ts';
import { type Shape, shapes } from '../../src/experiments/activation-shape/settings.ts';
import { useBackend } from '../../src/experiments/backend.ts';
import { finiteDifference } from './maths/finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const measure = (activation: Shape, seed = 1) =>
  runActivationShape({ activation }, { seed, checkpoint: () => undefined }).measures;

/** The formulas, in doubles. */
const formulas: Readonly<Record<Shape, (x: number) => number>> = {
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
  relu: (x) => Math.max(0, x),
  'leaky-relu': (x) => (x > 0 ? x : 0.01 * x),
  prelu: (x) => (x > 0 ? x : 0.25 * x),
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
  selu: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
};

describe('activation-shape', () => {
  it.each(shapes)('has the slopes of finite differences, away from the kink: %s', (activation) => {
    const { xs, slopes } = traceShape(activation, 1);
    for (let index = 50; index < xs.length; index += 700) {
      const x = xs[index] ?? 0;
      if (Math.abs(x) < 0.01) continue;
      const [difference = 0] = finiteDifference(
        ([at = 0]) => formulas[activation](at),
        Float32Array.of(x),
        2 ** -10,
      );
      expect(slopes[index]).toBeCloseTo(difference, 3);
    }
  });

  it.each([
    ['sigmoid', 0.25, 0.542],
    ['tanh', 1, 0.701],
    ['relu', 1, 0.5],
    ['elu', 1, 0.27],
    ['selu', 1.757, 0.242],
  ] as const)('finds the greatest slope and the flat share of %s', (activation, maxSlope, flatShare) => {
    expect(measure(activation).maxSlope).toBeCloseTo(maxSlope, 3);
    expect(measure(activation).flatShare).toBeCloseTo(flatShare, 2.5);
  });

  it('finds the slopes at the ends of the stretch', () => {
    expect(measure('sigmoid').slopeAtTen).toBeCloseTo(4.54e-5, 7);
    expect(measure('sigmoid').slopeAtMinusTen).toBeCloseTo(4.54e-5, 7);
    expect(measure('relu')).toMatchObject({ slopeAtTen: 1, slopeAtMinusTen: 0 });
  });

  it('finds about half of the outputs of a random ReLU layer to be exact zeros, for seeds 1 to 5', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      expect(measure('relu', seed).zeroShare).toBeGreaterThan(0.44);
      expect(measure('relu', seed).zeroShare).toBeLessThan(0.58);
    }
    expect(measure('leaky-relu').zeroShare).toBe(0);
  });
});
