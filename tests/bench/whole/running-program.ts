import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postMessage } from '../../support/room-client.ts';
import { startProgram } from '../../support/start-program.ts';
import { type Figure, percentile } from './percentile.ts';

const replies = 400;

/** The real program: from its start to the first answer, and how fast it replies while two demos run. */
export async function benchProgram(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gradcoach-bench-'));
  const from = performance.now();
  const program = await startProgram(join(folder, 'coach.db'));
  const post = (id: string, name: string, text: string) =>
    postMessage(program.url, { id: `bench-${id}`, name, text });
  await post('first', 'Ada', '/help');
  const coldMs = performance.now() - from;
  await post('quiz', 'Ada', '/quiz count:50');

  const calm = await replyTimes('calm', post);
  let isOver = false;
  const demos = ['Bo', 'Cy'].map(async (name) => {
    // A new seed each time, so that no run is answered from the cache.
    for (let seed = 1; !isOver; seed += 1) {
      await post(
        `demo-${name}-${seed}`,
        name,
        `/demo depth-flow depth=50 seed=${seed}${name === 'Bo' ? 1 : 2} guess:none`,
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  const busy = await replyTimes('busy', post);
  isOver = true;
  await Promise.all(demos);
  await program.stop();
  await rm(folder, { recursive: true });
  return [
    {
      what: 'cold start to the first answered command',
      value: `${coldMs.toFixed(0)} ms`,
      beside: 'target < 3000 ms',
    },
    {
      what: 'chat reply, p99, calm',
      value: `${percentile(calm, 0.99).toFixed(1)} ms`,
      beside: `p50 ${percentile(calm, 0.5).toFixed(1)} ms`,
    },
    {
      what: 'chat reply, p99, while two demos run',
      value: `${percentile(busy, 0.99).toFixed(1)} ms`,
      beside: `target < 50 ms; p50 ${percentile(busy, 0.5).toFixed(1)} ms`,
    },
  ];
}

async function replyTimes(
  lap: string,
  post: (id: string, name: string, text: string) => Promise<boolean>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < replies; index += 1) {
    const from = performance.now();
    await post(`${lap}-${String(index).padStart(5, '0')}`, 'Ada', `the gradient vanishes, attempt ${index}`);
    times.push(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return times;
}
