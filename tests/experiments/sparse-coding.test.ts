import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { fitEncoder } from '../../src/experiments/sparse-coding/encoder.ts';
import { sparseCoding } from '../../src/experiments/sparse-coding/manifest.ts';
import {
  atomCount,
  drawDictionary,
  drawSample,
  lassoFor,
  objective,
  slopeAt,
} from '../../src/experiments/sparse-coding/problem.ts';
import { fista, ista, shrink, steepest } from '../../src/experiments/sparse-coding/solvers.ts';
import { finiteDifference, relativeDistance } from './maths/finite-difference.ts';

const dictionary = drawDictionary(1);
const { signal, code } = drawSample(dictionary, 4, createRandom(1, 'test'));
const lasso = lassoFor(dictionary, signal, 0.05);
const curvature = steepest(dictionary);
const noCheckpoint = () => undefined;

describe('a sample', () => {
  it('is built from as many different atoms as asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), fc.integer(), (active, seed) => {
        const sample = drawSample(dictionary, active, createRandom(seed, 'test'));
        expect(sample.code.filter((value) => value !== 0)).toHaveLength(active);
      }),
    );
  });
});

describe('the objective', () => {
  it('has the slope that finite differences find, the penalty apart', () => {
    const smooth = { ...lasso, penalty: 0 };
    const at = createRandom(2, 'test').normals(atomCount, 0.3);
    const numeric = finiteDifference((values) => objective(smooth, Float64Array.from(values)), at);
    expect(relativeDistance(slopeAt(smooth, Float64Array.from(at)), numeric)).toBeLessThan(1e-5);
  });

  it('leaves only the penalty of the true code, which reproduces the signal exactly', () => {
    expect(objective(lasso, code)).toBeCloseTo(4 * 0.05, 12);
  });
});

describe('shrink', () => {
  it('minimises ½(x − v)² + threshold·|x| for every value', () => {
    const value = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(value, fc.double({ min: 0, max: 2, noNaN: true }), value, (v, threshold, other) => {
        const [best = 0] = shrink(Float64Array.of(v), threshold);
        const cost = (x: number) => (x - v) ** 2 / 2 + threshold * Math.abs(x);
        expect(cost(best)).toBeLessThanOrEqual(cost(other) + 1e-12);
      }),
    );
  });
});

describe('solvers', () => {
  it('end where the optimality conditions hold: slope ∓λ where a coefficient is in use, less elsewhere', () => {
    const best = fista(lasso, curvature, 3000);
    for (const [atom, slope] of slopeAt(lasso, best).entries()) {
      if (best[atom] === 0) expect(Math.abs(slope)).toBeLessThanOrEqual(0.05 + 1e-9);
      else expect(slope).toBeCloseTo(-0.05 * Math.sign(best[atom]!), 9);
    }
  });

  it('agree, the slow one after many more steps', () => {
    let slow = new Float64Array(atomCount);
    ista(lasso, curvature, 20_000, (each) => {
      slow = Float64Array.from(each);
    });
    expect(relativeDistance(slow, fista(lasso, curvature, 3000))).toBeLessThan(1e-6);
  });

  it('never rise with ISTA', () => {
    let last = Number.POSITIVE_INFINITY;
    ista(lasso, curvature, 200, (each) => {
      const value = objective(lasso, each);
      expect(value).toBeLessThanOrEqual(last + 1e-15);
      last = value;
    });
  });
});

describe('fitEncoder', () => {
  it('is exact without a penalty, and never as good as minimising with one', () => {
    for (const [penalty, isExact] of [
      [0, true],
      [0.05, false],
    ] as const) {
      const problem = lassoFor(dictionary, signal, penalty);
      const encoder = fitEncoder(dictionary, { active: 4, penalty }, createRandom(3, 'test'), noCheckpoint);
      const gap = objective(problem, encoder(signal)) - objective(problem, fista(problem, curvature, 3000));
      if (isExact) expect(gap).toBeCloseTo(0, 12);
      else expect(gap).toBeGreaterThan(0.05);
    }
  });
});

describe('sparse-coding', () => {
  const defaults = { penalty: 0.05, active: 4, steps: 50 };
  const bench = (seed: number) => ({ seed, checkpoint: noCheckpoint });

  it('reproduces the gaps measured independently, for seeds 1 to 3', async () => {
    for (const seed of [1, 2, 3]) {
      const { measures } = await compute(sparseCoding, defaults, bench(seed));
      expect(measures.istaGap).toBeGreaterThan(2e-2);
      expect(measures.istaGap).toBeLessThan(1e-1);
      expect(measures.fistaGap).toBeGreaterThan(1e-6);
      expect(measures.fistaGap).toBeLessThan(2e-5);
    }
  });

  it('tells what one pass and the iteration leave, in both languages', async () => {
    const { describe: picture } = await compute(sparseCoding, defaults, bench(1));
    expect(picture('en').title).toBe(
      'An encoder’s one pass stays 0.158 off, 50 FISTA steps 1.7×10⁻⁵; 5 of 60 atoms in use',
    );
    expect(picture('zh').title).toBe('编码器一次前向差 0.158，FISTA 只差 1.7×10⁻⁵；60 个原子用 5 个');
    const dense = await compute(sparseCoding, { ...defaults, penalty: 0 }, bench(1));
    expect(dense.describe('en').title).toBe(
      'Without L1 one linear pass is exact, with 60 of 60 atoms in use',
    );
  });
});
