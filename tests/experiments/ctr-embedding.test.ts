import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from '../../src/experiments/ctr-embedding/auc.ts';
import { ads, createWorld, drawBatch, users } from '../../src/experiments/ctr-embedding/clicks.ts';
import { compareLookup } from '../../src/experiments/ctr-embedding/lookup.ts';
import { ctrEmbedding } from '../../src/experiments/ctr-embedding/manifest.ts';
import {
  createModels,
  drawModels,
  predictDeep,
  predictFactorised,
  predictLinear,
} from '../../src/experiments/ctr-embedding/models.ts';
import { runCtrEmbedding } from '../../src/experiments/ctr-embedding/run.ts';
import { plainSgd } from '../../src/experiments/maths/plain/descent.ts';
import { binaryCrossEntropy } from '../../src/experiments/maths/plain/losses.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { expectGradientOf } from './maths/plain/expect-gradient.ts';

const world = createWorld(1, 1);
const drawn = world(createRandom(1, 'rows'), 40);

describe('areaUnderCurve', () => {
  it('is 1 where every positive scores higher, 0 where none does', () => {
    expect(areaUnderCurve([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1])).toBe(1);
    expect(areaUnderCurve([0.1, 0.2, 0.8, 0.9], [1, 1, 0, 0])).toBe(0);
  });

  it('is the share of pairs in the right order, ties counting half, whatever the scores', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom(0, 1)), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(rows, (given) => {
        const positives = given.filter(([, label]) => label === 1);
        const negatives = given.filter(([, label]) => label === 0);
        fc.pre(positives.length > 0 && negatives.length > 0);
        let right = 0;
        for (const [high] of positives) {
          for (const [low] of negatives) right += high > low ? 1 : high === low ? 0.5 : 0;
        }
        const area = areaUnderCurve(
          given.map(([score]) => score),
          given.map(([, label]) => label),
        );
        expect(area).toBeCloseTo(right / (positives.length * negatives.length), 12);
      }),
    );
  });
});

describe('createWorld', () => {
  it('draws clicks as often as their logits say', () => {
    const many = world(createRandom(2, 'rows'), 20_000);
    const expected = many.logits.reduce((sum, logit) => sum + 1 / (1 + Math.exp(-logit)), 0);
    const clicked = many.isClicked.reduce((sum, label) => sum + label, 0);
    expect(clicked / expected).toBeCloseTo(1, 1);
    expect(new Set(many.users).size).toBe(users);
    expect(new Set(many.ads).size).toBe(ads);
  });

  it('is additive where nobody has tastes', () => {
    const { users: who, ads: what, logits } = createWorld(0, 1)(createRandom(3, 'rows'), 20_000);
    const at = new Map(Array.from(logits, (logit, row) => [`${who[row]} ${what[row]}`, logit]));
    const corner = (user: number, ad: number) => at.get(`${user} ${ad}`) ?? Number.NaN;
    expect(corner(0, 0) + corner(1, 1)).toBeCloseTo(corner(0, 1) + corner(1, 0), 5);
  });
});

describe('models', () => {
  const { logistic, factorised, deep } = drawModels(createRandom(1, 'weights'), 3);

  it('have the gradient of finite differences in every tensor', () => {
    expectGradientOf(logistic, (tape, weights) =>
      binaryCrossEntropy(tape, predictLinear(tape, weights, drawn), drawn.isClicked),
    );
    expectGradientOf(factorised, (tape, weights) =>
      binaryCrossEntropy(tape, predictFactorised(tape, weights, drawn), drawn.isClicked),
    );
    expectGradientOf(deep, (tape, weights) =>
      binaryCrossEntropy(tape, predictDeep(tape, weights, drawn), drawn.isClicked),
    );
  });

  it('give one logit per row', () => {
    const models = createModels(createRandom(1, 'weights'), 3, () => plainSgd(0));
    for (const { predict } of Object.values(models)) expect(predict(drawn)).toHaveLength(40);
  });
});

describe('compareLookup', () => {
  it('finds no difference, and no row moved but those of the people seen', () => {
    for (const seed of [1, 2, 3]) {
      const batch = drawBatch(createRandom(seed, 'batch'), drawn, 20);
      const { deep } = createModels(createRandom(seed, 'weights'), 4, () => plainSgd(1));
      expect(compareLookup(deep, batch)).toEqual({
        lookupDifference: 0,
        strayRows: 0,
      });
    }
  });
});

describe('ctr-embedding', () => {
  it('gains nothing from embeddings where nobody has tastes', () => {
    const values = { interaction: 0, dimension: 8, rows: 4000, steps: 100 };
    for (const seed of [1, 2]) {
      const { measures } = runCtrEmbedding(values, { seed, checkpoint: () => undefined });
      expect(measures.gain).toBeLessThan(0);
      expect(measures.best - measures.logistic).toBeLessThan(0.03);
    }
  });

  it('expects a gain only of settings that were measured', () => {
    const names = (rows: number) =>
      ctrEmbedding.expect({ interaction: 1, dimension: 8, rows, steps: 250 }).map(({ measure }) => measure);
    expect(names(4000)).toEqual(['gain', 'lookupDifference', 'strayRows']);
    expect(names(500)).toEqual(['lookupDifference', 'strayRows']);
  });
});
