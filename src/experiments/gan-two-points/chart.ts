import type { Language } from '../../core/question/language.ts';
import type { ChartDescription, Tone } from '../chart/description.ts';
import { dotChart } from '../chart/dot-chart.ts';
import { lineChart, type Point } from '../chart/line-chart.ts';
import { readable } from '../chart/number-text.ts';
import { countAxis, linearAxis, powerAxis } from '../chart/value-axis.ts';
import { fateOf, placeText } from './place.ts';
import { type LossName, looseBound, mediumBound, tightBound, type Values } from './settings.ts';
import { wordsIn } from './words.ts';

/** Where the fakes are after each step of the generator, by its loss. */
export type Paths = Readonly<Record<LossName, readonly number[]>>;

/** What the pictures show. */
export interface GanTrace {
  readonly values: Values;
  readonly paths: Paths;
  readonly slopes: Readonly<Record<'tightSlope' | 'mediumSlope' | 'looseSlope' | 'penaltySlope', number>>;
  readonly curves: { readonly js: readonly Point[]; readonly wasserstein: readonly Point[] };
}

/** The picture asked for. */
export function describeChart(trace: GanTrace, language: Language): ChartDescription {
  switch (trace.values.view) {
    case 'path':
      return pathChart(trace, language);
    case 'slope':
      return slopeChart(trace, language);
    case 'divergence':
      return divergenceChart(trace, language);
  }
}

const tones: Readonly<Record<LossName, Tone>> = {
  saturating: 'series-1',
  'non-saturating': 'series-4',
  'gradient-penalty': 'series-5',
  'weight-clipping': 'series-3',
};

/** In the order they are drawn. The last is dashed, for under a tight bound it stands still on the first. */
const drawn = ['saturating', 'non-saturating', 'gradient-penalty', 'weight-clipping'] as const;

/** Where the generators go. */
function pathChart({ values, paths }: GanTrace, language: Language): ChartDescription {
  const words = wordsIn[language].path;
  const { loss, distance, clip } = values;
  const end = (name: LossName) => paths[name].at(-1) ?? Number.NaN;
  const nameOf = (name: LossName) => words.names[name](clip);
  const steps = paths[loss].length - 1;
  const ends = drawn.map((name) => ({ name: nameOf(name), end: placeText(end(name)) }));
  return {
    title: words.finding[fateOf(end(loss), distance)](nameOf(loss), placeText(end(loss)), steps),
    subtitle: words.setting(distance),
    alt: words.alt(steps, distance, ends),
    spec: lineChart({
      x: { title: words.step, axis: countAxis(0, steps) },
      y: { title: words.place, axis: linearAxis(Object.values(paths).flat()) },
      lines: drawn.map((name) => ({
        label: nameOf(name),
        tone: name === loss ? 'subject' : tones[name],
        isDashed: name === 'weight-clipping',
        points: paths[name].map((y, x) => ({ x, y })),
      })),
    }),
  };
}

/** How steep critics are at the fakes. */
function slopeChart({ values, slopes }: GanTrace, language: Language): ChartDescription {
  const words = wordsIn[language].slope;
  const rows = [
    { name: words.clipped(tightBound), slope: slopes.tightSlope, tone: 'series-3' },
    { name: words.clipped(mediumBound), slope: slopes.mediumSlope, tone: 'series-3' },
    { name: words.clipped(looseBound), slope: slopes.looseSlope, tone: 'series-3' },
    { name: words.penalised, slope: slopes.penaltySlope, tone: 'subject' },
  ] as const;
  const told = rows.map(({ slope }) => readable(Number(slope.toPrecision(2))));
  const [tight = '', , loose = '', penalised = ''] = told;
  return {
    title: words.finding(tight, loose, penalised),
    subtitle: words.setting(values.distance),
    alt: words.alt(rows.map(({ name }, place) => ({ name, slope: told[place] ?? '' }))),
    spec: dotChart({
      rows: rows.map(({ name, slope, tone }, place) => ({
        name,
        series: [{ values: [slope], tone, text: told[place] ?? '' }],
      })),
      value: { title: words.axis, axis: powerAxis([1, ...rows.map(({ slope }) => slope)]) },
      rules: [{ at: 1, label: words.ideal }],
    }),
  };
}

/** The two distances against θ (Arjovsky et al. 2017, Example 1). */
function divergenceChart({ curves }: GanTrace, language: Language): ChartDescription {
  const words = wordsIn[language].divergence;
  const far = curves.js.at(-1) ?? { x: Number.NaN, y: Number.NaN };
  const reached = curves.js.find(({ y }) => y > 0.999 * Math.LN2)?.x;
  return {
    title: words.finding(reached === undefined ? undefined : readable(reached)),
    subtitle: words.setting,
    alt: words.alt(readable(far.x), far.y.toFixed(3)),
    spec: lineChart({
      x: { title: words.theta, axis: linearAxis(curves.js.map(({ x }) => x)) },
      y: { title: words.axis, axis: linearAxis(curves.wasserstein.map(({ y }) => y)) },
      lines: [
        { label: words.js, tone: 'subject', points: curves.js },
        { label: words.wasserstein, tone: 'series-1', points: curves.wasserstein },
      ],
    }),
  };
}
