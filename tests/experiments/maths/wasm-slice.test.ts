import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../../src/experiments/backend.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

/** A box within a shape of one to four axes. */
const boxes = fc
  .array(fc.record({ length: fc.integer({ min: 1, max: 4 }), a: fc.nat(3), b: fc.nat(3) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((axes) =>
    axes.map(({ length, a, b }) => {
      const [low, high] = [Math.min(a, b) % length, Math.max(a, b) % length];
      return { length, begin: Math.min(low, high), size: Math.abs(high - low) + 1 };
    }),
  );

describe('slices on wasm', () => {
  it('hold the numbers of their box, in order', () => {
    fc.assert(
      fc.property(boxes, (axes) => {
        const shape = axes.map(({ length }) => length);
        const count = shape.reduce((product, length) => product * length, 1);
        const sliced = tf.tidy(() => {
          const x = tf.reshape(tf.range(0, count), shape);
          return tf
            .slice(
              x,
              axes.map(({ begin }) => begin),
              axes.map(({ size }) => size),
            )
            .arraySync();
        });
        const expected: number[] = [];
        const visit = (axis: number, flat: number): void => {
          const here = axes[axis];
          if (here === undefined) {
            expected.push(flat);
            return;
          }
          for (let i = 0; i < here.size; i++) visit(axis + 1, flat * here.length + here.begin + i);
        };
        visit(0, 0);
        expect([sliced].flat(4)).toEqual(expected);
      }),
    );
  });

  it('split a tensor along any axis into pieces that concatenate to it', () => {
    tf.tidy(() => {
      const x = tf.reshape(tf.range(0, 24), [2, 3, 4]);
      for (const [sizes, axis] of [
        [[1, 1], 0],
        [[2, 1], 1],
        [[1, 3], -1],
      ] as const) {
        const pieces = tf.split(x, [...sizes], axis);
        expect(pieces.map(({ shape }) => shape.at(axis))).toEqual([...sizes]);
        expect(tf.concat(pieces, axis).arraySync()).toEqual(x.arraySync());
      }
      expect(tf.split(x, 2, 2).map(({ shape }) => shape)).toEqual([
        [2, 3, 2],
        [2, 3, 2],
      ]);
    });
  });

  it('still cut tensors of integers and of truth values', () => {
    tf.tidy(() => {
      expect(Array.from(tf.slice(tf.tensor1d([1, 2, 3], 'int32'), [1], [2]).dataSync())).toEqual([2, 3]);
      expect(Array.from(tf.slice(tf.tensor1d([true, false, true], 'bool'), [1], [2]).dataSync())).toEqual([
        0, 1,
      ]);
    });
  });

  it('survive the memory growing while they are made', () => {
    tf.tidy(() => {
      const x = tf.ones([2 ** 22]);
      const pieces = tf.split(x, [2 ** 21, 2 ** 21]);
      for (const piece of pieces) expect(tf.sum(piece).dataSync()[0]).toBe(2 ** 21);
    });
  });
});
