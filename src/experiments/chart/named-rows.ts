import { axisChannel, type Side } from './axis-channel.ts';
import type { ChartLayer, ChartSpec, Tone } from './description.ts';
import { spreadLabels } from './spread-labels.ts';
import type { ValueAxis } from './value-axis.ts';
import { widthInLetters, wrapText } from './wrap-text.ts';

/** What every chart of named rows has: names stand on the left, values run to the right. */
export interface NamedRows {
  readonly value: Side;
  readonly rules?: readonly Rule[];
}

/** A vertical line through all rows: chance, a bound of theory, a published value. */
export interface Rule {
  readonly at: number;
  readonly label: string;
}

/** Words beside a mark, in the units of the plot. */
export interface EndLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly tone: Tone;
  /** Where the mark ends to the left of where it begins. */
  readonly isLeft?: boolean;
}

/** Height of the plot that rows share, in CSS pixels. */
export const plotHeight = 235;
/** Width of the plot with its names. */
const plotWidth = 472;
/** Width of a letter of a label; digits are a little wider, commas and points make up for them. */
const letterWidth = 8.8;
/** In letters; a Chinese character counts two. */
const widestName = 15;
const namePadding = 12;
/** Between a mark and its label, and at least between the label and the edge. */
const labelGap = 10;
const edgeGap = 6;

/**
 * Rows from top to bottom, each one unit high: row `index` is centred on `index + 0.5`.
 * `marks` are drawn in these units, `value.axis` having placed the values; `labels` find room inside the plot.
 */
export function namedRows(
  { value, rules = [] }: NamedRows,
  names: readonly string[],
  marks: readonly ChartLayer[],
  labels: readonly EndLabel[],
): ChartSpec {
  const rows = names.map((name) => wrapText(name, widestName, widthInLetters));
  const axis = withRoom(value.axis, rows.flat(), labels);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    encoding: {
      x: axisChannel('x', { ...value, axis }),
      y: axisChannel('y', { title: '', axis: nameAxis(rows), isReversed: true }),
    },
    layer: [
      ...rules.map((rule) => ruleLine(rule, axis, names.length)),
      ...marks,
      ...labels.map(endLabel),
      ...ruleLabels(rules, axis),
    ],
    config: {
      axisX: { grid: true, domain: false, ticks: false },
      axisY: { grid: false, labelPadding: namePadding },
    },
  };
}

/** A value or a bound as it stands in the plot; what lies beyond the axis stands at its end. */
export function placeWithin({ position, domain: [low, high] }: ValueAxis, value: number): number {
  return Math.min(high, Math.max(low, position(value)));
}

/** The axis, stretched until every label fits; ticks stay where they are. Vega would cut the labels off. */
function withRoom(axis: ValueAxis, names: readonly string[], labels: readonly EndLabel[]): ValueAxis {
  const nameLetters = Math.max(0, ...names.map(widthInLetters));
  const width = plotWidth - nameLetters * letterWidth - namePadding;
  const [first, last] = axis.domain;
  let [low, high] = axis.domain;
  // Room on one side makes every label on the other a smaller part of the whole; this settles in a few rounds.
  for (let round = 0; round < 6; round++) {
    const span = high - low;
    const rooms = labels.map(({ x, text, isLeft = false }) => {
      const room = span * Math.min(0.4, (widthInLetters(text) * letterWidth + labelGap + edgeGap) / width);
      return isLeft ? x - room : x + room;
    });
    low = Math.min(first, ...rooms);
    high = Math.max(last, ...rooms);
  }
  return { ...axis, domain: [low, high] };
}

function nameAxis(rows: readonly (readonly string[])[]): ValueAxis {
  return {
    domain: [0, rows.length],
    origin: 0,
    ticks: rows.map((row, index) => ({ at: index + 0.5, label: row.join('\n') })),
    position: (value) => value,
  };
}

function endLabel({ x, y, text, tone, isLeft = false }: EndLabel): ChartLayer {
  return {
    data: { values: [{ x, y }] },
    mark: {
      type: 'text',
      style: tone,
      text,
      align: isLeft ? 'right' : 'left',
      baseline: 'middle',
      dx: isLeft ? -labelGap : labelGap,
      fontWeight: 600,
    },
  };
}

function ruleLine({ at }: Rule, axis: ValueAxis, rows: number): ChartLayer {
  return {
    data: { values: [{ x: axis.position(at), y: 0, y2: rows }] },
    mark: { type: 'rule', style: 'reference', strokeDash: [5, 5] },
    encoding: { y2: { field: 'y2' } },
  };
}

/** Above the plot, moved apart where rules stand close together. */
function ruleLabels(rules: readonly Rule[], axis: ValueAxis): ChartLayer[] {
  const [low, high] = axis.domain;
  const widest = Math.max(0, ...rules.map(({ label }) => widthInLetters(label)));
  const places = spreadLabels(
    rules.map(({ at }) => axis.position(at)),
    (((widest + 2) * letterWidth) / plotWidth) * (high - low),
  );
  return rules.map(({ label }, index) => ({
    data: { values: [{ x: places[index] ?? 0, y: 0 }] },
    mark: { type: 'text', style: 'reference', text: label, baseline: 'bottom', dy: -6 },
  }));
}
