import { squaredNorm } from '../maths/gradient-norms.ts';

/** Makes a gradient of all weights together shorter, or leaves it as it is. */
export type Clipping = (gradient: Float64Array) => Float64Array;

/** Bound of the element-wise clipping that is held against clipping by norm. */
const valueBound = 0.1;

/** Shortens the gradient to `maxNorm` (Pascanu et al. 2013, Alg. 1). */
export function clippedByNorm(maxNorm: number): Clipping {
  return (gradient) => {
    const scale = Math.min(maxNorm / Math.sqrt(squaredNorm(gradient)), 1);
    return gradient.map((slope) => scale * slope);
  };
}

/** Cuts every entry of the gradient to `bound` in size, which turns the gradient (Mikolov 2012, §3.2.2). */
export function clippedByValue(bound: number): Clipping {
  return (gradient) => gradient.map((slope) => Math.min(bound, Math.max(-bound, slope)));
}

/** Norm of a gradient, and its cosine with itself clipped in either way. */
export function compareClippings(gradient: Float64Array) {
  return {
    norm: Math.sqrt(squaredNorm(gradient)),
    normCosine: cosine(gradient, clippedByNorm(1)(gradient)),
    valueCosine: cosine(gradient, clippedByValue(valueBound)(gradient)),
  };
}

function cosine(a: Float64Array, b: Float64Array): number {
  const product = a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  return product / Math.sqrt(squaredNorm(a)) / Math.sqrt(squaredNorm(b));
}
