import type { Bench, Run } from '../experiment.ts';
import { plainAdam, plainSgd } from '../maths/plain/descent.ts';
import { createRandom } from '../maths/random.ts';
import { areaUnderCurve } from './auc.ts';
import type { ClickTrace } from './chart.ts';
import { createWorld, drawBatch } from './clicks.ts';
import { compareLookup } from './lookup.ts';
import { createModels } from './models.ts';
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
  const models = createModels(createRandom(seed, 'weights'), dimension, (size) => plainAdam(size, rate));
  for (let step = 0; step < steps; step++) {
    const drawn = drawBatch(batches, training, batch);
    models.logistic.learn(drawn);
    models.factorised.learn(drawn);
    models.deep.learn(drawn);
    checkpoint();
  }
  const aucOf = (scores: ArrayLike<number>) => areaUnderCurve(scores, test.isClicked);
  const aucs = {
    logistic: aucOf(models.logistic.predict(test)),
    factorised: aucOf(models.factorised.predict(test)),
    deep: aucOf(models.deep.predict(test)),
    best: aucOf(test.logits),
  };
  const fresh = createModels(createRandom(seed, 'weights'), dimension, () => plainSgd(1));
  const lookup = compareLookup(fresh.deep, drawBatch(batches, training, batch));
  return {
    measures: { ...aucs, gain: aucs.factorised - aucs.logistic, ...lookup },
    trace: { values, aucs },
  };
}
