import type { Bench, Run } from '../experiment.ts';
import { createRandom } from '../maths/random.ts';
import { drawImages } from '../maths/turned-letters.ts';
import { trainBoth } from './augmentation.ts';
import type { BitTrace } from './chart.ts';
import { measureChange } from './pooling.ts';
import type { BitMeasure, Values } from './settings.ts';

const [trainingImages, testImages] = [400, 500];

/** Moves pooled images, and trains an MLP on images that move; both are quick enough for every run. */
export function runBits({ part, shift, steps }: Values, bench: Bench): Run<BitMeasure, BitTrace> {
  const random = createRandom(bench.seed, 'images');
  const training = drawImages(random, trainingImages, 'anywhere');
  const test = drawImages(random, testImages, 'anywhere');
  const changed = measureChange(test, shift);
  const { asIs, shifted } = trainBoth(training, test, steps, bench);
  return {
    measures: {
      ...changed,
      ratio: changed.overlapping / changed.separate,
      training: asIs.training,
      test: asIs.test,
      gap: asIs.training - asIs.test,
      shiftedTraining: shifted.training,
      shiftedTest: shifted.test,
      shiftedGap: shifted.training - shifted.test,
      testGain: shifted.test - asIs.test,
    },
    trace: { part, shift, steps, changed, asIs, shifted },
  };
}
