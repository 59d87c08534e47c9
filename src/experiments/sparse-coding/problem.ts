import { productsOfRows } from '../maths/linear-systems.ts';
import { createRandom, type Random } from '../maths/random.ts';

/** Length of a signal, and number of atoms to build it from. */
export const signalLength = 30;
export const atomCount = 60;

/** Atoms of length 1, a row each. */
export interface Dictionary {
  readonly atoms: Float64Array;
  /** Every product of two atoms. */
  readonly gram: Float64Array;
}

/** A signal that was built from a few atoms, and with which coefficients. */
export interface Sample {
  readonly signal: Float64Array;
  readonly code: Float64Array;
}

/** Random directions, twice as many as dimensions. */
export function drawDictionary(seed: number): Dictionary {
  const atoms = Float64Array.from(createRandom(seed, 'dictionary').normals(atomCount * signalLength));
  for (let atom = 0; atom < atomCount; atom++) {
    const row = atoms.subarray(atom * signalLength, (atom + 1) * signalLength);
    const length = Math.sqrt(row.reduce((sum, value) => sum + value ** 2, 0));
    for (let i = 0; i < row.length; i++) row[i] = (row[i] ?? 0) / length;
  }
  return { atoms, gram: productsOfRows(atoms, atomCount, signalLength) };
}

/** The sum of `active` atoms, each taken once with a plus or a minus. */
export function drawSample(dictionary: Dictionary, active: number, random: Random): Sample {
  const code = new Float64Array(atomCount);
  for (const atom of random.permutation(atomCount).subarray(0, active))
    code[atom] = random.integer(2) * 2 - 1;
  return { signal: synthesise(dictionary, code), code };
}

/** D·a: the signal that a code stands for. */
function synthesise({ atoms }: Dictionary, code: Float64Array): Float64Array {
  const signal = new Float64Array(signalLength);
  for (let atom = 0; atom < atomCount; atom++) {
    const coefficient = code[atom] ?? 0;
    if (coefficient === 0) continue;
    for (let i = 0; i < signalLength; i++) {
      signal[i] = (signal[i] ?? 0) + coefficient * (atoms[atom * signalLength + i] ?? 0);
    }
  }
  return signal;
}

/** ½‖x − Da‖² + λ‖a‖₁ for one signal, with what is needed to minimise it. */
export interface Lasso {
  readonly dictionary: Dictionary;
  readonly signal: Float64Array;
  readonly penalty: number;
  /** Product of every atom with the signal. */
  readonly correlations: Float64Array;
}

/** The problem that sparse coding solves for a signal. */
export function lassoFor(dictionary: Dictionary, signal: Float64Array, penalty: number): Lasso {
  const correlations = Float64Array.from({ length: atomCount }, (_, atom) => {
    let sum = 0;
    for (let i = 0; i < signalLength; i++) {
      sum += (dictionary.atoms[atom * signalLength + i] ?? 0) * (signal[i] ?? 0);
    }
    return sum;
  });
  return { dictionary, signal, penalty, correlations };
}

/** The value to be minimised. */
export function objective({ dictionary, signal, penalty }: Lasso, code: Float64Array): number {
  const made = synthesise(dictionary, code);
  let [error, size] = [0, 0];
  for (let i = 0; i < signalLength; i++) error += ((signal[i] ?? 0) - (made[i] ?? 0)) ** 2;
  for (let atom = 0; atom < atomCount; atom++) size += Math.abs(code[atom] ?? 0);
  return error / 2 + penalty * size;
}

/** Gradient of the squared error: DᵀDa − Dᵀx. */
export function slopeAt({ dictionary: { gram }, correlations }: Lasso, code: Float64Array): Float64Array {
  const slope = new Float64Array(atomCount);
  for (let row = 0; row < atomCount; row++) {
    let sum = -(correlations[row] ?? 0);
    for (let k = 0; k < atomCount; k++) sum += (gram[row * atomCount + k] ?? 0) * (code[k] ?? 0);
    slope[row] = sum;
  }
  return slope;
}
