import { openLaboratory } from '../../../src/experiments/laboratory.ts';
import type { Figure } from './percentile.ts';

/** A 20 × 64 network from the request to the PNG, in a warm worker of its own. */
export async function benchDemo(): Promise<readonly Figure[]> {
  const laboratory = openLaboratory({
    workers: 1,
    cache: { find: () => Promise.resolve(undefined), save: () => Promise.resolve() },
    onFault: (fault) => process.stderr.write(`${String(fault)}\n`),
    workerFile: new URL('../../../dist/experiments/worker.js', import.meta.url),
  });
  const outcome = laboratory.readParameters('depth-flow', { depth: '20' }, 'en');
  if (outcome.kind !== 'parameters') throw new Error(outcome.problems.join(' '));
  const timed = async (seed: number) => {
    const from = performance.now();
    const { outcome: ended } = laboratory.run(
      {
        experiment: 'depth-flow',
        parameters: outcome.parameters,
        seed,
        language: 'en',
        theme: 'light',
        personId: 'bench',
        groupId: 'bench',
      },
      new AbortController().signal,
    );
    const result = await ended;
    if (result.kind !== 'done') throw new Error(`the run ended as ${result.kind}`);
    return { ms: performance.now() - from, backend: result.run.backend };
  };
  const first = await timed(1);
  const later = [];
  for (let seed = 2; seed < 12; seed += 1) later.push((await timed(seed)).ms);
  await laboratory.close();
  const median = [...later].sort((a, b) => a - b)[5] ?? Number.NaN;
  return [
    {
      what: `demo 20 × 64 to PNG, first run, ${first.backend}`,
      value: `${first.ms.toFixed(0)} ms`,
      beside: 'includes the worker warming up',
    },
    {
      what: `demo 20 × 64 to PNG, median, ${first.backend}`,
      value: `${median.toFixed(0)} ms`,
      beside: 'target < 1000 ms',
    },
  ];
}
