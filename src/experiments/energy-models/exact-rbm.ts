import {
  addMoments,
  hiddenGiven,
  logWeight,
  type Moments,
  noMoments,
  type Rbm,
  visibleGiven,
} from './rbm.ts';
import { cosine, logSumExp, productDistribution, type State, unit } from './states.ts';

/** log p(v) of every visible state, by adding up all of them. */
export function logProbabilities(rbm: Rbm): Float64Array {
  const weights = Float64Array.from({ length: 2 ** rbm.visible }, (_, state) => logWeight(rbm, state));
  const partition = logSumExp(weights);
  return weights.map((weight) => weight - partition);
}

/** Mean −log p(v) in nats of equally likely data. */
export function meanNll(logs: Float64Array, data: readonly State[]): number {
  return -data.reduce((sum, state) => sum + (logs[state] ?? 0), 0) / data.length;
}

/** All data points equally likely, nothing else. */
export function uniformOver(data: readonly State[], states: number): Float64Array {
  const distribution = new Float64Array(states);
  for (const state of data) distribution[state] = 1 / data.length;
  return distribution;
}

/** Moments when the visible units follow a distribution and the hidden ones the machine. */
export function momentsOf(rbm: Rbm, visible: Float64Array): Moments {
  const moments = noMoments(rbm);
  for (let state = 0; state < visible.length; state++) {
    const probability = visible[state] ?? 0;
    if (probability > 0) addMoments(moments, state, hiddenGiven(rbm, state), probability);
  }
  return moments;
}

/** Where a distribution over visible states is after `steps` steps of Gibbs sampling. */
export function afterGibbs(rbm: Rbm, start: Float64Array, steps: number): Float64Array {
  const up = Array.from({ length: 2 ** rbm.visible }, (_, state) =>
    productDistribution(hiddenGiven(rbm, state)),
  );
  const down = Array.from({ length: 2 ** rbm.hidden }, (_, state) =>
    productDistribution(visibleGiven(rbm, state)),
  );
  let visible = start;
  for (let step = 0; step < steps; step++) visible = mix(mix(visible, up), down);
  return visible;
}

/** The distribution of what follows a state drawn from another one. */
export function mix(weights: Float64Array, following: readonly Float64Array[]): Float64Array {
  const mixed = new Float64Array(following[0]?.length ?? 0);
  for (const [state, given] of following.entries()) {
    const weight = weights[state] ?? 0;
    if (weight === 0) continue;
    for (let i = 0; i < given.length; i++) mixed[i] = (mixed[i] ?? 0) + weight * (given[i] ?? 0);
  }
  return mixed;
}

/**
 * Cosine between what contrastive divergence does to the weights on average, with the chance of sampling taken out,
 * and the exact gradient of the log-likelihood.
 */
export function contrastCosine(rbm: Rbm, data: Float64Array, gibbs: number): number {
  const atData = momentsOf(rbm, data).pairs;
  const minus = ({ pairs }: Moments) => atData.map((value, at) => value - (pairs[at] ?? 0));
  const model = logProbabilities(rbm).map(Math.exp);
  return cosine(minus(momentsOf(rbm, afterGibbs(rbm, data, gibbs))), minus(momentsOf(rbm, model)));
}

/** Share of visible units that come back wrong from one way up and down, on average. */
export function flippedShare(rbm: Rbm, data: readonly State[]): number {
  const down = Array.from({ length: 2 ** rbm.hidden }, (_, above) => visibleGiven(rbm, above));
  const wrong = data.map((state) => {
    const back = mix(productDistribution(hiddenGiven(rbm, state)), down);
    return back.reduce((sum, on, i) => sum + (unit(state, i) === 1 ? 1 - on : on), 0) / rbm.visible;
  });
  return wrong.reduce((sum, share) => sum + share, 0) / data.length;
}
