import * as tf from '@tensorflow/tfjs';
import type { Bench } from '../experiment.ts';
import { type InitialWeights, learn } from '../maths/learn.ts';
import { crossEntropy, oneHot, readAccuracy } from '../maths/losses.ts';
import { createMinibatches, pickRows } from '../maths/minibatches.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import { type Images, imageSide, turns } from '../maths/turned-letters.ts';
import { adam } from '../maths/update-rules.ts';
import type { Network } from './networks.ts';

/** How long to train, and on what to test afterwards. */
interface Plan {
  readonly steps: number;
  readonly tests: readonly Images[];
}

/** Accuracies on the tests, and the loss at every step. */
interface Trained {
  readonly accuracies: readonly number[];
  readonly losses: readonly number[];
}

const pixels = imageSide ** 2;
const batch = 32;
const learningRate = 0.01;

/** Trains a network to tell the turns of letters. */
export function train(
  network: Network,
  initial: readonly InitialWeights[],
  training: Images,
  { steps, tests }: Plan,
  { seed, checkpoint }: Bench,
): Trained {
  const nextBatch = createMinibatches(createRandom(seed, 'batches'), training.labels.length, batch);
  return learn([...initial], adam(learningRate), ({ descend, readLosses, weights }) => {
    for (let step = 0; step < steps; step++) {
      const rows = nextBatch();
      const inputs = pickRows(training.pixels, pixels, rows);
      const labels = rows.map((row) => training.labels[row] ?? 0);
      descend((w) =>
        crossEntropy(network.apply(w, tf.tensor2d(inputs, [batch, pixels])), oneHot(labels, turns)),
      );
      checkpoint();
    }
    return {
      accuracies: tests.map((images) => accuracyOn(images, network, weights())),
      losses: readLosses(),
    };
  });
}

function accuracyOn({ pixels: values, labels }: Images, network: Network, weights: readonly tf.Tensor[]) {
  return inScope(() =>
    readAccuracy(network.apply(weights, tf.tensor2d(values, [labels.length, pixels])), labels),
  );
}
