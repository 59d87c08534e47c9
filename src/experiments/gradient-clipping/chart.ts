import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { type Line, lineChart } from '../chart/line-chart.ts';
import { countAxis, linearAxis, powerAxis } from '../chart/value-axis.ts';
import { cliffLoss } from './cliff.ts';
import { lostAbove, type Values } from './settings.ts';
import { wordsIn } from './words.ts';

/** Training with and without clipping, and the way down the cliff. */
export interface ClipTrace extends Pick<Values, 'clip' | 'threshold' | 'gain' | 'picture'> {
  /** Losses step by step; not finite where they overflowed. */
  readonly clipped: readonly number[];
  readonly unclipped: readonly number[];
  /** Weights on the clipped way down the cliff. */
  readonly path: readonly number[];
  /** Where the first step leads without clipping. */
  readonly jump: number;
}

/** What clipping does: to an RNN in training, or to a single weight on a cliff. */
export function describeChart(trace: ClipTrace, language: Language): ChartDescription {
  return trace.picture === 'rnn' ? describeTraining(trace, language) : describeCliff(trace, language);
}

function describeTraining(trace: ClipTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const { clipped, unclipped } = trace;
  const told = {
    ...trace,
    steps: clipped.length,
    end: meanOfLast(clipped),
    unclippedEnd: meanOfLast(unclipped),
    lostAt: unclipped.findIndex(isLost),
  };
  const [withClipping, without] = [shown(clipped), shown(unclipped)];
  return {
    title: words.trained(told),
    subtitle: words.task(trace.gain),
    alt: words.trainedAlt(told),
    spec: lineChart({
      x: { title: words.step, axis: countAxis(0, clipped.length) },
      y: { title: words.loss, axis: powerAxis([...withClipping, ...without].map(({ y }) => y)) },
      lines: [
        { points: without, tone: 'reference', ...(told.lostAt < 0 && { label: words.unclipped(told) }) },
        { points: withClipping, tone: 'subject', label: words.clipped(told) },
      ],
      notes:
        told.lostAt < 0
          ? []
          : [{ at: top(without), text: words.lost(told), tone: 'reference', side: 'right' }],
    }),
  };
}

/** Where a lost curve leaves the picture. */
const top = (points: Line['points']) => points.at(-1) ?? { x: 0, y: lostAbove };

const isLost = (loss: number) => !(loss <= lostAbove);

/** The curve, up to the step at which it leaves the picture. */
function shown(losses: readonly number[]): Line['points'] {
  const lost = losses.findIndex(isLost);
  const kept = lost < 0 ? losses : [...losses.slice(0, lost), lostAbove];
  return kept.map((y, x) => ({ x, y }));
}

function meanOfLast(losses: readonly number[]): number {
  const end = losses.slice(-10);
  return end.reduce((sum, loss) => sum + loss, 0) / end.length;
}

/** The part of the cliff that is drawn, and the loss at which its valley is cut off. */
const [left, right] = [0.9, 1.3];
const lowestLoss = 1e-4;
/** Steps shorter than this run into a band of dots. */
const shortestStep = 0.005;

function describeCliff({ threshold, path, jump }: ClipTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const told = { threshold, end: path.at(-1) ?? Number.NaN, jump };
  const onCliff = (w: number) => ({ x: w, y: Math.max(lowestLoss, cliffLoss(w)) });
  const [start = Number.NaN, second = start] = path;
  const cliff = Array.from({ length: 200 }, (_, index) => left + ((right - left) * index) / 199);
  return {
    title: words.landed(told),
    subtitle: words.cliff,
    alt: words.landedAlt(told),
    spec: lineChart({
      x: { title: words.weight, axis: linearAxis([left, right], false) },
      y: { title: words.loss, axis: powerAxis([lowestLoss, cliffLoss(right)]) },
      lines: [
        { tone: 'reference', label: words.lossCurve, points: cliff.map(onCliff) },
        { tone: 'subject', points: path.map(onCliff), hasDots: start - second >= shortestStep },
      ],
      notes: [
        { at: { ...onCliff(right), x: start }, text: words.start(told), tone: 'subject', side: 'left' },
        { at: onCliff(told.end), text: words.landing(told), tone: 'subject', side: 'left' },
      ],
    }),
  };
}
