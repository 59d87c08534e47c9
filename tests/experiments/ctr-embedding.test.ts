import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/experiments/backend.ts';
import { areaUnderCurve } from '../../src/experiments/ctr-embedding/auc.ts';
import { ads, createWorld, drawBatch, users } from '../../src/experiments/ctr-embedding/clicks.ts';
import { compareLookup } from '../../src/experiments/ctr-embedding/lookup.ts';
import { ctrEmbedding } from '../../src/experiments/ctr-embedding/manifest.ts';
import { clickLosses, drawModels, predictClicks } from '../../src/experiments/ctr-embedding/models.ts';
import { runCtrEmbedding } from '../../src/experiments/ctr-embedding/run.ts';
import { learnTogether } from '../../src/experiments/maths/learn-together.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { sgd } from '../../src/experiments/maths/update-rules.ts';
import { finiteDifference, relativeDistance } from './maths/finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

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
  const draw = () => drawModels(createRandom(1, 'weights'), 3);

  it.each([
    ['logistic', 0],
    ['factorised', 3],
    // Not the tables: a difference over them turns ReLUs on or off.
    ['deep', 4],
  ] as const)('learn along the gradient of finite differences: %s, tensor %i', (name, place) => {
    const start = draw()[name][place]?.values ?? new Float32Array();
    const lossAt = (x: Float32Array) => {
      const changed = draw();
      changed[name][place]?.values.set(x);
      return learnTogether(changed, sgd(0), ({ weights }) =>
        tf.tidy(() => clickLosses(weights(), drawn)[name].dataSync()[0] ?? Number.NaN),
      );
    };
    const moved = learnTogether(draw(), sgd(1), ({ weights, descend }) => {
      descend((models) => clickLosses(models, drawn));
      return weights()[name][place]?.dataSync<'float32'>() ?? new Float32Array();
    });
    const gradient = start.map((value, at) => value - (moved[at] ?? 0));
    expect(relativeDistance(gradient, finiteDifference(lossAt, start))).toBeLessThan(2e-2);
  });

  it('give one logit per row', () => {
    learnTogether(draw(), sgd(0), ({ weights }) => {
      tf.tidy(() => {
        const { logistic, factorised, deep } = predictClicks(weights(), drawn);
        for (const logits of [logistic, factorised, deep]) expect(logits.shape).toEqual([40, 1]);
      });
    });
  });
});

describe('compareLookup', () => {
  it('finds no difference, and no row moved but those of the people seen', () => {
    for (const seed of [1, 2, 3]) {
      const batch = drawBatch(createRandom(seed, 'batch'), drawn, 20);
      expect(compareLookup(drawModels(createRandom(seed, 'weights'), 4), batch)).toEqual({
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
