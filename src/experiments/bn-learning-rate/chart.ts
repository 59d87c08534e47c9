import type { Language } from '../../core/question/language.ts';
import { activationTitles } from '../chart/activation-titles.ts';
import type { ChartDescription } from '../chart/description.ts';
import { lineChart } from '../chart/line-chart.ts';
import { linearAxis, powerAxis, type ValueAxis } from '../chart/value-axis.ts';
import type { ScaledLayer } from './invariance.ts';
import { chance, rates, type Values } from './settings.ts';
import { type RateTold, wordsIn } from './words.ts';

/** Final losses by learning rate, and a layer at several scales of its weights. */
export interface NormTrace extends Values {
  /** In the order of the rates; not finite where training diverged. */
  readonly plain: readonly number[];
  readonly normalised: readonly number[];
  readonly layers: readonly ScaledLayer[];
}

/** What batch normalisation makes of a learning rate, or of scaled weights. */
export function describeChart(trace: NormTrace, language: Language): ChartDescription {
  return trace.picture === 'learning-rate' ? describeRates(trace, language) : describeScales(trace, language);
}

function describeRates(
  { activation, steps, plain, normalised }: NormTrace,
  language: Language,
): ChartDescription {
  const words = wordsIn[language];
  const told: RateTold = { name: activationTitles[activation][language], plain, normalised, steps };
  const curve = (losses: readonly number[]) =>
    rates.map((x, index) => ({ x, y: losses[index] ?? Number.NaN }));
  return {
    title: words.rates(told),
    subtitle: words.network(told),
    alt: words.ratesAlt(told),
    spec: lineChart({
      x: { title: words.rate, axis: rateAxis },
      y: { title: words.loss(steps), axis: lossAxis([...plain, ...normalised]) },
      lines: [
        {
          tone: 'reference',
          isDashed: true,
          label: words.guessing,
          points: rates.map((x) => ({ x, y: chance })),
        },
        { tone: 'series-1', hasDots: true, label: words.without, points: curve(plain) },
        { tone: 'subject', hasDots: true, label: words.with, points: curve(normalised) },
      ],
    }),
  };
}

/** Rates on a logarithmic axis with a tick at each. */
const rateAxis: ValueAxis = {
  domain: [Math.log10(rates[0]), Math.log10(rates[rates.length - 1] ?? 1)],
  origin: Math.log10(rates[0]),
  ticks: rates.map((rate) => ({ at: Math.log10(rate), label: String(rate) })),
  position: Math.log10,
};

/** Losses from 0 to guessing; what is far above it or no number stands on a line of its own on top. */
function lossAxis(losses: readonly number[]): ValueAxis {
  const axis = linearAxis([0, chance]);
  const isLost = (loss: number) => !(loss < lost);
  if (!losses.some(isLost)) return axis;
  return {
    ...axis,
    domain: [0, lost],
    ticks: [...axis.ticks, { at: lost, label: 'NaN' }],
    position: (loss) => (isLost(loss) ? lost : loss),
  };
}

const lost = 1.8;

function describeScales({ layers }: NormTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const points = (of: 'outputRatio' | 'gradientRatio') =>
    layers.map((layer) => ({ x: layer.scale, y: layer[of] }));
  return {
    title: words.scales(layers),
    subtitle: words.layer,
    alt: words.scalesAlt(layers),
    spec: lineChart({
      x: { title: words.scale, axis: powerAxis(layers.map(({ scale }) => scale)) },
      y: { title: words.ratio, axis: powerAxis([1, ...layers.map(({ gradientRatio }) => gradientRatio)]) },
      lines: [
        { tone: 'reference', hasDots: true, label: words.output, points: points('outputRatio') },
        { tone: 'subject', hasDots: true, label: words.gradient, points: points('gradientRatio') },
      ],
    }),
  };
}
