import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/experiments/backend.ts';
import { learnTogether } from '../../src/experiments/maths/learn-together.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { sgd } from '../../src/experiments/maths/update-rules.ts';
import { orderSense } from '../../src/experiments/order-sense/manifest.ts';
import { drawReaders, readerLosses, readSequences } from '../../src/experiments/order-sense/readers.ts';
import {
  asBag,
  asWindow,
  drawSequences,
  type Sequences,
  stepByStep,
} from '../../src/experiments/order-sense/sequences.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { finiteDifference, relativeDistance } from './maths/finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

/** B in the middle, A at the end. */
const one: Sequences = {
  count: 1,
  length: 3,
  steps: Uint8Array.of(3, 1, 0),
  isAFirst: Float32Array.of(0),
};

describe('drawSequences', () => {
  it('puts one A and one B into each and says which came first, whatever the seed and length', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 30 }), (seed, length) => {
        const { count, steps, isAFirst } = drawSequences(createRandom(seed, 'sequences'), 20, length);
        for (let sequence = 0; sequence < count; sequence++) {
          const own = [...steps.subarray(sequence * length, (sequence + 1) * length)];
          expect(own.filter((symbol) => symbol === 0)).toHaveLength(1);
          expect(own.filter((symbol) => symbol === 1)).toHaveLength(1);
          expect(isAFirst[sequence]).toBe(own.indexOf(0) < own.indexOf(1) ? 1 : 0);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('has each first half of the time', () => {
    const { count, isAFirst } = drawSequences(createRandom(1, 'sequences'), 4000, 10);
    expect(isAFirst.filter((first) => first === 1).length / count).toBeCloseTo(0.5, 1);
  });
});

describe('inputs', () => {
  it('lie side by side in a window and add up in a bag', () => {
    expect([...asWindow(one)]).toEqual([0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0]);
    expect([...asBag(one)].map((share) => share * 3)).toEqual([1, 1, 0, 1].map((n) => expect.closeTo(n, 6)));
  });

  it('come step by step, all sequences at once', () => {
    const two: Sequences = {
      count: 2,
      length: 2,
      steps: Uint8Array.of(0, 1, 1, 0),
      isAFirst: Float32Array.of(1, 0),
    };
    expect([...stepByStep(two)]).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0]);
  });

  it('are the same bag in either order', () => {
    const turned: Sequences = { ...one, steps: Uint8Array.of(3, 0, 1), isAFirst: Float32Array.of(1) };
    expect(asBag(turned)).toEqual(asBag(one));
    expect(asWindow(turned)).not.toEqual(asWindow(one));
  });
});

describe('readers', () => {
  const draw = () => drawReaders(createRandom(1, 'weights'), 3);
  const sequences = drawSequences(createRandom(1, 'sequences'), 4, 3);

  it.each(['bag', 'window', 'recurrent'] as const)(
    'learn along the gradient of finite differences: %s',
    (name) => {
      // In the first matrix: all that the gradient passes lies behind it.
      const first = draw()[name][0]?.values ?? new Float32Array();
      const lossAt = (x: Float32Array) => {
        const changed = draw();
        changed[name][0]?.values.set(x);
        return learnTogether(changed, sgd(0), ({ weights }) =>
          tf.tidy(() => readerLosses(weights(), sequences)[name].dataSync()[0] ?? Number.NaN),
        );
      };
      const moved = learnTogether(draw(), sgd(1), ({ weights, descend }) => {
        descend((readers) => readerLosses(readers, sequences));
        return weights()[name][0]?.dataSync<'float32'>() ?? new Float32Array();
      });
      const gradient = first.map((value, at) => value - (moved[at] ?? 0));
      expect(relativeDistance(gradient, finiteDifference(lossAt, first))).toBeLessThan(1e-2);
    },
  );

  it('give one logit per sequence', () => {
    learnTogether(draw(), sgd(0), ({ weights }) => {
      tf.tidy(() => {
        const { bag, window, recurrent } = readSequences(weights(), sequences);
        for (const logits of [bag, window, recurrent]) expect(logits.shape).toEqual([4, 1]);
      });
    });
  });
});

describe('order-sense', () => {
  const bench = { seed: 1, checkpoint: () => undefined };

  it('counts weights that grow with the window, and those of an RNN that do not', async () => {
    const short = await compute(orderSense, { length: 5, steps: 10 }, bench);
    const long = await compute(orderSense, { length: 10, steps: 10 }, bench);
    expect(short.measures.windowWeights).toBe(5 * 4 * 16 + 16 + 16 + 1);
    expect(long.measures.windowWeights).toBe(10 * 4 * 16 + 16 + 16 + 1);
    expect(short.measures.recurrentWeights).toBe(4 * 16 + 16 + 16 * 16 + 16 + 1);
    expect(long.measures.recurrentWeights).toBe(short.measures.recurrentWeights);
  });

  it('expects order only of networks that were trained as long as those measured', () => {
    const names = (steps: number) => orderSense.expect({ length: 10, steps }).map(({ measure }) => measure);
    expect(names(100)).toEqual(['bag', 'window', 'recurrent']);
    expect(names(20)).toEqual(['bag']);
  });
});
