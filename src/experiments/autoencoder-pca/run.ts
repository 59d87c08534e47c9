import * as tf from '@tensorflow/tfjs';
import type { Bench, Run } from '../experiment.ts';
import { learnTogether } from '../maths/learn-together.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import { adam } from '../maths/update-rules.ts';
import type { CoderTrace } from './chart.ts';
import { drawCoders, reconstructionErrors } from './coders.ts';
import { drawSamples, features, samples } from './samples.ts';
import type { CoderMeasure, CoderName, Values } from './settings.ts';
import { capturedShare, largestOverlap, pcaError } from './subspace.ts';

const rate = 0.03;

/** Trains two autoencoders on the same samples and holds them against PCA. */
export function runAutoencoderPca(
  values: Values,
  { seed, checkpoint }: Bench,
): Run<CoderMeasure, CoderTrace> {
  const { code, noise, steps } = values;
  const { rows, covariance } = drawSamples(noise, seed);
  const initial = drawCoders(createRandom(seed, 'weights'), code);
  const { errors, decoder } = learnTogether(initial, adam(rate), ({ weights, descend, readLosses }) => {
    const inputs = () => tf.tensor2d(rows, [samples, features]);
    for (let step = 0; step < steps; step++) {
      descend((coders) => reconstructionErrors(coders, inputs()));
      checkpoint();
    }
    const last = inScope(() => {
      const { linear, tanh } = reconstructionErrors(weights(), inputs());
      return { linear: linear.dataSync()[0] ?? Number.NaN, tanh: tanh.dataSync()[0] ?? Number.NaN };
    });
    const before = readLosses();
    return {
      errors: { linear: [...before.linear, last.linear], tanh: [...before.tanh, last.tanh] },
      decoder: weights().linear[1].dataSync<'float32'>(),
    };
  });
  const best = pcaError(covariance, code);
  const end = (name: CoderName) => errors[name].at(-1) ?? Number.NaN;
  return {
    measures: {
      pcaError: best,
      linearError: end('linear'),
      tanhError: end('tanh'),
      linearExcess: end('linear') / best - 1,
      tanhExcess: end('tanh') / best - 1,
      captured: capturedShare(decoder, covariance),
      overlap: largestOverlap(decoder),
    },
    trace: { values, best, errors },
  };
}
