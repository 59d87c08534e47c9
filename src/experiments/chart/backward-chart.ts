import type { ChartSpec, Tone } from './description.ts';
import { lineChart } from './line-chart.ts';
import { countAxis, powerAxis } from './value-axis.ts';

/** What becomes of a gradient on its way back through one network. */
export interface BackwardCurve {
  readonly label: string;
  readonly tone: Tone;
  /** ‖∂L/∂h‖ of the hidden states, from the first to the last. */
  readonly norms: readonly number[];
}

/** What a chart of gradients on their way back shows; all curves have as many states. */
export interface BackwardChart {
  readonly curves: readonly BackwardCurve[];
  /** What the horizontal axis counts, such as layers or blocks. */
  readonly xTitle: string;
  readonly yTitle: string;
}

/** More dots than this run into a band. */
const mostDots = 30;

/** Gradients relative to the last state's, from the last state on the left to the first: as backpropagation runs. */
export function backwardChart({ curves, xTitle, yTitle }: BackwardChart): ChartSpec {
  const lines = curves.map(({ label, tone, norms }) => {
    const last = norms.at(-1) ?? Number.NaN;
    const points = norms.map((norm, index) => ({ x: index + 1, y: norm / last })).reverse();
    return { label, tone, points, hasDots: norms.length <= mostDots };
  });
  const states = Math.max(...curves.map(({ norms }) => norms.length));
  return lineChart({
    x: { title: xTitle, axis: countAxis(1, states), isReversed: true },
    y: { title: yTitle, axis: powerAxis(lines.flatMap(({ points }) => points.map(({ y }) => y))) },
    lines,
  });
}
