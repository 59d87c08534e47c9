import type { Random } from '../maths/random.ts';
import { climb, initialDeviation } from './rbm.ts';
import { sampleUnits, toProbabilities, unitsOf } from './states.ts';

/**
 * A deep Boltzmann machine of two hidden layers, undirected throughout: p ∝ exp(vᵀWh + hᵀUt + bᵀv + cᵀh + dᵀt)
 * (Salakhutdinov & Hinton 2009). Matrices are row-major with a row per unit of the lower layer.
 */
export interface Dbm {
  readonly w: Float64Array;
  readonly u: Float64Array;
  readonly b: Float64Array;
  readonly c: Float64Array;
  readonly d: Float64Array;
}

/** Values or means of all units. */
export interface Layers {
  readonly visible: Float64Array;
  readonly hidden: Float64Array;
  readonly top: Float64Array;
}

/** An untrained machine with small weights. */
export function createDbm(visible: number, hidden: number, top: number, random: Random): Dbm {
  return {
    w: Float64Array.from(random.normals(visible * hidden, initialDeviation)),
    u: Float64Array.from(random.normals(hidden * top, initialDeviation)),
    b: new Float64Array(visible),
    c: new Float64Array(hidden),
    d: new Float64Array(top),
  };
}

/** P(h = 1 | v, t): a middle unit hears both neighbours. */
function hiddenBetween({ w, u, c }: Dbm, visible: Float64Array, top: Float64Array): Float64Array {
  const field = c.slice();
  addUpwards(field, w, visible);
  addDownwards(field, u, top);
  return toProbabilities(field);
}

/** P(t = 1 | h) */
export function topAbove({ u, d }: Dbm, hidden: Float64Array): Float64Array {
  const field = d.slice();
  addUpwards(field, u, hidden);
  return toProbabilities(field);
}

/** P(v = 1 | h) */
export function visibleBelow(dbm: Dbm, hidden: Float64Array): Float64Array {
  return toProbabilities(visibleField(dbm, hidden));
}

/** W·h + b */
export function visibleField({ w, b }: Dbm, hidden: Float64Array): Float64Array {
  const field = b.slice();
  addDownwards(field, w, hidden);
  return field;
}

/** field += Mᵀ · lower */
export function addUpwards(field: Float64Array, matrix: Float64Array, lower: Float64Array): void {
  const columns = field.length;
  for (let i = 0; i < lower.length; i++) {
    const value = lower[i] ?? 0;
    if (value === 0) continue;
    for (let j = 0; j < columns; j++) field[j] = (field[j] ?? 0) + value * (matrix[i * columns + j] ?? 0);
  }
}

/** field += M · upper */
function addDownwards(field: Float64Array, matrix: Float64Array, upper: Float64Array): void {
  const columns = upper.length;
  for (let i = 0; i < field.length; i++) {
    let sum = 0;
    for (let j = 0; j < columns; j++) sum += (matrix[i * columns + j] ?? 0) * (upper[j] ?? 0);
    field[i] = (field[i] ?? 0) + sum;
  }
}

/**
 * The fully factorised distribution that fits the posterior best, by `sweeps` fixed-point sweeps from the top's means.
 * Only its means are kept; nothing is drawn.
 */
export function meanField(dbm: Dbm, visible: Float64Array, start: Float64Array, sweeps: number): Layers {
  let top = start;
  let hidden = hiddenBetween(dbm, visible, top);
  for (let sweep = 1; sweep < sweeps; sweep++) {
    top = topAbove(dbm, hidden);
    hidden = hiddenBetween(dbm, visible, top);
  }
  return { visible, hidden, top: topAbove(dbm, hidden) };
}

/** Adds `weight` times every product of neighbours, and every unit itself, to a direction of change. */
export function addProducts(direction: Dbm, { visible, hidden, top }: Layers, weight: number): void {
  addOuter(direction.w, visible, hidden, weight);
  addOuter(direction.u, hidden, top, weight);
  climb(direction.b, visible, weight);
  climb(direction.c, hidden, weight);
  climb(direction.d, top, weight);
}

function addOuter(matrix: Float64Array, lower: Float64Array, upper: Float64Array, weight: number): void {
  for (let i = 0; i < lower.length; i++) {
    const scaled = weight * (lower[i] ?? 0);
    if (scaled === 0) continue;
    for (let j = 0; j < upper.length; j++) {
      const at = i * upper.length + j;
      matrix[at] = (matrix[at] ?? 0) + scaled * (upper[j] ?? 0);
    }
  }
}

/** A direction of change of every parameter, all 0. */
export function noDirection({ w, u, b, c, d }: Dbm): Dbm {
  const zeros = (values: Float64Array) => new Float64Array(values.length);
  return { w: zeros(w), u: zeros(u), b: zeros(b), c: zeros(c), d: zeros(d) };
}

/** Sweeps of mean field per step; the means of the step before are a good start. */
const trainingSweeps = 4;
/** Sampling chains that go on from step to step. */
const chainCount = 28;
/** Slower than the RBM's: the chains have to keep up with the weights (Tieleman 2008). */
const jointRate = 0.035;

/** Training of both layers at once: mean field at the data, persistent chains for the model. Changes the machine. */
export function createTraining(dbm: Dbm, data: readonly Float64Array[], random: Random): { step(): void } {
  const draw = (means: Float64Array) => unitsOf(sampleUnits(means, random), means.length);
  const half = (values: Float64Array) => new Float64Array(values.length).fill(0.5);
  let beliefs = data.map((visible): Layers => ({ visible, hidden: half(dbm.c), top: half(dbm.d) }));
  let chains = Array.from(
    { length: chainCount },
    (): Layers => ({ visible: draw(half(dbm.b)), hidden: draw(half(dbm.c)), top: draw(half(dbm.d)) }),
  );
  const advance = ({ visible, top }: Layers): Layers => {
    const hidden = draw(hiddenBetween(dbm, visible, top));
    return { visible: draw(visibleBelow(dbm, hidden)), hidden, top: draw(topAbove(dbm, hidden)) };
  };
  return {
    step: () => {
      beliefs = beliefs.map(({ visible, top }) => meanField(dbm, visible, top, trainingSweeps));
      chains = chains.map(advance);
      const direction = noDirection(dbm);
      for (const belief of beliefs) addProducts(direction, belief, 1 / data.length);
      for (const chain of chains) addProducts(direction, chain, -1 / chainCount);
      for (const part of ['w', 'u', 'b', 'c', 'd'] as const) climb(dbm[part], direction[part], jointRate);
    },
  };
}
