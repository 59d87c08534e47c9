import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { registerCommands } from '../../../src/adapters/discord/commands/register.ts';
import { commands } from '../../../src/app/commands/index.ts';
import { type LocalDiscord, openLocalDiscord } from '../../../src/rehearsal/discord/local-discord.ts';
import type { Person } from '../../../src/rehearsal/discord/people.ts';
import type { Channel } from '../../../src/rehearsal/discord/world.ts';
import { startProgram } from '../../support/start-program.ts';
import { type Figure, percentile } from '../whole/percentile.ts';

const perSecond = 50;
const seconds = 12;
const people = 20;

/**
 * The real program in a process of its own, on a stand-in for Discord in this one: from the moment an interaction is sent to
 * the moment its first response is here, fifty a second, answers among them, while one demo after another runs.
 */
export async function benchDiscord(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gradcoach-bench-'));
  const local = await openLocalDiscord();
  const { token, apiRoot } = local;
  await registerCommands(commands, { token, apiRoot });
  const guild = local.servers.open({ name: 'bench', channels: ['one', 'two', 'three', 'four', 'demos'] });
  const crowd = Array.from({ length: people }, (_, index) => local.addPerson(`P${index}`));
  const program = await startProgram(join(folder, 'coach.db'), 0, {
    DISCORD_TOKEN: token,
    DISCORD_API_ROOT: apiRoot,
  });
  await local.until('the coach', () => local.gateway.counts.identified > 0, 60_000);
  await local.quiet();
  const channels = guild.channels.slice(0, 4);
  await askIn(channels, crowd);
  const calm = await lap(local, crowd, channels);
  const demos = keepRunning(crowd[0], guild.channels[4]);
  const busy = await lap(local, crowd, channels);
  const runs = await demos();
  await program.stop();
  await local.close();
  await rm(folder, { recursive: true });
  return [
    figure('first response, p99, calm', calm, ''),
    figure('first response, p99, while demos run', busy, `target < 100 ms; ${runs} demos ran meanwhile; `),
  ];
}

function figure(what: string, timesMs: readonly number[], beside: string): Figure {
  const late = timesMs.filter((ms) => ms > 3000).length;
  return {
    what,
    value: `${percentile(timesMs, 0.99).toFixed(1)} ms`,
    beside: `${beside}p50 ${percentile(timesMs, 0.5).toFixed(1)} ms, longest ${Math.max(...timesMs).toFixed(0)} ms, of ${timesMs.length} at ${perSecond}/s, ${late} too late`,
  };
}

/** A question in every channel, answered once, so that its rubric is prepared as on any but the first minute. */
async function askIn(channels: readonly Channel[], [first]: readonly Person[]): Promise<void> {
  for (const channel of channels) {
    if (first === undefined) return;
    await first.slash(channel, 'quiz start', { topic: 'activations' });
    await first.slash(channel, 'answer', { text: 'ReLU keeps the gradient at 1 for positive inputs.' });
  }
}

/** Interactions at a steady rate: four answers to one look at the board; gives the time to each first response. */
async function lap(
  local: LocalDiscord,
  crowd: readonly Person[],
  channels: readonly Channel[],
): Promise<readonly number[]> {
  const before = local.world.interactions.size;
  const sent: Promise<unknown>[] = [];
  const from = performance.now();
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const person = crowd[index % crowd.length];
    const channel = channels[index % channels.length];
    if (person === undefined || channel === undefined) break;
    const text = `Sigmoid saturates, so the gradient vanishes in deep nets, attempt ${index}.`;
    const acted =
      index % 5 === 0 ? person.slash(channel, 'board') : person.slash(channel, 'answer', { text });
    sent.push(acted.catch(() => {}));
    const dueMs = from + ((index + 1) * 1000) / perSecond;
    await wait(Math.max(0, dueMs - performance.now()));
  }
  await Promise.all(sent);
  const interactions = [...local.world.interactions.values()].slice(before);
  return interactions
    .filter(({ channel }) => channels.includes(channel))
    .map(({ measuredMs }) => measuredMs ?? Number.POSITIVE_INFINITY);
}

/** Runs one demo after another, each with a new seed so that none is answered from the cache; gives how to stop, and how many ran. */
function keepRunning(person: Person | undefined, channel: Channel | undefined): () => Promise<number> {
  let isOver = false;
  const running = (async () => {
    let runs = 0;
    for (let seed = 1; !isOver && person !== undefined && channel !== undefined; seed += 1) {
      const options = { experiment: 'depth-flow', parameters: 'depth=50', seed, guess: 'none' };
      const { original } = await person.slash(channel, 'demo run', options);
      while (!isOver && original?.api.attachments.length === 0) await wait(20);
      if (original?.api.attachments.length === 1) runs += 1;
    }
    return runs;
  })();
  return () => {
    isOver = true;
    return running;
  };
}
