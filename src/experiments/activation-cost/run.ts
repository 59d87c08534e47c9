import type { Bench, Run } from '../experiment.ts';
import { createRandom } from '../maths/random.ts';
import type { CostTrace } from './chart.ts';
import { type Kernel, kernels } from './kernels.ts';
import { measureLayer } from './measure.ts';
import type { CostMeasure, Values } from './settings.ts';

/** Times a layer in plain loops. The one experiment whose subject is time, so it reads a clock. */
export function runActivationCost(
  { activation, width }: Values,
  { seed, checkpoint }: Bench,
  clock: () => number = () => performance.now(),
): Run<CostMeasure, CostTrace> {
  const costs = measureLayer(width, createRandom(seed, 'layer'), clock, checkpoint);
  const { forward, backward } = costs.activations[activation];
  const product = costs.product.forward + costs.product.backward;
  return {
    measures: {
      layerShare: (forward + backward) / (product + forward + backward),
      overRelu: forward / costs.activations.relu.forward,
      forwardNs: forward,
      backwardNs: backward,
      productNs: product,
      recomputedOverCached: costs.recomputed[activation] / backward,
      derivativeError: derivativeError(kernels[activation]),
    },
    trace: { activation, width, costs },
  };
}

/** Largest difference between the derivative from the output and the one from the input, on −8…8. */
export function derivativeError(kernel: Kernel): number {
  const x = Float32Array.from({ length: 1601 }, (_, i) => i / 100 - 8);
  const ones = new Float32Array(x.length).fill(1);
  const [y, fromOutput, fromInput] = [x.slice(), x.slice(), x.slice()];
  kernel.forward(x, y);
  kernel.backward(y, ones, fromOutput);
  kernel.backwardFromInput(x, ones, fromInput);
  return fromOutput.reduce((most, value, i) => Math.max(most, Math.abs(value - (fromInput[i] ?? 0))), 0);
}
