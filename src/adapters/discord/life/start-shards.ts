import type { ChildProcess } from 'node:child_process';
import { type APIGatewayBotInfo, Routes, ShardingManager } from 'discord.js';
import { createRest } from '../wire/create-rest.ts';

/** What sharing the servers among processes needs. */
export interface ShardsOptions {
  readonly token: string;
  readonly apiRoot: string | undefined;
  /** The program that each process runs. */
  readonly file: string;
  /** Processes; absent: as many as Discord recommends. */
  readonly count?: number;
}

/** Processes that share the servers. */
export interface Shards {
  /** Resolves when all of them can be heard; each waits for the one before, because Discord takes logins one at a time. */
  readonly ready: Promise<void>;
  /** Lets each finish what it acknowledged, and resolves when all have ended. */
  stop(): Promise<void>;
}

/** Starts one process for each shard, and starts it again when it dies. */
export async function startShards({ token, apiRoot, file, count }: ShardsOptions): Promise<Shards> {
  const totalShards = count ?? (await recommendedCount(token, apiRoot));
  const manager = new ShardingManager(file, { token, totalShards });
  return {
    ready: manager.spawn({ timeout: readyLimitMs }).then(() => {}),
    async stop() {
      manager.respawn = false;
      await Promise.all(
        manager.shards.map(({ process: child }) => (child === null ? undefined : ended(child))),
      );
    },
  };
}

/** How long a process may take to be heard. */
const readyLimitMs = 120_000;

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** The library would ask discord.com, whatever the root. */
async function recommendedCount(token: string, apiRoot: string | undefined): Promise<number> {
  const rest = createRest({ token, apiRoot });
  return ((await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo).shards;
}
