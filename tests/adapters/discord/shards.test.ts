import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { registerCommands } from '../../../src/adapters/discord/commands/register.ts';
import { commands } from '../../../src/app/commands/index.ts';
import { type LocalDiscord, openLocalDiscord } from '../../../src/rehearsal/discord/local-discord.ts';

let local: LocalDiscord | undefined;
let child: ChildProcess | undefined;
afterEach(async () => {
  child?.kill('SIGKILL');
  await local?.close();
});

describe('servers shared among processes', () => {
  it('each hear from their own, on one database, and stop together', async () => {
    // Servers are parted by the moments in their ids, so time goes on with each.
    let nowMs = Date.now();
    local = await openLocalDiscord({ shards: 2, nowMs: () => ++nowMs });
    const discord = local;
    const { token, apiRoot } = discord;
    await registerCommands(commands, { token, apiRoot });
    const folder = await mkdtemp(join(tmpdir(), 'gradcoach-shards-'));
    const ada = discord.addPerson('Ada');
    const guilds = Array.from({ length: 6 }, (_, index) =>
      discord.servers.open({ name: `server ${index}`, channels: ['general'] }),
    );
    const parts = new Set(guilds.map(({ id }) => (BigInt(id) >> 22n) % 2n));
    child = spawn(process.execPath, ['dist/shards.js'], {
      env: {
        PATH: process.env.PATH,
        DISCORD_TOKEN: token,
        DISCORD_API_ROOT: apiRoot,
        GRADCOACH_DB: join(folder, 'coach.db'),
        PORT: '0',
      },
      stdio: 'ignore',
    });
    const welcomed = () => guilds.every(({ channels }) => channels[0]?.messages.length === 1);
    await discord.until('both parts to welcome their servers', welcomed, 100_000);
    expect(discord.gateway.counts.identified).toBe(2);
    for (const { channels } of guilds) {
      const [general] = channels;
      await ada.slash(general!, 'quiz start', { topic: 'activations' });
      expect(ada.reads(general!).at(-1)).toContain('Question 1 of');
    }
    expect(parts.size).toBe(2);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    await discord.until('both connections to close', () => discord.gateway.connections() === 0);
    await rm(folder, { recursive: true });
  }, 150_000);
});
