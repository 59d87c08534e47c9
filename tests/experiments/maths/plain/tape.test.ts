import { describe, expect, it } from 'vitest';
import { constantVector, drawMatrix } from '../../../../src/experiments/maths/dense.ts';
import { batchNorm } from '../../../../src/experiments/maths/plain/batch-norm.ts';
import { plainAdam, plainSgd } from '../../../../src/experiments/maths/plain/descent.ts';
import { createPlainLearner } from '../../../../src/experiments/maths/plain/learner.ts';
import { lookUp } from '../../../../src/experiments/maths/plain/look-up.ts';
import {
  binaryCrossEntropy,
  crossEntropy,
  meanSquaredError,
} from '../../../../src/experiments/maths/plain/losses.ts';
import { relu, sigmoid, tanh, through } from '../../../../src/experiments/maths/plain/nonlinearities.ts';
import {
  add,
  addRow,
  blend,
  multiply,
  rowsOf,
  sumOfRows,
  times,
} from '../../../../src/experiments/maths/plain/operations.ts';
import { addProduct, asIs, transposed } from '../../../../src/experiments/maths/plain/product.ts';
import { createTape, given, type Tape, type Variable } from '../../../../src/experiments/maths/plain/tape.ts';
import { createRandom } from '../../../../src/experiments/maths/random.ts';
import { expectGradientOf } from './expect-gradient.ts';

const random = createRandom(1, 'plain');
const numbers = (count: number) => Float64Array.from(random.normals(count));

describe('addProduct', () => {
  it.each([
    [1, 1, 1],
    [2, 3, 4],
    [3, 5, 7],
    [5, 2, 8],
    [6, 4, 3],
  ])(
    'adds what the sums of products are: %i × %i times %i columns, transposed or not',
    (rows, shared, columns) => {
      const [a, b, start] = [numbers(rows * shared), numbers(shared * columns), numbers(rows * columns)];
      const expected = start.map((before, at) => {
        const [row, column] = [Math.floor(at / columns), at % columns];
        return Array.from({ length: shared }).reduce<number>(
          (sum, _, k) => sum + (a[row * shared + k] ?? 0) * (b[k * columns + column] ?? 0),
          before,
        );
      });
      const turned = (values: Float64Array, width: number) =>
        values.map((_, at) => {
          const height = values.length / width;
          return values[(at % height) * width + Math.floor(at / height)] ?? 0;
        });
      for (const left of [asIs(a, shared), transposed(turned(a, shared), rows)]) {
        for (const right of [asIs(b, columns), transposed(turned(b, columns), shared)]) {
          const sums = start.slice();
          addProduct(sums, left, right, [rows, shared, columns]);
          for (const [at, sum] of sums.entries()) expect(sum).toBeCloseTo(expected[at] ?? Number.NaN, 12);
        }
      }
    },
  );
});

describe('a tape', () => {
  const wanted = numbers(15);
  const drawn = () => {
    const chance = createRandom(2, 'weights');
    return [
      drawMatrix(chance, 'xavier', 5, 3),
      drawMatrix(chance, 'xavier', 5, 3),
      constantVector(3, 0.3),
    ] as const;
  };
  const operations: readonly (readonly [
    string,
    (tape: Tape, x: Variable, y: Variable, row: Variable) => Variable,
  ])[] = [
    ['add', (tape, x, y) => add(tape, x, y)],
    ['addRow', (tape, x, _, row) => addRow(tape, x, row)],
    ['times', (tape, x, y) => times(tape, x, y)],
    ['times itself', (tape, x) => times(tape, x, x)],
    ['blend', (tape, x, y) => blend(tape, through(tape, sigmoid, x), y, x)],
    ['sigmoid', (tape, x) => through(tape, sigmoid, x)],
    ['tanh', (tape, x) => through(tape, tanh, x)],
    ['multiply', (tape, x, y) => multiply(tape, given(numbers25, 5, 5), times(tape, x, y))],
    ['lookUp', (tape, x, y) => times(tape, lookUp(tape, x, Int32Array.of(4, 0, 0, 2, 4)), y)],
    ['sumOfRows', (tape, x, y) => sumOfRows(tape, times(tape, x, y))],
    ['relu', (tape, x) => through(tape, relu, x)],
    ['batchNorm', (tape, x, y, row) => times(tape, batchNorm(tape, x, row, row), y)],
    ['rowsOf', (tape, x, y) => times(tape, add(tape, x, y), add(tape, rowsOf(x, 0, 5), y))],
  ];
  const numbers25 = numbers(25);

  it.each(operations)('runs back to the gradient of finite differences: %s', (_, operation) => {
    expectGradientOf(drawn(), (tape, [x, y, row]) =>
      meanSquaredError(tape, operation(tape, x, y, row), wanted),
    );
  });

  it('looks rows up as one-hot rows times the table do, and sends the same gradient back', () => {
    const people = Int32Array.of(1, 4, 1);
    const oneHot = new Float64Array(15);
    people.forEach((person, row) => {
      oneHot[row * 5 + person] = 1;
    });
    const gradientBy = (find: (tape: Tape, table: Variable) => Variable) => {
      const { weights, descend } = createPlainLearner(drawn(), () => plainSgd(0));
      descend((tape) => meanSquaredError(tape, find(tape, weights[0]), wanted));
      return weights[0].slopes;
    };
    expect(gradientBy((tape, table) => lookUp(tape, table, people))).toEqual(
      gradientBy((tape, table) => multiply(tape, given(oneHot, 3, 5), table)),
    );
  });

  it('runs back through rows that share the slopes of a matrix', () => {
    expectGradientOf(drawn(), (tape, [x, y]) => {
      const sum = add(tape, x, y);
      return meanSquaredError(tape, times(tape, rowsOf(sum, 0, 2), rowsOf(sum, 3, 2)), wanted);
    });
  });

  it('runs back from a cross-entropy, and does not overflow far from its label', () => {
    const labels = wanted.map((value) => (value > 0 ? 1 : 0));
    expectGradientOf(drawn(), (tape, [x]) => binaryCrossEntropy(tape, x, labels));
    const far = createTape();
    const logits = far.blank(1, 2);
    logits.values.set([800, -800]);
    expect(binaryCrossEntropy(far, logits, [0, 1])).toBe(800);
  });

  it('runs back from a softmax cross-entropy, and does not overflow far from its label', () => {
    expectGradientOf(drawn(), (tape, [x]) => crossEntropy(tape, x, [0, 2, 1, 1, 0]));
    const far = createTape();
    const logits = far.blank(1, 2);
    logits.values.set([800, -800]);
    expect(crossEntropy(far, logits, [1])).toBe(1600);
  });

  it('adds up the gradients of all losses it recorded', () => {
    const { weights, descend } = createPlainLearner(drawn(), () => plainSgd(1));
    const before = weights[0].values.slice();
    const once = (count: number) => {
      weights[0].values.set(before);
      descend((tape) => {
        for (let i = 0; i < count; i++) meanSquaredError(tape, weights[0], wanted);
      });
      return weights[0].values.map((value, at) => value - (before[at] ?? 0));
    };
    const [single, double] = [once(1), once(2)];
    for (const [at, move] of double.entries()) expect(move).toBeCloseTo(2 * (single[at] ?? 0), 12);
  });

  it('lends the same matrices again at every step, emptied', () => {
    const tape = createTape();
    const first = tape.blank(2, 3);
    first.values.fill(7);
    first.slopes.fill(7);
    tape.begin();
    expect(tape.blank(2, 3)).toBe(first);
    expect([...first.values, ...first.slopes]).toEqual(Array.from({ length: 12 }, () => 0));
    tape.begin();
    expect(tape.blank(3, 2)).not.toBe(first);
  });
});

describe('a plain learner', () => {
  it('finds the least squares of a line', () => {
    const inputs = given([0, 1, 2, 3], 4, 1);
    const weights = [
      { values: Float32Array.of(0), shape: [1, 1] },
      { values: Float32Array.of(0), shape: [1] },
    ] as const;
    const { weights: learnt, descend } = createPlainLearner(weights, (size) => plainAdam(size, 0.1));
    const loss = () =>
      descend((tape) =>
        meanSquaredError(tape, addRow(tape, multiply(tape, inputs, learnt[0]), learnt[1]), [1, 3, 5, 7]),
      );
    for (let step = 0; step < 1000; step++) loss();
    expect(learnt[0].values[0]).toBeCloseTo(2, 4);
    expect(learnt[1].values[0]).toBeCloseTo(1, 4);
  });
});
