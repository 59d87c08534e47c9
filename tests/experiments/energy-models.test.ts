import { describe, expect, it } from 'vitest';
import { floor, patterns, pixels } from '../../src/experiments/energy-models/bars-and-stripes.ts';
import { addProducts, createDbm, type Dbm, noDirection } from '../../src/experiments/energy-models/dbm.ts';
import { judge as judgeDbn, tiedGap } from '../../src/experiments/energy-models/dbn.ts';
import { judge as judgeDbm } from '../../src/experiments/energy-models/exact-dbm.ts';
import {
  afterGibbs,
  contrastCosine,
  logProbabilities,
  meanNll,
  momentsOf,
  uniformOver,
} from '../../src/experiments/energy-models/exact-rbm.ts';
import { energyModels } from '../../src/experiments/energy-models/manifest.ts';
import { contrast, type Rbm, turnedOver } from '../../src/experiments/energy-models/rbm.ts';
import {
  productDistribution,
  sampleUnits,
  unit,
  unitsOf,
} from '../../src/experiments/energy-models/states.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { finiteDifference, relativeDistance } from './maths/finite-difference.ts';

const bench = (seed: number) => ({ seed, checkpoint: () => undefined });
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

/** A machine with weights large enough to matter. */
function randomRbm(visible: number, hidden: number, seed: number): Rbm {
  const random = createRandom(seed, 'test');
  const draw = (count: number) => Float64Array.from(random.normals(count));
  return {
    visible,
    hidden,
    weights: draw(visible * hidden),
    visibleBias: draw(visible),
    hiddenBias: draw(hidden),
  };
}

describe('bars and stripes', () => {
  it('are the fourteen images of whole rows or columns', () => {
    expect(new Set(patterns).size).toBe(14);
    expect(patterns).toContain(0);
    expect(patterns).toContain(0b111_111_111);
    expect(patterns).toContain(0b001_001_001);
    expect(patterns).not.toContain(0b000_000_001);
    expect(floor).toBeCloseTo(2.639, 3);
  });
});

describe('states', () => {
  it('have probabilities that add up to 1, and the means they were made of', () => {
    const means = Float64Array.of(0.1, 0.5, 0.9);
    const distribution = productDistribution(means);
    expect(sum(distribution)).toBeCloseTo(1, 12);
    for (const [index, mean] of means.entries()) {
      expect(sum(distribution.map((p, state) => p * unit(state, index)))).toBeCloseTo(mean, 12);
    }
  });

  it('are drawn with those means', () => {
    const random = createRandom(1, 'test');
    const draws = Array.from({ length: 4000 }, () => sampleUnits(Float64Array.of(0.2, 0.7), random));
    expect(sum(draws.map((state) => unit(state, 0))) / 4000).toBeCloseTo(0.2, 1);
    expect(sum(draws.map((state) => unit(state, 1))) / 4000).toBeCloseTo(0.7, 1);
  });
});

describe('an RBM', () => {
  const rbm = randomRbm(4, 3, 1);
  const data = [3, 5, 9];

  it('gives probabilities that add up to 1, and agree with adding up every pair of states', () => {
    const logs = logProbabilities(rbm);
    expect(sum(logs.map(Math.exp))).toBeCloseTo(1, 12);
    const joint = (v: number, h: number) => {
      let exponent = 0;
      for (let i = 0; i < 4; i++) {
        exponent += unit(v, i) * rbm.visibleBias[i]!;
        for (let j = 0; j < 3; j++) exponent += unit(v, i) * unit(h, j) * rbm.weights[i * 3 + j]!;
      }
      for (let j = 0; j < 3; j++) exponent += unit(h, j) * rbm.hiddenBias[j]!;
      return Math.exp(exponent);
    };
    const marginal = (v: number) => sum(Array.from({ length: 8 }, (_, h) => joint(v, h)));
    const total = sum(Array.from({ length: 16 }, (_, v) => marginal(v)));
    for (let v = 0; v < 16; v++) expect(Math.exp(logs[v]!)).toBeCloseTo(marginal(v) / total, 12);
  });

  it('has the gradient that finite differences find', () => {
    const nll = (weights: Float32Array) =>
      meanNll(logProbabilities({ ...rbm, weights: Float64Array.from(weights) }), data);
    const numeric = finiteDifference(nll, Float32Array.from(rbm.weights));
    const atData = momentsOf(rbm, uniformOver(data, 16)).pairs;
    const atModel = momentsOf(rbm, logProbabilities(rbm).map(Math.exp)).pairs;
    const exact = atModel.map((value, at) => value - atData[at]!);
    expect(relativeDistance(exact, numeric)).toBeLessThan(1e-3);
  });

  it('stays where it is under Gibbs sampling once it has its own distribution, and comes there from anywhere', () => {
    const own = logProbabilities(rbm).map(Math.exp);
    expect(relativeDistance(afterGibbs(rbm, own, 1), own)).toBeLessThan(1e-12);
    expect(relativeDistance(afterGibbs(rbm, uniformOver([0], 16), 500), own)).toBeLessThan(1e-6);
  });

  it('gets a direction from CD-k that turns to the exact gradient as k grows', () => {
    const start = uniformOver(data, 16);
    expect(contrastCosine(rbm, start, 500)).toBeCloseTo(1, 6);
    expect(contrastCosine(rbm, start, 1)).toBeLessThan(0.999);
  });

  it('moves, by sampling, in the direction that its exact average has', () => {
    const before = rbm.weights;
    const mean = new Float64Array(before.length);
    for (let seed = 0; seed < 2000; seed++) {
      const copy = {
        ...rbm,
        weights: before.slice(),
        visibleBias: rbm.visibleBias.slice(),
        hiddenBias: rbm.hiddenBias.slice(),
      };
      contrast(copy, data, 1, createRandom(seed, 'test'));
      for (const [at, value] of copy.weights.entries()) mean[at]! += (value - before[at]!) / 2000;
    }
    const start = uniformOver(data, 16);
    const atData = momentsOf(rbm, start).pairs;
    const later = momentsOf(rbm, afterGibbs(rbm, start, 1)).pairs;
    const expected = atData.map((value, at) => 0.1 * (value - later[at]!));
    expect(relativeDistance(mean, expected)).toBeLessThan(0.1);
  });
});

describe('a DBN', () => {
  it('is exactly the RBM it begins as, with a bound that is tight', () => {
    for (const seed of [1, 2, 3]) {
      const rbm = randomRbm(pixels, 8, seed);
      expect(tiedGap(rbm, patterns)).toBeLessThan(1e-9);
      for (const { exact, bound } of judgeDbn({ below: rbm, top: turnedOver(rbm) }, patterns)) {
        expect(exact - bound).toBeCloseTo(0, 9);
      }
    }
  });

  it('has a bound below the likelihood whatever its top', () => {
    for (const seed of [1, 2, 3]) {
      const model = { below: randomRbm(pixels, 8, seed), top: randomRbm(8, 9, seed + 10) };
      for (const { exact, bound } of judgeDbn(model, patterns)) expect(bound).toBeLessThan(exact);
    }
  });
});

describe('a DBM', () => {
  const random = createRandom(1, 'test');
  const data = [1, 6].map((state) => unitsOf(state, 3));
  const draw = (count: number) => Float64Array.from(random.normals(count));
  const dbm: Dbm = { w: draw(6), u: draw(4), b: draw(3), c: draw(2), d: draw(2) };

  /** exp(−E) of every state, and what each of them contributes to the gradient. */
  function everyState(
    visit: (layers: Record<'visible' | 'hidden' | 'top', Float64Array>, weight: number) => void,
  ) {
    for (let state = 0; state < 2 ** 7; state++) {
      const units = unitsOf(state, 7);
      const layers = { visible: units.slice(0, 3), hidden: units.slice(3, 5), top: units.slice(5) };
      const products = noDirection(dbm);
      addProducts(products, layers, 1);
      const parts = ['w', 'u', 'b', 'c', 'd'] as const;
      const exponent = sum(
        parts.map((part) => sum(products[part].map((value, at) => value * dbm[part][at]!))),
      );
      visit(layers, Math.exp(exponent));
    }
  }

  it('gives likelihoods that agree with adding up every state of all layers', () => {
    let total = 0;
    const marginals = new Map<string, number>();
    everyState(({ visible }, weight) => {
      total += weight;
      marginals.set(visible.join(), (marginals.get(visible.join()) ?? 0) + weight);
    });
    for (const [i, { exact }] of judgeDbm(dbm, data).entries()) {
      expect(Math.exp(exact)).toBeCloseTo(marginals.get(data[i]!.join())! / total, 12);
    }
  });

  it('has a mean-field bound below every likelihood', () => {
    for (const { exact, bound } of judgeDbm(dbm, data)) expect(bound).toBeLessThan(exact);
    const fresh = createDbm(pixels, 6, 4, random);
    for (const { exact, bound } of judgeDbm(
      fresh,
      patterns.map((state) => unitsOf(state, pixels)),
    )) {
      expect(bound).toBeLessThanOrEqual(exact);
    }
  });
});

describe('energy-models', () => {
  const measure = async (change: Record<string, string | number>, seed: number) =>
    (await compute(energyModels, { model: 'rbm', gibbs: 1, steps: 3000, ...change }, bench(seed))).measures;

  it('reproduces the likelihoods measured independently of an RBM', async () => {
    const early = await measure({ steps: 1000 }, 1);
    expect(early.startNll).toBeCloseTo(6.26, 1);
    expect(early.endNll).toBeGreaterThan(4.9);
    expect(early.endNll).toBeLessThan(5.5);
    const late = await measure({}, 1);
    expect(late.endNll).toBeGreaterThan(3.2);
    expect(late.endNll).toBeLessThan(3.5);
    expect(late.flipped).toBeGreaterThan(0.02);
    expect(late.flipped).toBeLessThan(0.08);
    const better = await measure({ gibbs: 5 }, 1);
    expect(better.endNll).toBeLessThan(late.endNll!);
    expect(better.endCosine).toBeGreaterThan(late.endCosine!);
  });

  it('tells what became of the likelihood in the title of each model', async () => {
    const title = async (model: string) => {
      const run = await compute(energyModels, { model, gibbs: 1, steps: 300 }, bench(1));
      return [run.describe('en').title, run.describe('zh').title];
    };
    expect(await title('rbm')).toEqual([
      expect.stringMatching(/^CD-1: \d\d% of pixels wrong, and it still follows the likelihood/),
      expect.stringMatching(/^CD-1：重构错 \d\d% 的像素，更新方向也仍跟着似然/),
    ]);
    expect(await title('dbn')).toEqual([
      expect.stringMatching(
        /^DBN: the second RBM starts exactly where the first ended, at 6\.\d\d nats, and gains/,
      ),
      expect.stringMatching(/^DBN：第二个 RBM 恰好从第一个的 6\.\d\d nats 起步/),
    ]);
    expect(await title('dbm')).toEqual([
      expect.stringMatching(/^DBM, both layers at once: 6\.\d\d → 6\.\d\d nats/),
      expect.stringMatching(/^DBM 两层一起训练：从 6\.\d\d 降到 6\.\d\d nats/),
    ]);
  });
});
