import type { ChartLayer, ChartSpec, Tone } from './description.ts';
import { type EndLabel, type NamedRows, namedRows, placeWithin } from './named-rows.ts';
import type { ValueAxis } from './value-axis.ts';

/** A named system with what was measured of it. */
export interface DotRow {
  readonly name: string;
  readonly series: readonly Dots[];
}

/** Equals of one kind: the seeds of one setting, or a single value. */
export interface Dots {
  readonly values: readonly number[];
  readonly tone: Tone;
  /** Written beside the rightmost dot of the series, or of the row where its series are joined. */
  readonly text: string;
}

/** What a dot chart shows. */
export interface DotChart extends NamedRows {
  readonly rows: readonly DotRow[];
  /** Puts the series of a row on one line and joins them: from before (hollow) to after. */
  readonly areJoined?: boolean;
}

/** Distance of the series of a row, as a share of the row. */
const seriesStep = 0.3;
/** Area of a dot in square pixels. */
const dotSize = 90;

/** Values as places on the axis: for magnitudes, the logarithmic axis above all, and for several seeds. */
export function dotChart({ rows, areJoined = false, ...frame }: DotChart): ChartSpec {
  const { axis } = frame.value;
  const placed = rows.map((row, index) => placeSeries(row, index, areJoined ? 0 : seriesStep, axis));
  const marks = placed.flatMap((row) => [
    ...row.map((series) => guide(series, axis)),
    ...(areJoined ? joint(row) : row.flatMap(range)),
    ...row.map((series, index) => points(series, areJoined && index < row.length - 1)),
  ]);
  const labelled = areJoined ? placed : placed.flatMap((row) => row.map((series) => [series]));
  return namedRows(
    frame,
    rows.map(({ name }) => name),
    marks,
    labelled.flatMap(endLabel),
  );
}

/** A series in the chart's units. */
interface PlacedSeries {
  readonly dots: Dots;
  readonly places: readonly number[];
  readonly y: number;
}

function placeSeries({ series }: DotRow, row: number, step: number, axis: ValueAxis): PlacedSeries[] {
  return series.map((dots, index) => ({
    dots,
    places: dots.values.map((value) => placeWithin(axis, value)),
    y: row + 0.5 + (index - (series.length - 1) / 2) * step,
  }));
}

/** Leads the eye from the name to the dots. */
function guide({ places, y }: PlacedSeries, { domain: [low] }: ValueAxis): ChartLayer {
  return {
    data: { values: [{ x: low, x2: Math.max(...places), y }] },
    mark: { type: 'rule', style: 'reference', opacity: 0.35, strokeDash: [1, 4] },
    encoding: { x2: { field: 'x2' } },
  };
}

/** From the lowest to the highest of several values. */
function range({ dots: { tone, values }, places, y }: PlacedSeries): ChartLayer[] {
  if (values.length < 2) return [];
  return [
    {
      data: { values: [{ x: Math.min(...places), x2: Math.max(...places), y }] },
      mark: { type: 'rule', style: tone, strokeWidth: 3, opacity: 0.4 },
      encoding: { x2: { field: 'x2' } },
    },
  ];
}

function joint(row: readonly PlacedSeries[]): ChartLayer[] {
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    {
      data: { values: [{ x: middle(first.places), x2: middle(last.places), y: first.y }] },
      mark: { type: 'rule', style: last.dots.tone, strokeWidth: 3, opacity: 0.5 },
      encoding: { x2: { field: 'x2' } },
    },
  ];
}

function points({ dots: { tone }, places, y }: PlacedSeries, isHollow: boolean): ChartLayer {
  return {
    data: { values: places.map((x) => ({ x, y })) },
    mark: {
      type: 'point',
      style: tone,
      filled: !isHollow,
      size: dotSize,
      opacity: places.length > 1 ? 0.7 : 1,
      strokeWidth: 2.5,
    },
  };
}

/** Beside the rightmost dot; joined series in one line: "0.97 → 0.78". */
function endLabel(row: readonly PlacedSeries[]): EndLabel[] {
  const last = row.at(-1);
  if (last === undefined) return [];
  return [
    {
      x: Math.max(...row.flatMap(({ places }) => places)),
      y: last.y,
      text: row.map(({ dots }) => dots.text).join(' → '),
      tone: last.dots.tone,
    },
  ];
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length - 1 - half], sorted[half]];
  return (low + high) / 2;
}
