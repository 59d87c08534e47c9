import type { ChartLayer, ChartSpec, Tone } from './description.ts';
import { type EndLabel, type NamedRows, namedRows, placeWithin, plotHeight } from './named-rows.ts';
import type { ValueAxis } from './value-axis.ts';

/** A named system with its bar, or with a few to hold against each other: training and test, before and after. */
export interface BarRow {
  readonly name: string;
  readonly bars: readonly Bar[];
}

/** One number as a length. */
export interface Bar {
  readonly value: number;
  readonly tone: Tone;
  /** Written at its end: the number, with a word where a row has several bars ("0.25 permuted"). */
  readonly text: string;
  /** Where the sources expect the value: a band behind the bar. */
  readonly expected?: readonly [low: number, high: number];
}

/** What a bar chart shows. */
export interface BarChart extends NamedRows {
  readonly rows: readonly BarRow[];
}

/** Share of a row its bars take together. */
const barsShare = 0.72;
/** In CSS pixels: a lone bar must not become a block. */
const thickestBar = 34;
/** Share of a bar's place left free below it, so that neighbours stay two. */
const gapShare = 0.12;
/** How far the expected range reaches beyond its bar, so that it shows where the bar covers it. */
const bandOverhang = 0.25;

/**
 * Horizontal bars from 0, or on a logarithmic axis from its low end. Best for up to eight rows, or four rows of two bars;
 * on a logarithmic axis the lengths cannot be compared, so prefer `dotChart` there.
 */
export function barChart({ rows, ...frame }: BarChart): ChartSpec {
  const { axis } = frame.value;
  const bars = rows.flatMap((row, index) => placeBars(row, index, rows.length, axis));
  return namedRows(
    frame,
    rows.map(({ name }) => name),
    [...bars.flatMap((each) => expectedBand(each, axis)), ...bars.map(length)],
    bars.map(endLabel),
  );
}

/** A bar in the chart's units. */
interface PlacedBar {
  readonly bar: Bar;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

function placeBars({ bars }: BarRow, row: number, rows: number, axis: ValueAxis): PlacedBar[] {
  const thickness = Math.min(barsShare / bars.length, (thickestBar * rows) / plotHeight);
  const top = row + 0.5 - (thickness * bars.length) / 2;
  return bars.map((bar, index) => ({
    bar,
    from: axis.origin,
    to: placeWithin(axis, bar.value),
    top: top + (index + gapShare / 2) * thickness,
    bottom: top + (index + 1 - gapShare / 2) * thickness,
  }));
}

function expectedBand({ bar, top, bottom }: PlacedBar, axis: ValueAxis): ChartLayer[] {
  if (bar.expected === undefined) return [];
  const [x, x2] = bar.expected.map((bound) => placeWithin(axis, bound));
  const overhang = bandOverhang * (bottom - top);
  return [
    {
      data: { values: [{ x, x2, y: top - overhang, y2: bottom + overhang }] },
      mark: { type: 'rect', style: 'reference', opacity: 0.35 },
      encoding: corners,
    },
  ];
}

const corners = { x2: { field: 'x2' }, y2: { field: 'y2' } } as const;

function length({ bar, from, to, top, bottom }: PlacedBar): ChartLayer {
  return {
    data: { values: [{ x: from, x2: to, y: top, y2: bottom }] },
    mark: { type: 'rect', style: bar.tone },
    encoding: corners,
  };
}

function endLabel({ bar: { text, tone }, from, to, top, bottom }: PlacedBar): EndLabel {
  return { x: to, y: (top + bottom) / 2, text, tone, isLeft: to < from };
}
