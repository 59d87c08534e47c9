import type { Bench, Run } from '../experiment.ts';
import { firstToLast } from '../maths/gradient-norms.ts';
import { inScope } from '../maths/scope.ts';
import type { FlowTrace, GradientCurve } from './chart.ts';
import { type Flow, hiddenStates, measureFlow, type Network } from './network.ts';
import type { FlowMeasure } from './settings.ts';
import { createStock } from './stock.ts';

/** Measures the network asked for and one to hold it against. */
export function runDepthFlow(network: Network, { seed, checkpoint }: Bench): Run<FlowMeasure, FlowTrace> {
  return inScope(() => {
    const stock = createStock(seed);
    const flow = measureFlow(network, stock);
    checkpoint();
    const ratio = firstToLast(flow.gradientNorms);
    const reference = contrast(network, ratio);
    return {
      measures: {
        ratio,
        perLayer: ratio ** (1 / Math.max(1, flow.gradientNorms.length - 1)),
        lastMeanSquare: flow.lastMeanSquare,
      },
      trace: {
        subject: toCurve(network, flow),
        reference: toCurve(reference, measureFlow(reference, stock)),
      },
    };
  });
}

/** The same network without the remedy it has; a plain one against a net that keeps, or loses, its gradient. */
function contrast(network: Network, ratio: number): Network {
  if (network.skip !== 'none') return { ...network, skip: 'none' };
  if (network.norm !== 'none') return { ...network, norm: 'none' };
  const plain = { norm: 'none', skip: 'none', depth: network.depth } as const;
  const keepsGradient = ratio > 0.1 && ratio < 10;
  return keepsGradient
    ? { activation: 'sigmoid', init: 'xavier', ...plain }
    : { activation: 'relu', init: 'he', ...plain };
}

function toCurve(network: Network, { gradientNorms }: Flow): GradientCurve {
  const last = gradientNorms.at(-1) ?? Number.NaN;
  const layersPerState = network.depth / hiddenStates(network);
  const gradients = gradientNorms.map((norm, index) => ({
    layer: Math.round((index + 1) * layersPerState),
    relative: norm / last,
  }));
  return { network, gradients: gradients.reverse() };
}
