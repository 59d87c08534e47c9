import type { Bench, Run } from '../experiment.ts';
import { createRandom } from '../maths/random.ts';
import type { GlmTrace } from './chart.ts';
import { families } from './family.ts';
import { canonicalGradient, fitByIrls } from './irls.ts';
import { stallGradients, tapeGradient, trainNeuron } from './neuron.ts';
import { drawSample, type Sample } from './sample.ts';
import { confident, type GlmMeasure, type InverseLink, type Values } from './settings.ts';

/** Fits the same data by Adam on a neuron and by IRLS on a GLM, and differentiates two losses of a sigmoid neuron. */
export function runGlmNeuron(values: Values, bench: Bench): Run<GlmMeasure, GlmTrace> {
  const family = families[values.activation];
  const sample = drawSample(family, bench.seed);
  const iterations = fitByIrls(family, sample);
  const fitted = iterations.at(-1) ?? new Float64Array(sample.columns);
  const gapsTo = (path: readonly ArrayLike<number>[]) => path.map((each) => largestGap(each, fitted));
  const neuron = gapsTo(trainNeuron(values, sample, bench));
  const stall = stallGradients(places);
  const atConfident = places.indexOf(confident);
  return {
    measures: {
      coefficientGap: neuron.at(-1) ?? Number.NaN,
      irlsIterations: iterations.length - 1,
      gradientGap: gradientGap(values.activation, sample, bench.seed),
      crossEntropyGradient: stall.crossEntropy[atConfident] ?? Number.NaN,
      squaredErrorGradient: stall.squaredError[atConfident] ?? Number.NaN,
    },
    trace: { values, neuron, irls: gapsTo(iterations), stall },
  };
}

/** Where the two losses are differentiated. */
const places = Array.from({ length: 31 }, (_, index) => index / 2 - 10);

/**
 * Farthest distance of the gradient by automatic differentiation from Xᵀ(μ − y)/N, at weights by chance. To six decimals:
 * beyond them is the rounding of float32, another on every backend.
 */
function gradientGap(activation: InverseLink, sample: Sample, seed: number): number {
  const at = createRandom(seed, 'weights').normals(sample.columns, families[activation].size / 2);
  const closed = canonicalGradient(families[activation], sample, at);
  return Number(largestGap(tapeGradient(activation, sample, at), closed).toFixed(6));
}

function largestGap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let largest = 0;
  for (let k = 0; k < b.length; k++)
    largest = Math.max(largest, Math.abs((a[k] ?? Number.NaN) - (b[k] ?? 0)));
  return largest;
}
