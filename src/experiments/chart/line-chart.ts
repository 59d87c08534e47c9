import { axisChannel, type Side } from './axis-channel.ts';
import type { ChartLayer, ChartSpec, Tone } from './description.ts';
import { spreadLabels } from './spread-labels.ts';
import type { ValueAxis } from './value-axis.ts';
import { widthInLetters, wrapText } from './wrap-text.ts';

/** A curve with its name written at its end. */
export interface Line {
  /** Absent where a note beside the curve names it, as where curves end in one corner, or another curve of its tone does. */
  readonly label?: string;
  readonly tone: Tone;
  /** In the order they are joined; the label stands at the last. */
  readonly points: readonly Point[];
  /** A dot on every point; for curves of few points. */
  readonly hasDots?: boolean;
  readonly isDashed?: boolean;
  /** Where other seeds, or the sources, have it: a band behind the curve. */
  readonly spread?: readonly { readonly x: number; readonly low: number; readonly high: number }[];
}

/** A point of a curve, in its own units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a line chart shows. */
export interface LineChart {
  readonly x: Side;
  readonly y: Side;
  readonly lines: readonly Line[];
  /** Words written in the plot, beside a point in the chart's own units. */
  readonly notes?: readonly Note[];
}

/** A remark about a point. */
export interface Note {
  readonly at: Point;
  readonly text: string;
  readonly tone: Tone;
  readonly side: 'left' | 'right' | 'above' | 'below';
}

/** In Latin letters; a Chinese character counts two. */
const widestLabel = 16;
/** In CSS pixels. */
const labelLineHeight = 18;
/** Share of the plot's height that one row of a label takes; under a title of two lines the plot is about 215 pixels high. */
const labelRowShare = labelLineHeight / 215;

/** Curves with direct labels at their ends. */
export function lineChart({ x, y, lines, notes = [] }: LineChart): ChartSpec {
  const place = ({ x: atX, y: atY }: Point) => ({ x: x.axis.position(atX), y: y.axis.position(atY) });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    encoding: { x: axisChannel('x', x), y: axisChannel('y', y) },
    layer: [
      ...lines.flatMap((line) => spreadBand(line, x.axis, y.axis)),
      ...lines.flatMap((line) => curve({ ...line, points: line.points.map(place) })),
      ...endLabels(lines, x, y.axis),
      ...notes.map((note) => remark({ ...note, at: place(note.at) })),
    ],
  };
}

function spreadBand({ spread = [], tone }: Line, xAxis: ValueAxis, yAxis: ValueAxis): ChartLayer[] {
  if (spread.length === 0) return [];
  const values = spread.map(({ x, low, high }) => ({
    x: xAxis.position(x),
    y: yAxis.position(low),
    y2: yAxis.position(high),
  }));
  return [
    {
      data: { values },
      mark: { type: 'area', style: tone, opacity: 0.2 },
      encoding: { y2: { field: 'y2' } },
    },
  ];
}

function curve({ points, tone, hasDots = false, isDashed = false }: Line): ChartLayer[] {
  const data = { values: points.map((point, order) => ({ ...point, order })) };
  const line: ChartLayer = {
    data,
    mark: { type: 'line', style: tone, clip: false, ...(isDashed && { strokeDash: [5, 5] }) },
    encoding: { order: { field: 'order', type: 'quantitative' } },
  };
  const dots: ChartLayer = { data, mark: { type: 'point', style: tone, filled: true, size: 45, opacity: 1 } };
  return hasDots ? [line, dots] : [line];
}

function endLabels(lines: readonly Line[], x: Side, y: ValueAxis): ChartLayer[] {
  const [first, last] = x.axis.domain;
  // On the edge of the plot, wherever the line ends: Vega fits the plot beside labels that stand there.
  const edge = x.isReversed === true ? first : last;
  const ends = lines.flatMap(({ label, tone, points }) => {
    const end = points.at(-1);
    return end === undefined || label === undefined
      ? []
      : [{ rows: labelRows(label), tone, y: y.position(end.y) }];
  });
  const [low, high] = y.domain;
  const mostRows = Math.max(...ends.map(({ rows }) => rows.length));
  const labelHeight = labelRowShare * mostRows * (high - low);
  // A label lower than this would run into what is written at the last tick.
  const floor = low + labelHeight / 2;
  const spread = spreadLabels(
    ends.map((end) => end.y),
    labelHeight,
    floor,
  );
  return ends.map(({ rows, tone }, index) => ({
    data: { values: [{ x: edge, y: spread[index] ?? 0 }] },
    mark: {
      type: 'text',
      style: tone,
      text: rows,
      align: 'left',
      baseline: 'middle',
      dx: 12,
      // Vega centres the first row on the point; the label as a whole belongs there.
      dy: (-(rows.length - 1) * labelLineHeight) / 2,
      lineHeight: labelLineHeight,
      fontWeight: 600,
    },
  }));
}

/** A label in rows short enough to leave the plot most of the width. */
function labelRows(label: string): string[] {
  return label.split('\n').flatMap((row) => wrapText(row, widestLabel, widthInLetters));
}

function remark({ at, text, tone, side }: Note): ChartLayer {
  const placing = {
    left: { align: 'right', baseline: 'middle', dx: -10 },
    right: { align: 'left', baseline: 'middle', dx: 10 },
    above: { align: 'center', baseline: 'bottom', dy: -10 },
    below: { align: 'center', baseline: 'top', dy: 10 },
  } as const;
  return {
    data: { values: [{ ...at }] },
    mark: { type: 'text', style: tone, text, ...placing[side] },
  };
}
