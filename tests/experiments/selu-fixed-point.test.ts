import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/experiments/backend.ts';
import { activate } from '../../src/experiments/maths/activations.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { describeChart } from '../../src/experiments/selu-fixed-point/chart.ts';
import { integrateLayer } from '../../src/experiments/selu-fixed-point/integral.ts';
import { seluFixedPoint } from '../../src/experiments/selu-fixed-point/manifest.ts';
import { measureMoments, starts } from '../../src/experiments/selu-fixed-point/moments.ts';
import { finiteDifference } from './maths/finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const bench = { seed: 1, checkpoint: () => undefined };

/** Mean square that a layer makes of inputs with this one, in the limit of infinite width. */
const nextSquare = (activation: 'selu' | 'elu' | 'relu', meanSquare: number) => {
  const { mean, variance } = integrateLayer(activation, meanSquare);
  return mean ** 2 + variance;
};

describe('integrateLayer', () => {
  it('finds the fixed point of SELU to ten digits', () => {
    const { mean, variance } = integrateLayer('selu');
    expect(mean).toBeCloseTo(0, 10);
    expect(variance).toBeCloseTo(1, 10);
  });

  it('finds the half-normal moments of ReLU in closed form', () => {
    const { mean, variance } = integrateLayer('relu');
    expect(mean).toBeCloseTo(1 / Math.sqrt(Math.PI), 10);
    expect(variance).toBeCloseTo(1 - 1 / Math.PI, 10);
  });

  it.each(['selu', 'elu', 'relu'] as const)('integrates the function the layers apply: %s', (activation) => {
    const z = createRandom(1, 'inputs').normals(200_000, activation === 'relu' ? Math.SQRT2 : 1);
    const { mean, variance } = tf.tidy(() => {
      const moments = tf.moments(activate(activation, tf.tensor1d(z), createRandom(1, 'none')));
      return { mean: moments.mean.dataSync()[0] ?? 0, variance: moments.variance.dataSync()[0] ?? 0 };
    });
    expect(mean).toBeCloseTo(integrateLayer(activation).mean, 1.7);
    expect(variance).toBeCloseTo(integrateLayer(activation).variance, 1.7);
  });

  it('pulls back to the fixed point what strays from it: the slope there is between 0 and 1', () => {
    const [slope = Number.NaN] = finiteDifference(
      ([square = 0]) => nextSquare('selu', square),
      Float32Array.of(1),
    );
    expect(slope).toBeGreaterThan(0);
    expect(slope).toBeLessThan(0.9);
  });
});

describe('measureMoments', () => {
  it('follows the integral down the layers of ELU, to 0.017 after 20 and 0.0028 after 50', () => {
    const [path = []] = measureMoments(
      { activation: 'elu', width: 512, depth: 50 },
      starts.slice(0, 1),
      bench,
    );
    let square = 1;
    const limit = path.slice(1).map(() => {
      square = nextSquare('elu', square);
      return square;
    });
    for (const layer of [5, 10, 20])
      expect((path[layer]?.variance ?? 0) / (limit[layer - 1] ?? 1)).toBeCloseTo(1, 0.5);
    expect(path[20]?.variance).toBeCloseTo(0.017, 2.5);
    expect(path[50]?.variance).toBeCloseTo(0.0028, 3);
  });

  it('gives the inputs first, as they were asked for', () => {
    const paths = measureMoments({ activation: 'relu', width: 64, depth: 2 }, starts, bench);
    expect(paths.map((path) => path[0])).toEqual(starts);
    expect(paths.map((path) => path.length)).toEqual([3, 3, 3, 3, 3]);
  });
});

describe('selu-fixed-point', () => {
  it('holds the fixed point at full width too', async () => {
    const full = { activation: 'selu', quantity: 'variance', depth: 20, width: 512 };
    const { measures } = await seluFixedPoint.perform(full, bench);
    expect(seluFixedPoint.expect(full)).toHaveLength(5);
    for (const { measure, low, high } of seluFixedPoint.expect(full)) {
      expect(measures[measure]).toBeGreaterThanOrEqual(low);
      expect(measures[measure]).toBeLessThanOrEqual(high);
    }
  });

  it('tells from the curves whether the starts have met', () => {
    const path = (variance: number) => Array.from({ length: 21 }, () => ({ mean: 0.4, variance }));
    const trace = {
      activation: 'relu',
      width: 64,
      paths: [path(0.3), path(4)],
      reference: { activation: 'selu', path: path(1) },
    } as const;
    expect(describeChart({ ...trace, quantity: 'variance' }, 'en').title).toBe(
      'ReLU: every start keeps a variance of its own (0.3 to 4 after 20 layers)',
    );
    expect(describeChart({ ...trace, quantity: 'mean' }, 'zh').title).toBe(
      'ReLU：均值回不到 0（20 层后从 0.4 到 0.4）',
    );
  });
});
