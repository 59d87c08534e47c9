import type { Moments } from './moments.ts';
import type { Values } from './settings.ts';

/** Klambauer et al. 2017, eq. 14, to double precision. */
const [scale, alpha] = [1.0507009873554805, 1.6732632423543772];

/** The function, and the variance of its inputs that its initialisation makes of activations with mean square 1. */
const layers: Readonly<
  Record<Values['activation'], { readonly f: (x: number) => number; readonly inputVariance: number }>
> = {
  selu: { f: (x) => scale * (x > 0 ? x : alpha * Math.expm1(x)), inputVariance: 1 },
  elu: { f: (x) => (x > 0 ? x : Math.expm1(x)), inputVariance: 1 },
  relu: { f: (x) => Math.max(0, x), inputVariance: 2 },
};

/** Mean and variance of one layer of infinite width whose inputs have mean square 1; the integral over the bell. */
export function integrateLayer(activation: Values['activation'], meanSquare = 1): Moments {
  const { f, inputVariance } = layers[activation];
  const deviation = Math.sqrt(inputVariance * meanSquare);
  const mean = overNormal((z) => f(deviation * z));
  const square = overNormal((z) => f(deviation * z) ** 2);
  return { mean, variance: square - mean ** 2 };
}

/** E[f(z)] of a standard normal z, by Simpson's rule on both sides of 0, where the functions have their kink. */
function overNormal(f: (z: number) => number): number {
  const [end, intervals] = [10, 2000];
  const step = end / intervals;
  const density = (z: number) => Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);
  let sum = 0;
  for (let i = 0; i <= intervals; i++) {
    const weight = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
    const z = i * step;
    sum += weight * density(z) * (f(z) + f(-z));
  }
  return (sum * step) / 3;
}
