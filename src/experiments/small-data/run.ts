import type { Bench, Run } from '../experiment.ts';
import { createRandom } from '../maths/random.ts';
import type { SmallDataTrace, Standing } from './chart.ts';
import { fitLogistic, logisticAccuracy } from './logistic.ts';
import { trainNetworks } from './networks.ts';
import { drawTasks, firstOf, type Task } from './samples.ts';
import { type SmallDataMeasure, sizes, type Values } from './settings.ts';

/** Fits a linear model and trains a network on ever more samples of the same tasks. */
export function runSmallData(
  values: Values,
  { seed, checkpoint }: Bench,
): Run<SmallDataMeasure, SmallDataTrace> {
  const tasks = drawTasks(values.truth, seed);
  const networks = trainNetworks(tasks, sizes, values, createRandom(seed, 'networks'), checkpoint);
  const standings = sizes.map((size, index): Standing => {
    checkpoint();
    return { size, logistic: mean(tasks.map(logisticOf(size))), mlp: mean(networks[index] ?? []) };
  });
  const [fewest, most] = [standings[0] ?? none, standings.at(-1) ?? none];
  const lead = ({ logistic, mlp }: Standing) => mlp - logistic;
  return {
    measures: {
      logistic20: fewest.logistic,
      mlp20: fewest.mlp,
      lead20: lead(fewest),
      logistic1000: most.logistic,
      mlp1000: most.mlp,
      lead1000: lead(most),
      largestLead: Math.max(...standings.map(lead)),
    },
    trace: { values, standings, best: mean(tasks.map(({ best }) => best)) },
  };
}

const none: Standing = { size: 0, logistic: Number.NaN, mlp: Number.NaN };

const logisticOf =
  (size: number) =>
  ({ training, test }: Task) =>
    logisticAccuracy(fitLogistic(firstOf(training, size)), test);

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
