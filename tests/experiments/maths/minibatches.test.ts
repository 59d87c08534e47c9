import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMinibatches, pickRows } from '../../../src/experiments/maths/minibatches.ts';
import { createRandom } from '../../../src/experiments/maths/random.ts';

describe('createMinibatches', () => {
  it('takes no row twice within an epoch, whatever the seed, the rows and the size', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 40 }), fc.nat({ max: 39 }), (seed, count, spare) => {
        const size = 1 + (spare % count);
        const next = createMinibatches(createRandom(seed, 'batches'), count, size);
        for (let epoch = 0; epoch < 3; epoch++) {
          const rows = Array.from({ length: Math.floor(count / size) }, () => [...next()]).flat();
          expect(new Set(rows).size).toBe(rows.length);
          for (const row of rows) expect(row).toSatisfy((each: number) => each >= 0 && each < count);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('goes through the rows in another order every epoch', () => {
    const next = createMinibatches(createRandom(1, 'batches'), 50, 50);
    const [first, second] = [next(), next()];
    expect(first).not.toEqual(second);
    expect(first.slice().sort()).toEqual(second.slice().sort());
  });
});

describe('pickRows', () => {
  it('puts the rows one after another', () => {
    const matrix = Float32Array.of(0, 1, 10, 11, 20, 21);
    expect([...pickRows(matrix, 2, Int32Array.of(2, 0, 2))]).toEqual([20, 21, 0, 1, 20, 21]);
  });
});
