import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { lineChart } from '../chart/line-chart.ts';
import { countAxis, linearAxis, powerAxis } from '../chart/value-axis.ts';
import type { StallGradients } from './neuron.ts';
import { confident, type Values } from './settings.ts';
import { type FitTold, wordsIn } from './words.ts';

/** How far both fits are from where IRLS ends, and the gradients of the two losses. */
export interface GlmTrace {
  readonly values: Values;
  /** Before the first step and after every step. */
  readonly neuron: readonly number[];
  readonly irls: readonly number[];
  readonly stall: StallGradients;
}

/** A neuron arriving at the coefficients of a GLM, or what two losses pass back to it. */
export function describeChart(trace: GlmTrace, language: Language): ChartDescription {
  return trace.values.picture === 'coefficients'
    ? describeFit(trace, language)
    : describeStall(trace, language);
}

/** Distances below this are drawn as this: float32 knows none. */
const closest = 1e-8;

function describeFit({ values, neuron, irls }: GlmTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const iterations = irls.length - 1;
  const told: FitTold = { ...values, gap: neuron.at(-1) ?? Number.NaN, iterations };
  const [way, irlsWay] = [drawn(neuron), drawn(irls)];
  const end = irlsWay.at(-1)?.x ?? iterations;
  return {
    title: words.fitted(told),
    subtitle: words.data(told),
    alt: words.fittedAlt(told),
    spec: lineChart({
      x: { title: words.step, axis: countAxis(0, values.steps) },
      y: { title: words.gap, axis: powerAxis([closest, ...neuron.map(atLeastClosest)]) },
      lines: [
        { tone: 'reference', hasDots: true, points: irlsWay },
        { tone: 'subject', label: words.neuron(told), points: way },
      ],
      notes: [{ at: { x: end, y: 10 * closest }, text: words.irls(told), tone: 'reference', side: 'right' }],
    }),
  };
}

const atLeastClosest = (gap: number) => Math.max(closest, gap);

/** The way to the end, up to the first place that cannot be told from it. */
function drawn(gaps: readonly number[]) {
  const arrival = gaps.findIndex((gap) => gap <= closest);
  const kept = arrival < 0 ? gaps : gaps.slice(0, arrival + 1);
  return kept.map((gap, x) => ({ x, y: atLeastClosest(gap) }));
}

function describeStall(
  { stall: { z, crossEntropy, squaredError } }: GlmTrace,
  language: Language,
): ChartDescription {
  const words = wordsIn[language];
  const place = z.indexOf(confident);
  const told = {
    crossEntropy: crossEntropy[place] ?? Number.NaN,
    squaredError: squaredError[place] ?? Number.NaN,
  };
  const sizes = (gradients: readonly number[]) =>
    gradients.map((gradient, at) => ({ x: z[at] ?? Number.NaN, y: Math.abs(gradient) }));
  const curves = [sizes(crossEntropy), sizes(squaredError)] as const;
  return {
    title: words.stalled(told),
    subtitle: words.oneNeuron,
    alt: words.stalledAlt(told),
    spec: lineChart({
      x: { title: words.z, axis: linearAxis(z, false) },
      y: { title: words.gradient, axis: powerAxis(curves.flat().map(({ y }) => y)) },
      lines: [
        { tone: 'series-1', label: words.crossEntropy, points: curves[0] },
        { tone: 'subject', label: words.squaredError, points: curves[1] },
      ],
    }),
  };
}
