import { type APIGatewayBotInfo, REST, Routes, ShardingManager } from 'discord.js';

/** What sharing the servers among processes needs. */
export interface ShardsOptions {
  readonly token: string;
  readonly apiRoot: string | undefined;
  /** The program that each process runs. */
  readonly file: string;
  /** Processes; absent: as many as Discord recommends. */
  readonly count?: number;
}

/** Starts one process for each shard, and again when one dies. Gives how to stop them all. */
export async function startShards({
  token,
  apiRoot,
  file,
  count,
}: ShardsOptions): Promise<() => Promise<void>> {
  const totalShards = count ?? (await recommendedCount(token, apiRoot));
  const manager = new ShardingManager(file, { token, totalShards });
  await manager.spawn({ timeout: 120_000 });
  return async () => {
    manager.respawn = false;
    await Promise.all(
      manager.shards.map(({ process: child }) => {
        if (child === null || child.exitCode !== null) return undefined;
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        return ended;
      }),
    );
  };
}

/** The library would ask discord.com, whatever the root. */
async function recommendedCount(token: string, apiRoot: string | undefined): Promise<number> {
  const rest = new REST({ version: '10', ...(apiRoot !== undefined && { api: apiRoot }) }).setToken(token);
  return ((await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo).shards;
}
