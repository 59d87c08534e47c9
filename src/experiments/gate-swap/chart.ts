import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { lineChart } from '../chart/line-chart.ts';
import { countAxis, linearAxis } from '../chart/value-axis.ts';
import type { Values } from './settings.ts';
import type { Trained } from './training.ts';
import { wordsIn } from './words.ts';

/** The cell asked for and the one it is held against. */
export interface SwapTrace {
  readonly values: Values;
  readonly subject: Trained;
  readonly other: Trained;
}

/** How two cells learn to remember, or what their state does before they learn. */
export function describeChart(trace: SwapTrace, language: Language): ChartDescription {
  return trace.values.picture === 'training'
    ? describeTraining(trace, language)
    : describeStates(trace, language);
}

/** Batches averaged for a point of the curve; one batch of 32 jumps by three percent with every answer. */
const window = 10;

function describeTraining({ values, subject, other }: SwapTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const [curve, otherCurve] = [smooth(subject.accuracies), smooth(other.accuracies)];
  const told = {
    ...values,
    other: other.cell,
    right: curve.at(-1)?.y ?? Number.NaN,
    otherRight: otherCurve.at(-1)?.y ?? Number.NaN,
  };
  const shares = [...curve, ...otherCurve].map(({ y }) => y);
  const x = { title: words.trainingStep, axis: countAxis(0, values.steps) };
  return {
    title: words.trained(told),
    subtitle: words.task(values),
    alt: words.trainedAlt(told),
    spec: lineChart({
      x,
      y: { title: words.rightAnswers, axis: linearAxis([40, 100, ...shares], false) },
      lines: [
        {
          tone: 'reference',
          isDashed: true,
          label: words.guessing,
          points: [0, values.steps].map((at) => ({ x: at, y: 50 })),
        },
        { tone: 'series-1', label: words.end(other.cell, told.otherRight), points: otherCurve },
        { tone: 'subject', label: words.end(subject.cell, told.right), points: curve },
      ],
    }),
  };
}

/** Right answers in percent, averaged over the batches up to each. */
function smooth(accuracies: readonly number[]) {
  return accuracies.map((_, step) => {
    const part = accuracies.slice(Math.max(0, step + 1 - window), step + 1);
    return { x: step + 1, y: (100 * part.reduce((sum, share) => sum + share, 0)) / part.length };
  });
}

function describeStates({ values, subject, other }: SwapTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const told = {
    ...values,
    other: other.cell,
    mean: subject.means.at(-1) ?? Number.NaN,
    otherMean: other.means.at(-1) ?? Number.NaN,
  };
  const curveOf = ({ means }: Trained) => [0, ...means].map((y, x) => ({ x, y }));
  return {
    title: words.filled(told),
    subtitle: words.untrained(values),
    alt: words.filledAlt(told),
    spec: lineChart({
      x: { title: words.timeStep, axis: countAxis(0, values.length) },
      y: { title: words.state, axis: linearAxis([...subject.means, ...other.means]) },
      lines: [
        { tone: 'series-1', label: words.endState(other.cell, told.otherMean), points: curveOf(other) },
        { tone: 'subject', label: words.endState(subject.cell, told.mean), points: curveOf(subject) },
      ],
    }),
  };
}
