import { fileURLToPath } from 'node:url';
import { startShards } from './adapters/discord/life/start-shards.ts';
import { CoachError } from './app/coach-error.ts';
import { readConfig } from './config.ts';

// For a coach in more servers than one process can serve: each process holds some of them, the first also ticks, serves the
// study room and speaks on the other platforms. docs/operating.md says from which size on.
try {
  const { discord } = readConfig();
  if (discord === undefined)
    throw new CoachError('discord-token', 'Set DISCORD_TOKEN first (docs/setup-discord.md).');
  const { token, apiRoot } = discord;
  const file = fileURLToPath(new URL('main.js', import.meta.url));
  const shards = await startShards({ token, apiRoot, file });
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) return;
    isStopping = true;
    void shards.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  await shards.ready;
} catch (fault) {
  if (!(fault instanceof CoachError)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
}
