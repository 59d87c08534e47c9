import * as tf from '@tensorflow/tfjs';
import type { Bench } from '../experiment.ts';
import { applyDense, drawDense } from '../maths/dense.ts';
import { learnTogether } from '../maths/learn-together.ts';
import { crossEntropy, oneHot, readAccuracy } from '../maths/losses.ts';
import { createMinibatches, pickRows } from '../maths/minibatches.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import { type Images, imageSide, turns } from '../maths/turned-letters.ts';
import { adam } from '../maths/update-rules.ts';
import { moveImages } from './move-images.ts';

/** Accuracies of a network on the images it was trained on, and on new ones. */
export interface Accuracies {
  readonly training: number;
  readonly test: number;
}

const pixels = imageSide ** 2;
const hidden = 64;
const batch = 200;
const learningRate = 0.01;

/** Trains the same MLP on images as they are, and on the same images moved at random every time they are seen. */
export function trainBoth(
  training: Images,
  test: Images,
  steps: number,
  { seed, checkpoint }: Bench,
): Readonly<Record<'asIs' | 'shifted', Accuracies>> {
  const initial = drawDense(createRandom(seed, 'weights'), 'he', [pixels, hidden, turns]);
  const nextBatch = createMinibatches(createRandom(seed, 'batches'), training.labels.length, batch);
  const moves = createRandom(seed, 'moves');
  const nextMove = () => [moves.integer(imageSide), moves.integer(imageSide)] as const;
  return learnTogether({ asIs: initial, shifted: initial }, adam(learningRate), ({ descend, weights }) => {
    for (let step = 0; step < steps; step++) {
      const rows = nextBatch();
      const asIs = pickRows(training.pixels, pixels, rows);
      const shifted = moveImages(asIs, nextMove);
      const labels = rows.map((row) => training.labels[row] ?? 0);
      descend((networks) => {
        const targets = oneHot(labels, turns);
        return {
          asIs: crossEntropy(logitsOf(networks.asIs, asIs), targets),
          shifted: crossEntropy(logitsOf(networks.shifted, shifted), targets),
        };
      });
      checkpoint();
    }
    const { asIs, shifted } = weights();
    const score = (network: readonly tf.Tensor[]) => ({
      training: accuracyOn(training, network),
      test: accuracyOn(test, network),
    });
    return { asIs: score(asIs), shifted: score(shifted) };
  });
}

/** What the MLP makes of images, row by row. */
export function logitsOf(network: readonly tf.Tensor[], images: Float32Array): tf.Tensor2D {
  return applyDense(network, tf.tensor2d(images, [images.length / pixels, pixels]), tf.relu);
}

function accuracyOn(images: Images, network: readonly tf.Tensor[]): number {
  return inScope(() => readAccuracy(logitsOf(network, images.pixels), images.labels));
}
