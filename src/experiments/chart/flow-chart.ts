import type { ChartSpec } from './description.ts';
import { type Line, lineChart } from './line-chart.ts';
import { readable } from './number-text.ts';
import { countAxis, powerAxis } from './value-axis.ts';

/** A gradient on its way back from the loss, through layers or through time. */
export interface FlowCurve {
  readonly name: string;
  /** From the place next to the loss to the one farthest from it; `relative` to the first. */
  readonly gradients: readonly { readonly place: number; readonly relative: number }[];
}

/** What a flow chart shows. */
export interface FlowChart {
  readonly subject: FlowCurve;
  /** A system that behaves differently, to hold it against. */
  readonly reference: FlowCurve;
  readonly titles: { readonly place: string; readonly gradient: string };
  /** What is written where a gradient ends at exactly 0, and where it left the numbers behind. */
  readonly words: { readonly underflow: string; readonly overflow: string };
}

/** Two gradients against the distance from the loss, on a logarithmic axis; places run backwards, as the gradient does. */
export function flowChart({ subject, reference, titles, words }: FlowChart): ChartSpec {
  const all = [...subject.gradients, ...reference.gradients];
  const places = subject.gradients.map(({ place }) => place);
  const line = ({ name, gradients }: FlowCurve, tone: Line['tone']): Line => ({
    tone,
    label: `${name}\n${endText(lastOf(gradients), words)}`,
    hasDots: gradients.length <= mostDots,
    points: gradients.map(({ place, relative }) => ({ x: place, y: relative })),
  });
  return lineChart({
    x: { title: titles.place, axis: countAxis(Math.min(...places), Math.max(...places)), isReversed: true },
    y: { title: titles.gradient, axis: powerAxis(all.map(({ relative }) => relative)) },
    lines: [line(reference, 'reference'), line(subject, 'subject')],
  });
}

/** More dots than this run into a band. */
const mostDots = 30;

const lastOf = (gradients: FlowCurve['gradients']) => gradients.at(-1)?.relative ?? Number.NaN;

function endText(ratio: number, { underflow, overflow }: FlowChart['words']): string {
  if (ratio === 0) return underflow;
  return Number.isFinite(ratio) ? readable(ratio) : overflow;
}

/** What becomes of a gradient whose norm changes by this factor on its way. */
export type Fate = 'underflows' | 'shrinks' | 'survives' | 'grows' | 'overflows';

/** A tenth and ten times are where a change begins to count. */
export function fateOf(ratio: number): Fate {
  if (ratio === 0) return 'underflows';
  if (!Number.isFinite(ratio)) return 'overflows';
  if (ratio < 0.1) return 'shrinks';
  return ratio > 10 ? 'grows' : 'survives';
}
