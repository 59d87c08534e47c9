// One experiment at its defaults on one backend, in this process; prints its figures as JSON. Called by experiments.ts.
import { type Backend, useBackend } from '../../../src/experiments/backend.ts';
import { drawChart } from '../../../src/experiments/chart/draw-chart.ts';
import { measureFlow } from '../../../src/experiments/depth-flow/network.ts';
import { createStock } from '../../../src/experiments/depth-flow/stock.ts';
import type { Experiment } from '../../../src/experiments/experiment.ts';
import { experiments } from '../../../src/experiments/index.ts';
import { inScope } from '../../../src/experiments/maths/scope.ts';
import { compute } from '../../../src/experiments/perform-run.ts';
import { warmUp } from '../../../src/experiments/warm-up.ts';
import { percentile } from '../whole/percentile.ts';
import { countOperations, matMulRate, withTapesOwnGradients } from './arithmetic.ts';
import { naiveRuns } from './naive.ts';

/** What the bench says of an experiment on a backend; times in milliseconds. */
export interface RunFigures {
  readonly id: string;
  readonly backend: string;
  /** The first run of a warmed-up worker, to the measures. */
  readonly firstMs: number;
  /** The median of further runs, to the measures. */
  readonly warmMs: number;
  /** One network of 20 layers × 64 units of `depth-flow`, drawn and measured: the run has two. */
  readonly oneNetMs?: number;
  /** Describing and drawing the chart, warm. */
  readonly drawMs: number;
  /** Largest resident memory of the process. */
  readonly peakBytes: number;
  /** How many times longer the same run takes with every gradient left to TensorFlow.js, the two taking turns. */
  readonly naiveRatio?: number;
  /** What its products of matrices and its convolutions take at the speed of one large product, measured here and now. */
  readonly boundMs?: number;
  /** The same computation in PyTorch. */
  readonly rivalMs?: number;
}

const [id = '', backend = '', runs = '40'] = process.argv.slice(2);
const experiment = experiments.find((each) => each.id === id);
if (experiment === undefined) throw new Error(`there is no experiment ${id}`);
process.stdout.write(`${JSON.stringify(await measure(experiment))}\n`);

async function measure(chosen: Experiment): Promise<RunFigures> {
  const isPlain = backend === 'plain';
  // The parent asks for backends that this machine has.
  const forced = isPlain ? undefined : (backend as Backend);
  await warmUp(forced);
  if (forced !== undefined) await useBackend([forced]);
  const firstMs = await timed(() => once(chosen));
  const own = () => once(chosen);
  const naive = () => withTapesOwnGradients(backend, async () => (naiveRuns[id] ?? own)());
  const [warmMs = Number.NaN] = await medians([own]);
  const { describe } = await once(chosen);
  const [drawMs = Number.NaN] = await medians([() => drawChart(describe('en'), 'light', id)]);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const figures = { id, backend, firstMs, warmMs, drawMs, peakBytes };
  if (isPlain) return figures;
  const operations = await countOperations(backend, () => once(chosen));
  const [besideNaiveMs = Number.NaN, naiveMs = Number.NaN] = await medians([own, naive]);
  const naiveRatio = naiveMs / besideNaiveMs;
  const boundMs = (operations / matMulRate()) * 1000;
  if (id !== 'depth-flow') return { ...figures, boundMs, naiveRatio };
  const [oneNetMs = Number.NaN] = await medians([async () => inScope(oneNet)]);
  return { ...figures, boundMs, naiveRatio, oneNetMs };
}

function oneNet() {
  const network = { activation: 'relu', init: 'he', norm: 'none', skip: 'none', depth: 20 } as const;
  return measureFlow(network, createStock(1));
}

function once(chosen: Experiment) {
  const defaults = Object.fromEntries(
    Object.entries(chosen.parameters).map(([name, { default: initial }]) => [name, initial]),
  );
  return compute(chosen, defaults, { seed: 1, checkpoint: () => undefined });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/**
 * The median time of each, of as many rounds as asked for, but not for longer than twenty seconds; after half as many
 * that warm up the compiler. They take turns: whichever ran later would find the machine warmer.
 */
async function medians(works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  await repeat(works, Number(runs) / 2, 6_000);
  const rounds = await repeat(works, Number(runs), 20_000);
  return works.map((_, place) =>
    percentile(
      rounds.map((times) => times[place] ?? Number.NaN),
      0.5,
    ),
  );
}

async function repeat(
  works: readonly (() => Promise<unknown>)[],
  count: number,
  limitMs: number,
): Promise<number[][]> {
  const rounds: number[][] = [];
  const endMs = performance.now() + limitMs;
  while (rounds.length < count && (rounds.length < 3 || performance.now() < endMs)) {
    const times: number[] = [];
    for (const work of works) times.push(await timed(work));
    rounds.push(times);
  }
  return rounds;
}
