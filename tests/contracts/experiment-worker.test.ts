import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Parameters } from '../../src/app/ports/laboratory.ts';
import type { Experiment } from '../../src/experiments/experiment.ts';
import { experiments } from '../../src/experiments/index.ts';
import { openLaboratory } from '../../src/experiments/laboratory.ts';
import { defaultsOf } from './experiment-contract.ts';
import { smallSettings } from './experiment-settings.ts';

/** What only a thread can show. */
describe('a real worker', () => {
  const lab = openLaboratory({
    cache: { find: async () => undefined, save: async () => undefined },
    onFault: (error) => {
      throw error;
    },
    workers: 1,
    // Other tests keep the cores busy beside this one.
    niceness: 0,
  });
  const request = (experiment: Experiment, seed: number, smaller: Parameters = {}) =>
    ({
      experiment: experiment.id,
      parameters: { ...defaultsOf(experiment), ...smaller },
      seed,
      language: 'en',
      theme: 'light',
      personId: 'person',
      groupId: 'group',
    }) as const;

  beforeAll(async () => {
    const [first] = experiments;
    if (first !== undefined) await lab.run(request(first, 1), new AbortController().signal).outcome;
  }, 60_000);
  afterAll(() => lab.close());

  it.each(experiments.map((experiment) => [experiment.id, experiment] as const))(
    'stops %s within 200 ms, early or in the middle of its work',
    async (_, experiment) => {
      // Loads what the experiment needs, so that the others are stopped at their work and not before it.
      const first = lab.run(
        request(experiment, 98, smallSettings[experiment.id]),
        new AbortController().signal,
      );
      expect((await first.outcome).kind).toBe('done');
      for (const [seed, afterMs] of [
        [99, 5],
        [100, 200],
      ] as const) {
        const stop = new AbortController();
        const { outcome } = lab.run(request(experiment, seed), stop.signal);
        await new Promise((resolve) => setTimeout(resolve, afterMs));
        const stoppedAtMs = performance.now();
        stop.abort();
        // A run this short may just have finished; it must not have failed.
        expect((await outcome).kind).toMatch(/^(stopped|done)$/);
        expect(performance.now() - stoppedAtMs).toBeLessThan(200);
      }
    },
  );
});
