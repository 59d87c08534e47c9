import { describe, expect, it } from 'vitest';
import { inputStandardisation } from '../../src/experiments/input-standardisation/manifest.ts';
import {
  type Bowl,
  descend,
  drawTable,
  lossOf,
  predictions,
  prepare,
  slopeAt,
  steepness,
  type Table,
} from '../../src/experiments/input-standardisation/regression.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { finiteDifference, relativeDistance } from './maths/finite-difference.ts';

const table = drawTable(1, 10);
const noCheckpoint = () => undefined;
const bench = (seed: number) => ({ seed, checkpoint: noCheckpoint });

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: Float64Array) =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

/** Half the mean squared error of these weights. */
function halfError({ features, targets }: Table, weights: ArrayLike<number>): number {
  const errors = targets.map((target, i) =>
    features.reduce((sum, feature, j) => sum + weights[j]! * feature[i]!, -target),
  );
  return mean(errors.map((error) => error ** 2)) / 2;
}

describe('prepare', () => {
  it.each([
    ['standardise', true, true],
    ['centre', true, false],
    ['scale', false, true],
  ] as const)('%s', (preparation, isCentred, isScaled) => {
    for (const feature of prepare(table, preparation).features.slice(0, -1)) {
      if (isCentred) expect(mean(feature)).toBeCloseTo(0, 10);
      else expect(Math.abs(mean(feature))).toBeGreaterThan(0.5);
      if (isScaled) expect(deviation(feature)).toBeCloseTo(1, 10);
    }
  });

  it('leaves the best predictions as they are', () => {
    const raw = predictions(table, lossOf(table));
    for (const preparation of ['standardise', 'centre', 'scale'] as const) {
      const prepared = prepare(table, preparation);
      const fitted = predictions(prepared, lossOf(prepared));
      for (const [i, value] of fitted.entries()) expect(value).toBeCloseTo(raw[i]!, 9);
    }
  });
});

describe('lossOf', () => {
  it('has its lowest point at the least-squares weights, and the slope finite differences find', () => {
    const bowl = lossOf(table);
    const at = Float32Array.of(0.5, -1, 0.25, 2);
    const error = Float64Array.from(at, (value, i) => value - bowl.best[i]!);
    const numeric = finiteDifference((weights) => halfError(table, weights), at);
    expect(relativeDistance(slopeAt(error, bowl, new Float64Array(4)), numeric)).toBeLessThan(1e-5);
    expect(Math.max(...slopeAt(new Float64Array(4), bowl, new Float64Array(4)))).toBe(0);
  });
});

describe('descend', () => {
  /** One weight for each eigenvalue, all equally far from the best. */
  const bowlOf = (eigenvalues: readonly number[]): Bowl => ({
    curvature: Float64Array.from({ length: eigenvalues.length ** 2 }, (_, at) =>
      at % (eigenvalues.length + 1) === 0 ? (eigenvalues[at % eigenvalues.length] ?? 0) : 0,
    ),
    best: new Float64Array(eigenvalues.length).fill(1),
  });

  it('needs one step in a round bowl', () => {
    expect(descend(bowlOf([3, 3]), 0.01, noCheckpoint).steps).toBe(1);
  });

  it('needs the steps that the closed form of the flat direction gives', () => {
    const condition = 100;
    const bowl = bowlOf([condition, 1]);
    expect(steepness(bowl)).toMatchObject({ condition: expect.closeTo(condition, 9), largest: condition });
    // The steep direction is gone after one step; of the flat one (1 − 1/κ)^2k is left of its 1/101 share of the loss.
    const steps = descend(bowl, 1e-3, noCheckpoint).steps;
    expect(steps).toBe(Math.ceil(Math.log(1e-3 * (condition + 1)) / (2 * Math.log(1 - 1 / condition))));
  });
});

describe('input-standardisation', () => {
  it('reproduces the condition numbers and steps measured independently, for seeds 1 to 5', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { measures } = await compute(
        inputStandardisation,
        { preparation: 'standardise', spread: 10 },
        bench(seed),
      );
      expect(measures.rawCondition).toBeGreaterThan(1e4);
      expect(measures.preparedCondition).toBeLessThan(2);
      expect(measures.rawSteps).toBeGreaterThan(5000);
      expect(measures.preparedSteps).toBeLessThan(10);
    }
  });

  it('tells the steps in the title, in both languages', async () => {
    const { describe: picture, measures } = await compute(
      inputStandardisation,
      { preparation: 'centre', spread: 10 },
      bench(1),
    );
    const steps = [measures.rawSteps, measures.preparedSteps].map((count) => count?.toLocaleString('en-US'));
    expect(picture('en').title).toBe(
      `Raw features need ${steps[0]} steps, centred ones ${steps[1]}; the best fit is the same`,
    );
    expect(picture('zh').title).toBe(`去均值把 ${steps[0]} 步变成 ${steps[1]} 步，最优解不变`);
  });
});
