import { symmetricEigenvalues } from '../maths/eigenvalues.ts';
import { atomCount, type Dictionary, type Lasso, slopeAt } from './problem.ts';

/** Moves every value towards 0 by `threshold`, and stops there: what an L1 penalty does in one step. */
export function shrink(values: Float64Array, threshold: number): Float64Array {
  const shrunk = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    shrunk[i] = Math.sign(value) * Math.max(0, Math.abs(value) - threshold);
  }
  return shrunk;
}

/** Largest curvature of the squared error; steps of one over it never overshoot. */
export function steepest({ gram }: Dictionary): number {
  return symmetricEigenvalues(gram, atomCount)[0] ?? 0;
}

/** Gradient step and shrinkage from a code. */
function proximalStep(lasso: Lasso, from: Float64Array, curvature: number): Float64Array {
  const slope = slopeAt(lasso, from);
  for (let i = 0; i < slope.length; i++) slope[i] = (from[i] ?? 0) - (slope[i] ?? 0) / curvature;
  return shrink(slope, lasso.penalty / curvature);
}

/** Iterative shrinkage from zero (Daubechies, Defrise & De Mol 2004); shows the code after every step. */
export function ista(
  lasso: Lasso,
  curvature: number,
  steps: number,
  show: (code: Float64Array) => void,
): void {
  let code: Float64Array = new Float64Array(atomCount);
  for (let step = 0; step < steps; step++) {
    code = proximalStep(lasso, code, curvature);
    show(code);
  }
}

/** The same with momentum (Beck & Teboulle 2009); shows the code after every step and returns the last. */
export function fista(
  lasso: Lasso,
  curvature: number,
  steps: number,
  show: (code: Float64Array) => void = () => undefined,
): Float64Array {
  let code: Float64Array = new Float64Array(atomCount);
  let ahead = code;
  let pace = 1;
  for (let step = 0; step < steps; step++) {
    const next = proximalStep(lasso, ahead, curvature);
    const nextPace = (1 + Math.sqrt(1 + 4 * pace ** 2)) / 2;
    ahead = extrapolate(code, next, (pace - 1) / nextPace);
    code = next;
    pace = nextPace;
    show(code);
  }
  return code;
}

function extrapolate(from: Float64Array, to: Float64Array, further: number): Float64Array {
  const beyond = new Float64Array(to.length);
  for (let i = 0; i < to.length; i++) beyond[i] = (to[i] ?? 0) + further * ((to[i] ?? 0) - (from[i] ?? 0));
  return beyond;
}
