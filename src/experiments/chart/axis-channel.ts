import type { ChartSpec } from './description.ts';
import type { ValueAxis } from './value-axis.ts';

/** One side of the plot: an axis with its title. */
export interface Side {
  readonly title: string;
  readonly axis: ValueAxis;
  /** From high to low, as backpropagation runs. */
  readonly isReversed?: boolean;
}

/** The part of a position channel that varies here. */
type PositionChannel = NonNullable<NonNullable<ChartSpec['encoding']>['x']>;

/** A position channel that shows exactly the ticks of its axis, with the words the axis gives them. */
export function axisChannel(field: 'x' | 'y', { title, axis, isReversed = false }: Side) {
  const positions = axis.ticks.map(({ at }) => at);
  const labels = JSON.stringify(axis.ticks.map(({ label }) => label));
  return {
    field,
    type: 'quantitative' as const,
    title,
    axis: {
      values: positions,
      // A label of several lines is a list to Vega.
      labelExpr: `split(${labels}[indexof(${JSON.stringify(positions)}, datum.value)], '\\n')`,
    },
    scale: { domain: [...axis.domain], nice: false, zero: false, reverse: isReversed },
  } satisfies PositionChannel;
}
