import type { Bench, Run } from '../experiment.ts';
import type { TimeCurve, TimeTrace } from './chart.ts';
import { measureTimeFlow, type TimeFlow } from './recurrence.ts';
import { isGated, type TimeMeasure, type Values } from './settings.ts';

/** Stands for a gradient that left float32: measures must be numbers. */
const overflowed = 1e38;

/** Measures the network asked for and one to hold it against. */
export function runTimeFlow(values: Values, { seed, checkpoint }: Bench): Run<TimeMeasure, TimeTrace> {
  const flow = measureTimeFlow(values, seed);
  checkpoint();
  const reference = contrast(values);
  const subject = toCurve(values, flow);
  const ratio = subject.gradients.at(-1)?.relative ?? Number.NaN;
  const measured = Number.isFinite(ratio) ? ratio : overflowed;
  return {
    measures: { ratio: measured, perStep: measured ** (1 / values.steps), kept: flow.kept },
    trace: { subject, reference: toCurve(reference, measureTimeFlow(reference, seed)) },
  };
}

/** A plain net beside a gated one, a gated one beside a plain one; and for linear and ReLU nets, another matrix. */
function contrast(values: Values): Values {
  if (isGated(values)) return { ...values, cell: 'tanh' };
  switch (values.cell) {
    case 'linear':
      return { ...values, gain: values.gain === 1 ? 0.9 : 1 };
    case 'relu':
      return values.weights === 'identity' && values.gain === 1
        ? { ...values, weights: 'gaussian' }
        : { ...values, weights: 'identity', gain: 1 };
    case 'sigmoid':
    case 'tanh':
    case 'gru':
    case 'lstm':
      return { ...values, cell: 'lstm' };
  }
}

function toCurve(values: Values, { gradientNorms }: TimeFlow): TimeCurve {
  const last = gradientNorms.at(-1) ?? Number.NaN;
  const gradients = gradientNorms.map((norm, step) => ({ place: step, relative: relativeTo(last, norm) }));
  return { values, gradients: gradients.reverse() };
}

/** A norm that is no number any more has overflowed on its way. */
function relativeTo(last: number, norm: number): number {
  const relative = norm / last;
  return Number.isNaN(relative) ? Number.POSITIVE_INFINITY : relative;
}
