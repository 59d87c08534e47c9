import { describe, expect, it } from 'vitest';
import { type Kernel, kernels, multiply } from '../../src/experiments/activation-cost/kernels.ts';
import { activationCost } from '../../src/experiments/activation-cost/manifest.ts';
import { derivativeError, runActivationCost } from '../../src/experiments/activation-cost/run.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { finiteDifference, relativeDistance } from './maths/finite-difference.ts';

const bench = { seed: 1, checkpoint: () => undefined };
const random = createRandom(1, 'test');

describe.each(Object.entries(kernels))('the kernel of %s', (name, kernel) => {
  const [x, dy] = [random.normals(20, 2), random.normals(20)];

  it('has the gradient that finite differences find', () => {
    const weighed = (values: Float32Array) => {
      const y = forward(kernel, values);
      return y.reduce((sum, value, i) => sum + value * dy[i]!, 0);
    };
    const dx = new Float32Array(x.length);
    kernel.backward(forward(kernel, x), dy, dx);
    expect(relativeDistance(Float64Array.from(dx), finiteDifference(weighed, x))).toBeLessThan(1e-3);
  });

  it('needs neither exponential nor division backwards: its output gives the same derivative', () => {
    expect(derivativeError(kernel)).toBeLessThan(1e-6);
    expect(kernel.backward.toString()).not.toMatch(/Math\.(exp|tanh|cosh)|[^/]\/[^/]/);
  });

  it(`computes ${name}`, () => {
    const known: Readonly<Record<string, (value: number) => number>> = {
      relu: (value) => Math.max(0, value),
      sigmoid: (value) => 1 / (1 + Math.exp(-value)),
      tanh: (value) => 2 / (1 + Math.exp(-2 * value)) - 1,
    };
    forward(kernel, x).forEach((value, i) => {
      expect(value).toBeCloseTo(known[name]!(x[i]!), 6);
    });
  });
});

function forward(kernel: Kernel, x: Float32Array): Float32Array {
  const y = new Float32Array(x.length);
  kernel.forward(x, y);
  return y;
}

describe('multiply', () => {
  it('is the product with the transpose, also where the columns are no multiple of four, written over what was there', () => {
    const [rows, inner, columns] = [3, 5, 6];
    const [a, b] = [random.normals(rows * inner), random.normals(columns * inner)];
    const product = new Float32Array(rows * columns).fill(9);
    multiply(a, b, product, inner, columns);
    product.forEach((value, at) => {
      const [i, j] = [Math.floor(at / columns), at % columns];
      const row = a.subarray(i * inner, (i + 1) * inner);
      expect(value).toBeCloseTo(
        row.reduce((sum, each, k) => sum + each * b[j * inner + k]!, 0),
        5,
      );
    });
  });
});

/** A clock that says how long every timing took: the milliseconds of one round, part by part, and what the round makes of them. */
function clockOf(parts: readonly number[], ofRound: (ms: number, round: number) => number): () => number {
  let readings = 0;
  return () => {
    const timing = Math.floor(readings / 2);
    const isEnd = readings++ % 2 === 1;
    const round = Math.floor(timing / parts.length);
    return isEnd ? ofRound(parts[timing % parts.length] ?? 0, round) : 0;
  };
}

describe('activation-cost', () => {
  // A product forwards and two backwards; then forwards, backwards and from the input for ReLU, sigmoid and tanh.
  const milliseconds = [40, 30, 50, 1, 1, 1, 3, 2, 6, 4, 2, 8];

  it('takes nanoseconds per output from the clock, part by part', () => {
    const clock = clockOf(milliseconds, (ms) => ms);
    const { measures } = runActivationCost({ activation: 'sigmoid', width: 64 }, bench, clock);
    // The products are done once for 32 × 64 outputs, an activation 32 times.
    const [product, unit] = [(120 * 1e6) / 2048, 1e6 / (32 * 2048)];
    expect(measures.productNs).toBeCloseTo(product, 6);
    expect(measures.forwardNs).toBeCloseTo(3 * unit, 6);
    expect(measures.backwardNs).toBeCloseTo(2 * unit, 6);
    expect(measures.overRelu).toBeCloseTo(3, 12);
    expect(measures.recomputedOverCached).toBeCloseTo(3, 12);
    expect(measures.layerShare).toBeCloseTo((5 * unit) / (5 * unit + product), 12);
  });

  it('takes the least disturbed of its rounds, without the one that compiles', () => {
    const values = { activation: 'tanh', width: 64 } as const;
    const calm = runActivationCost(
      values,
      bench,
      clockOf(milliseconds, (ms) => ms),
    );
    const disturbed = clockOf(milliseconds, (ms, round) => (round === 0 ? ms / 2 : ms + 9 * (round % 5)));
    expect(runActivationCost(values, bench, disturbed)).toEqual(calm);
  });

  it('tells its finding in the title, in both languages', async () => {
    const sigmoid = await compute(activationCost, { activation: 'sigmoid', width: 32 }, bench);
    expect(sigmoid.describe('en').title).toMatch(
      /^Sigmoid takes [\d.]+ times as long as ReLU, and [\d.]+% of a layer of 32 units$/,
    );
    expect(sigmoid.describe('zh').title).toMatch(
      /^Sigmoid 耗时是 ReLU 的 [\d.]+ 倍，占 32 单元一层的 [\d.]+%$/,
    );
    const relu = await compute(activationCost, { activation: 'relu', width: 32 }, bench);
    expect(relu.describe('en').title).toMatch(/^ReLU takes [\d.]+% of a layer of 32 units$/);
    expect(relu.describe('zh').title).toMatch(/^ReLU 占 32 单元一层耗时的 [\d.]+%$/);
  });
});
