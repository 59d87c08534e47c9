import type { Bench, Run } from '../experiment.ts';
import { createRandom } from '../maths/random.ts';
import { drawImages, type Images, imageSide } from '../maths/turned-letters.ts';
import type { PixelTrace } from './chart.ts';
import { measureShift, permuteInputs, permutePixels } from './exactness.ts';
import { cnn, mlp, type Network } from './networks.ts';
import type { PixelMeasure, Values } from './settings.ts';
import { train } from './train.ts';

const [trainingImages, testImages] = [400, 500];

/** Trains both networks on images as they are and on the same images with their pixels in another order. */
export function runPixels({ place, steps }: Values, bench: Bench): Run<PixelMeasure, PixelTrace> {
  const { seed } = bench;
  const random = createRandom(seed, 'images');
  const asIs = {
    training: drawImages(random, trainingImages, place),
    test: drawImages(random, testImages, place),
  };
  const order = createRandom(seed, 'order').permutation(imageSide ** 2);
  const permuted = { training: permute(asIs.training, order), test: permute(asIs.test, order) };
  const initial = (network: Network) => network.draw(createRandom(seed, 'weights'));

  const accuracyOfCnn = ({ training, test }: typeof asIs) =>
    train(cnn, initial(cnn), training, { steps, tests: [test] }, bench).accuracies[0] ?? Number.NaN;
  const [convolved, convolvedPermuted] = [accuracyOfCnn(asIs), accuracyOfCnn(permuted)];
  const trainMlp = ({ training, test }: typeof asIs, weights = initial(mlp)) =>
    train(mlp, weights, training, { steps, tests: [test, training] }, bench);
  const { accuracies, losses } = trainMlp(asIs);
  const [plain = Number.NaN, mlpTraining = Number.NaN] = accuracies;
  const [mixed = Number.NaN] = trainMlp(permuted).accuracies;
  const alike = trainMlp(permuted, permuteInputs(initial(mlp), order));
  return {
    measures: {
      cnn: convolved,
      cnnPermuted: convolvedPermuted,
      mlp: plain,
      mlpPermuted: mixed,
      mlpGap: Math.abs(plain - mixed),
      mlpTraining,
      lossDifference: largestDifference(losses, alike.losses),
      shiftDifference: measureShift(seed),
    },
    trace: { place, steps, cnn: [convolved, convolvedPermuted], mlp: [plain, mixed] },
  };
}

function permute(images: Images, order: Int32Array): Images {
  return { ...images, pixels: permutePixels(images.pixels, order) };
}

/** Up to five decimals: what is beyond them is the rounding of float32, another on every backend. */
function largestDifference(a: readonly number[], b: readonly number[]): number {
  const largest = Math.max(...a.map((loss, step) => Math.abs(loss - (b[step] ?? Number.NaN))));
  return Math.round(largest * 1e5) / 1e5;
}
