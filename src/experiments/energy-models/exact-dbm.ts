import {
  addProducts,
  addUpwards,
  type Dbm,
  type Layers,
  meanField,
  noDirection,
  topAbove,
  visibleBelow,
  visibleField,
} from './dbm.ts';
import type { Judgement } from './dbn.ts';
import { cosine, dot, logSumExp, softplusSum, unitsOf } from './states.ts';

/** Sweeps until mean field has settled. */
const settledSweeps = 50;

/** log p(v) by adding up every state of the middle layer, and the mean-field bound, for each image. */
export function judge(dbm: Dbm, data: readonly Float64Array[]): Judgement[] {
  const partition = logSumExp(modelWeights(dbm));
  return data.map((visible) => ({
    exact: logSumExp(posteriorWeights(dbm, visible)) - partition,
    bound: freeEnergy(dbm, settled(dbm, visible)) - partition,
  }));
}

/**
 * Cosine between the direction that mean field gives the weights, with the model's side exact, and the exact gradient:
 * what the factorised posterior costs, with the chance of sampling taken out.
 */
export function meanFieldCosine(dbm: Dbm, data: readonly Float64Array[]): number {
  const [exact, approximate] = [noDirection(dbm), noDirection(dbm)];
  const share = 1 / data.length;
  for (const visible of data) {
    addProducts(approximate, settled(dbm, visible), share);
    eachState(dbm, posteriorWeights(dbm, visible), (hidden, probability) => {
      addProducts(exact, { visible, hidden, top: topAbove(dbm, hidden) }, share * probability);
    });
  }
  eachState(dbm, modelWeights(dbm), (hidden, probability) => {
    const layers = { visible: visibleBelow(dbm, hidden), hidden, top: topAbove(dbm, hidden) };
    addProducts(exact, layers, -probability);
    addProducts(approximate, layers, -probability);
  });
  return cosine(allWeights(approximate), allWeights(exact));
}

/** Share of pixels that come back wrong from one way up to the middle layer and down, on average. */
export function flippedShare(dbm: Dbm, data: readonly Float64Array[]): number {
  let wrong = 0;
  for (const visible of data) {
    eachState(dbm, posteriorWeights(dbm, visible), (hidden, probability) => {
      const back = visibleBelow(dbm, hidden);
      for (const [i, value] of visible.entries()) wrong += probability * Math.abs(value - (back[i] ?? 0));
    });
  }
  return wrong / (data.length * dbm.b.length);
}

function settled(dbm: Dbm, visible: Float64Array): Layers {
  return meanField(
    dbm,
    visible,
    dbm.d.map(() => 0.5),
    settledSweeps,
  );
}

/** log Σ_{v, t} exp(−E) for every state of the middle layer. */
function modelWeights(dbm: Dbm): Float64Array {
  return middleStates(dbm, (hidden) => softplusSum(visibleField(dbm, hidden)) + topTerm(dbm, hidden));
}

/** log Σ_t exp(−E) for every state of the middle layer, with the image given. */
function posteriorWeights(dbm: Dbm, visible: Float64Array): Float64Array {
  return middleStates(dbm, (hidden) => dot(visible, visibleField(dbm, hidden)) + topTerm(dbm, hidden));
}

function topTerm({ u, c, d }: Dbm, hidden: Float64Array): number {
  const field = d.slice();
  addUpwards(field, u, hidden);
  return dot(c, hidden) + softplusSum(field);
}

function middleStates({ c }: Dbm, weigh: (hidden: Float64Array) => number): Float64Array {
  return Float64Array.from({ length: 2 ** c.length }, (_, state) => weigh(unitsOf(state, c.length)));
}

/** Every state of the middle layer with its probability. */
function eachState(
  { c }: Dbm,
  logWeights: Float64Array,
  visit: (hidden: Float64Array, probability: number) => void,
) {
  const partition = logSumExp(logWeights);
  for (const [state, weight] of logWeights.entries()) {
    visit(unitsOf(state, c.length), Math.exp(weight - partition));
  }
}

/** Mean of −E under factorised units with these means, plus their entropy. */
function freeEnergy(dbm: Dbm, { visible, hidden, top }: Layers): number {
  const upper = new Float64Array(top.length);
  addUpwards(upper, dbm.u, hidden);
  const energy =
    dot(visible, visibleField(dbm, hidden)) + dot(dbm.c, hidden) + dot(dbm.d, top) + dot(upper, top);
  return energy + entropy(hidden) + entropy(top);
}

function entropy(means: Float64Array): number {
  const nats = (p: number) => (p <= 0 ? 0 : -p * Math.log(p));
  return means.reduce((sum, mean) => sum + nats(mean) + nats(1 - mean), 0);
}

const allWeights = ({ w, u }: Dbm) => Float64Array.of(...w, ...u);
