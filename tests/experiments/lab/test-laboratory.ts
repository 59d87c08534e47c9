import type { ChartCache } from '../../../src/app/ports/chart-cache.ts';
import type { ExperimentRun, Laboratory, RunRequest } from '../../../src/app/ports/laboratory.ts';
import { defineExperiment } from '../../../src/experiments/experiment.ts';
import { type LaboratoryOptions, openLaboratory } from '../../../src/experiments/laboratory.ts';
import { choice, integer } from '../../../src/experiments/parameter.ts';

/** An experiment whose worker, `troubled-worker.mjs`, does what `behaviour` says. */
export const trouble = defineExperiment(
  {
    id: 'trouble',
    version: 1,
    title: { zh: '麻烦', en: 'Trouble' },
    claim: { zh: '一切正常', en: 'All is well' },
    systems: [{ names: ['Trouble maker', '捣蛋鬼'], parameters: { behaviour: 'throw' } }],
    parameters: {
      behaviour: choice(
        { zh: '行为', en: 'behaviour' },
        ['answer', 'grow', 'throw', 'die', 'listen', 'hang'],
        'answer',
      ),
      variant: integer({ zh: '变体', en: 'variant' }, [0, 99], 0),
    },
    questions: [],
    measures: { answer: { zh: '答案', en: 'answer' }, runs: { zh: '次数', en: 'runs' } },
    prediction: {
      prompt: { zh: '？', en: '?' },
      options: [{ id: 'forty-two', text: { zh: '四十二', en: 'forty-two' } }],
      right: () => 'forty-two',
    },
    expect: () => [{ measure: 'answer', low: 40, high: 45, source: 'Adams 1979' }],
    notice: () => [{ zh: '看', en: 'look' }],
    tryNext: () => [{ label: { zh: '再来', en: 'again' }, parameters: { variant: 1 } }],
    backend: 'plain',
    timeLimitMs: 5_000,
  },
  () => Promise.reject(new Error('runs in its worker only')),
);

/** A cache in a map, for looking into. */
export function mapCache(): ChartCache & { readonly kept: Map<string, ExperimentRun> } {
  const kept = new Map<string, ExperimentRun>();
  return {
    kept,
    find: async (key) => kept.get(key),
    save: async (key, run) => {
      kept.set(key, run);
    },
  };
}

/** A laboratory with one troubled worker, and the faults it reported. */
export function openTroubled(options: Partial<LaboratoryOptions> = {}): {
  lab: Laboratory;
  faults: unknown[];
} {
  const faults: unknown[] = [];
  const lab = openLaboratory({
    cache: mapCache(),
    onFault: (error) => faults.push(error),
    workers: 1,
    experiments: [trouble],
    workerFile: new URL('../../fixtures/troubled-worker.mjs', import.meta.url),
    ...options,
  });
  return { lab, faults };
}

let variant = 0;

/** A request like no other before it, so that neither the cache nor a shared run answers it. */
export function request(behaviour: string, change: Partial<RunRequest> = {}): RunRequest {
  variant = (variant + 1) % 100;
  return {
    experiment: 'trouble',
    parameters: { behaviour, variant },
    seed: 1,
    language: 'en',
    theme: 'light',
    personId: 'person',
    groupId: 'group',
    ...change,
  };
}

/** A signal nobody aborts. */
export const patient = (): AbortSignal => new AbortController().signal;
