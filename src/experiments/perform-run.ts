import * as tf from '@tensorflow/tfjs';
import type { Chart, Parameters, RunRequest } from '../app/ports/laboratory.ts';
import { type Backend, backends, useBackend } from './backend.ts';
import { drawChart } from './chart/draw-chart.ts';
import type { Experiment, Measures, Performance } from './experiment.ts';

/** The part of a run that needs arithmetic. */
export interface PerformedRun {
  readonly backend: string;
  readonly measures: Measures;
  readonly chart: Chart;
  /** Computation and drawing. */
  readonly tookMs: number;
}

/** What to compute, and how to draw it. */
export type RunOrder = Pick<RunRequest, 'parameters' | 'seed' | 'language' | 'theme'> & {
  /** Overrides the experiment's own choice. */
  readonly backend?: Backend;
};

/**
 * Runs an experiment in this thread and draws its chart. Throws `Stopped` when the checkpoint does,
 * and an error when the run breaks its promises: a number that is not finite, or a tensor left behind.
 */
export async function performRun(
  experiment: Experiment,
  order: RunOrder,
  checkpoint: () => void,
): Promise<PerformedRun> {
  const startedMs = performance.now();
  const backend = await chooseBackend(experiment, order.backend);
  const { measures, describe } = await compute(experiment, order.parameters, {
    seed: order.seed,
    checkpoint,
  });
  checkpoint();
  const description = describe(order.language);
  const footer = `GradCoach 梯度教练 · ${experiment.id} · seed ${order.seed} · ${backend}`;
  const picture = await drawChart(description, order.theme, footer);
  return {
    backend,
    measures,
    chart: { title: description.title, alt: description.alt, ...picture },
    tookMs: performance.now() - startedMs,
  };
}

/** Computes in this thread, on whichever backend it is switched to, and holds the run to its promises. */
export async function compute(
  experiment: Experiment,
  parameters: Parameters,
  bench: { readonly seed: number; readonly checkpoint: () => void },
): Promise<Performance> {
  const tensorsBefore = tf.memory().numTensors;
  const performed = await experiment.perform(parameters, bench);
  const left = tf.memory().numTensors - tensorsBefore;
  if (left !== 0) throw new Error(`${experiment.id} left ${left} tensors behind`);
  for (const [name, value] of Object.entries(performed.measures)) {
    if (!Number.isFinite(value)) throw new Error(`${experiment.id} measured ${name} = ${value}`);
  }
  return performed;
}

async function chooseBackend({ backend }: Experiment, forced: Backend | undefined): Promise<string> {
  if (backend === 'plain') return 'plain';
  const order = forced === undefined ? [backend, ...backends.filter((other) => other !== backend)] : [forced];
  const chosen = await useBackend(order);
  return chosen === 'tensorflow' ? 'tfjs-node' : chosen;
}
