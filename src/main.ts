import { adapters as registry } from './adapters/index.ts';
import { CoachError } from './app/coach-error.ts';
import { recoverPosts } from './app/deliver-posts.ts';
import type { PlatformAdapter } from './app/ports/platform-adapter.ts';
import { startClockwork } from './clockwork.ts';
import { type Composition, compose } from './compose.ts';
import { readConfig } from './config.ts';

/** How long a stop may take before the process ends all the same. */
const stopLimitMs = 10_000;

try {
  await run();
} catch (fault) {
  if (!(fault instanceof CoachError)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
}

async function run(): Promise<void> {
  const config = readConfig();
  const composition = await compose(config);
  const { store, services, clock, log, coach } = composition;
  const announce = ({ url, accessCode }: { readonly url: string; readonly accessCode?: string }) => {
    const code = accessCode === undefined ? '' : ` (access code ${accessCode})`;
    process.stdout.write(`GradCoach 梯度教练: ${url}${code}\n`);
  };
  // Of several processes that share Discord's servers, the first does everything that is done once.
  const isFirst = config.discord?.shards?.ids.includes(0) ?? true;
  const made = Object.entries(registry).flatMap(([name, make]) =>
    isFirst || name === 'discord'
      ? (make({ settings: config, services, store, clock, log, announce }) ?? [])
      : [],
  );
  const started: PlatformAdapter[] = [];
  for (const adapter of made) {
    if (await startAdapter(adapter, composition)) started.push(adapter);
  }
  const stopClockwork = isFirst ? startClockwork(composition, started) : () => Promise.resolve();
  stopOnSignal(async () => {
    await stopClockwork();
    // Adapters wait for the experiments whose charts they have promised, so those must end with them.
    await Promise.allSettled([composition.laboratory.close(), ...started.map((adapter) => adapter.stop())]);
    await store.close();
  });

  /** The study room must open; another platform that cannot start says so in a line and the rest goes on. */
  async function startAdapter(adapter: PlatformAdapter, { log: operatorLog }: Composition): Promise<boolean> {
    try {
      await recoverPosts(store, adapter, operatorLog);
      await adapter.start((incoming) => coach.handle(incoming));
      return true;
    } catch (fault) {
      if (adapter.name === 'web') throw fault;
      if (fault instanceof CoachError) {
        // Something the operator can put right: a sentence, and no stack.
        process.stderr.write(`${fault.message}\n`);
        operatorLog.warn('adapter-not-started', { adapter: adapter.name, code: fault.code });
      } else operatorLog.error('adapter-not-started', fault, { adapter: adapter.name });
      return false;
    }
  }
}

function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) return;
    isStopping = true;
    // A platform that hangs must not keep the process: the supervisor would kill it less gently.
    setTimeout(() => process.exit(1), stopLimitMs).unref();
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
