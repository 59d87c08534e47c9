import type { Bench, Run } from '../experiment.ts';
import { plainAdam } from '../maths/plain/descent.ts';
import { createPlainLearner } from '../maths/plain/learner.ts';
import { createTape, given } from '../maths/plain/tape.ts';
import { createRandom } from '../maths/random.ts';
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
  const inputs = given(rows, samples, features);
  const initial = drawCoders(createRandom(seed, 'weights'), code);
  const { weights, descend } = createPlainLearner(initial, (size) => plainAdam(size, rate));
  const history = Array.from({ length: steps }, () => {
    checkpoint();
    return descend((tape) => reconstructionErrors(tape, inputs, weights));
  });
  history.push(reconstructionErrors(createTape(), inputs, weights));
  const errors = { linear: history.map(({ linear }) => linear), tanh: history.map(({ tanh }) => tanh) };
  const decoder = weights[1].values;
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
