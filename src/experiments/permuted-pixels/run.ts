import * as tf from '@tensorflow/tfjs';
import type { Bench, Run } from '../experiment.ts';
import { type InitialWeights, learn } from '../maths/learn.ts';
import { accuracy, crossEntropy, oneHot } from '../maths/losses.ts';
import { createMinibatches, pickRows } from '../maths/minibatches.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import { drawImages, type Images, imageSide, turns } from '../maths/turned-letters.ts';
import { adam } from '../maths/update-rules.ts';
import type { PixelTrace } from './chart.ts';
import { measureShift, permutePixels, permuteRows } from './exactness.ts';
import { cnn, mlp, type Network } from './networks.ts';
import type { PixelMeasure, Values } from './settings.ts';

const pixels = imageSide ** 2;
const [trainingImages, testImages, batch] = [400, 500, 32];
const learningRate = 0.01;

/** Trains both networks on images as they are and on the same images with their pixels in another order. */
export function runPixels({ place, steps }: Values, bench: Bench): Run<PixelMeasure, PixelTrace> {
  const { seed } = bench;
  const random = createRandom(seed, 'images');
  const training = drawImages(random, trainingImages, place);
  const test = drawImages(random, testImages, place);
  const order = createRandom(seed, 'order').permutation(pixels);
  const permuted = (images: Images) => ({ ...images, pixels: permutePixels(images.pixels, order) });
  const trainOn = (network: Network, weights: readonly InitialWeights[], isPermuted: boolean) =>
    train(network, weights, isPermuted ? [permuted(training), permuted(test)] : [training, test], steps, bench);

  const [cnnWeights, mlpWeights] = [cnn, mlp].map((network) => network.draw(createRandom(seed, 'weights')));
  const convolutional = [false, true].map((each) => trainOn(cnn, cnnWeights ?? [], each).test);
  const [plain, mixed] = [trainOn(mlp, mlpWeights ?? [], false), trainOn(mlp, mlpWeights ?? [], true)];
  const [matrix, ...others] = mlpWeights ?? [];
  const alike = matrix === undefined ? [] : [permuteRows(matrix, order), ...others];
  const [cnnAsIs = Number.NaN, cnnPermuted = Number.NaN] = convolutional;
  return {
    measures: {
      cnn: cnnAsIs,
      cnnPermuted,
      mlp: plain.test,
      mlpPermuted: mixed.test,
      mlpGap: Math.abs(plain.test - mixed.test),
      mlpTraining: plain.training,
      lossDifference: largestDifference(plain.losses, trainOn(mlp, alike, true).losses),
      shiftDifference: measureShift(seed),
    },
    trace: { place, steps, cnn: [cnnAsIs, cnnPermuted], mlp: [plain.test, mixed.test] },
  };
}

/** Accuracies after training, and the loss at every step. */
interface Trained {
  readonly training: number;
  readonly test: number;
  readonly losses: readonly number[];
}

function train(
  network: Network,
  initial: readonly InitialWeights[],
  [training, test]: readonly [Images, Images],
  steps: number,
  { seed, checkpoint }: Bench,
): Trained {
  const nextBatch = createMinibatches(createRandom(seed, 'batches'), training.labels.length, batch);
  return learn([...initial], adam(learningRate), ({ descend, readLosses, weights }) => {
    for (let step = 0; step < steps; step++) {
      const rows = nextBatch();
      const inputs = pickRows(training.pixels, pixels, rows);
      const labels = rows.map((row) => training.labels[row] ?? 0);
      descend((w) => crossEntropy(network.apply(w, tf.tensor2d(inputs, [batch, pixels])), oneHot(labels, turns)));
      checkpoint();
    }
    const score = (images: Images) => scoreOf(network, weights(), images);
    return { training: score(training), test: score(test), losses: readLosses() };
  });
}

function scoreOf(network: Network, weights: readonly tf.Tensor[], images: Images): number {
  return inScope(() => {
    const logits = network.apply(weights, tf.tensor2d(images.pixels, [images.labels.length, pixels]));
    return accuracy(logits, oneHot(images.labels, turns)).dataSync()[0] ?? Number.NaN;
  });
}

/** Up to five decimals: what is beyond them is the rounding of float32, another on every backend. */
function largestDifference(a: readonly number[], b: readonly number[]): number {
  const largest = a.reduce((most, value, step) => Math.max(most, Math.abs(value - (b[step] ?? Number.NaN))), 0);
  return Math.round(largest * 1e5) / 1e5;
}
