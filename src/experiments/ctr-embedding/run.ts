import type { Bench, Run } from '../experiment.ts';
import { learnTogether } from '../maths/learn-together.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import { adam } from '../maths/update-rules.ts';
import { areaUnderCurve } from './auc.ts';
import type { ClickTrace } from './chart.ts';
import { createWorld, drawBatch } from './clicks.ts';
import { compareLookup } from './lookup.ts';
import { clickLosses, drawModels, predictClicks } from './models.ts';
import type { ClickMeasure, Values } from './settings.ts';

const batch = 256;
const testRows = 2000;
const rate = 0.02;

/** Trains the three models on the same impressions and tests them on new ones. */
export function runCtrEmbedding(values: Values, { seed, checkpoint }: Bench): Run<ClickMeasure, ClickTrace> {
  const { interaction, dimension, rows, steps } = values;
  const world = createWorld(interaction, seed);
  const training = world(createRandom(seed, 'training rows'), rows);
  const test = world(createRandom(seed, 'test rows'), testRows);
  const batches = createRandom(seed, 'batches');
  const initial = drawModels(createRandom(seed, 'weights'), dimension);
  const aucs = learnTogether(initial, adam(rate), ({ weights, descend }) => {
    for (let step = 0; step < steps; step++) {
      const drawn = drawBatch(batches, training, batch);
      descend((models) => clickLosses(models, drawn));
      checkpoint();
    }
    return inScope(() => {
      const { logistic, factorised, deep } = predictClicks(weights(), test);
      const auc = (scores: ArrayLike<number>) => areaUnderCurve(scores, test.isClicked);
      return {
        logistic: auc(logistic.dataSync()),
        factorised: auc(factorised.dataSync()),
        deep: auc(deep.dataSync()),
        best: auc(test.logits),
      };
    });
  });
  const lookup = compareLookup(initial, drawBatch(batches, training, batch));
  return {
    measures: { ...aucs, gain: aucs.factorised - aucs.logistic, ...lookup },
    trace: { values, aucs },
  };
}
