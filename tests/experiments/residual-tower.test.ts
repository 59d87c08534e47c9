import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/experiments/backend.ts';
import { inTurn, unchanged } from '../../src/experiments/maths/pass.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { residualTower } from '../../src/experiments/residual-tower/manifest.ts';
import { buildTower, measureTower } from '../../src/experiments/residual-tower/tower.ts';
import { slopes } from './maths/finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const values = { blocks: 3, channels: 4 };
const bench = { seed: 1, checkpoint: () => undefined };

describe('measureTower', () => {
  it.each([true, false])(
    'agrees with finite differences in the first block’s output: shortcuts %s',
    (isResidual) => {
      tf.tidy(() => {
        const tower = buildTower({ ...values, blocks: 2 }, isResidual, 1);
        const [first = unchanged, ...rest] = tower.blocks;
        const h1 = first(tower.boards).value;
        const above = inTurn(...rest);
        const lossAt = (h: Float32Array) =>
          tower.loss(above(tf.tensor4d(h, h1.shape)).value).dataSync()[0] ?? Number.NaN;
        const { value, back } = above(h1);
        const gradient = back(tower.lossGradient(value)).dataSync();
        const { byGradient, byDifference } = slopes(lossAt, h1.dataSync<'float32'>(), gradient, 0.01);
        expect(byGradient / byDifference).toBeCloseTo(1, 2);
      });
    },
  );

  it('gives one gradient per block and leaves no tensor behind', () => {
    const before = tf.memory().numTensors;
    expect(measureTower(values, true, 1).norms).toHaveLength(3);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('counts two kernels of 3 × 3 for every block, with shortcuts as without', () => {
    const weights = 3 * 2 * 9 * 4 * 4;
    expect(measureTower(values, true, 1).weights).toBe(weights);
    expect(measureTower(values, false, 1).weights).toBe(weights);
  });
});

describe('residual-tower', () => {
  it('knows what to expect of the tower that was measured, and of any other only that shortcuts are free', () => {
    const names = (blocks: number) =>
      residualTower.expect({ blocks, channels: 8 }).map(({ measure }) => measure);
    expect(names(19)).toEqual(['residual', 'plain', 'extraWeights']);
    expect(names(5)).toEqual(['extraWeights']);
  });

  it('lets the gradient grow far more slowly than it does without shortcuts, however high the tower', async () => {
    for (const blocks of [5, 12]) {
      const { measures } = await compute(residualTower, { blocks, channels: 8 }, bench);
      expect(measures.residual).toBeLessThan(30);
      expect(measures.plain).toBeGreaterThan(measures.residual ?? Number.NaN);
    }
  });

  it('says in the title what became of the gradient', async () => {
    const { measures, describe: picture } = await compute(residualTower, values, bench);
    expect(picture('en').title).toContain(`of 3 blocks at ×${Number(measures.residual?.toPrecision(2))}`);
    expect(picture('zh').title).toContain('回传 3 个块');
  });
});
