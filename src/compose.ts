import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Coach, createCoach } from './app/coach.ts';
import { CoachError } from './app/coach-error.ts';
import type { Services } from './app/commands/command.ts';
import { commands } from './app/commands/index.ts';
import { createGradingDesk } from './app/grading-desk.ts';
import type { ChartCache } from './app/ports/chart-cache.ts';
import type { Chance, Clock } from './app/ports/clock.ts';
import type { Laboratory } from './app/ports/laboratory.ts';
import type { Log } from './app/ports/log.ts';
import type { Store } from './app/ports/store.ts';
import type { Config } from './config.ts';
import { loadBank } from './content/load-bank.ts';
import { describeProblem } from './content/problem.ts';
import type { QuestionBank } from './core/question/bank.ts';
import { openLaboratory } from './experiments/laboratory.ts';
import { createLog } from './operator-log.ts';
import { openStore } from './storage/index.ts';

/** The coach with everything it stands on. */
export interface Composition {
  readonly coach: Coach;
  readonly services: Services;
  readonly store: Store;
  readonly laboratory: Laboratory;
  readonly log: Log;
  readonly clock: Clock;
  /** Stops the experiments, then closes the store. */
  close(): Promise<void>;
}

/** What a test or a replay sets to make a run repeatable. */
export interface Circumstances {
  readonly clock?: Clock;
  readonly chance?: Chance;
  readonly createId?: () => string;
}

/** Puts the rings together. Throws a {@link CoachError} naming the way out when content or database cannot be used. */
export async function compose(config: Config, circumstances: Circumstances = {}): Promise<Composition> {
  const bank = await readBank(config.content);
  const log = createLog(config.logLevel);
  const store = await openStore(config.database);
  const clock = circumstances.clock ?? { nowMs: () => Date.now() };
  const laboratory = openLaboratory({
    workers: config.workers,
    ...(config.backend !== undefined && { backend: config.backend }),
    cache: chartCache(store, clock),
    onFault: (fault) => log.error('experiment-failed', fault),
  });
  const services: Services = {
    bank,
    laboratory,
    commands,
    grade: createGradingDesk(bank),
    cancelPost: (key) => store.transaction((tx) => tx.outbox.cancel(key)),
    chance: circumstances.chance ?? Math.random,
    createId: circumstances.createId ?? createId,
    version: readVersion(),
  };
  return {
    coach: createCoach(services, store, log, config.zone),
    services,
    store,
    laboratory,
    log,
    clock,
    async close() {
      await laboratory.close();
      await store.close();
    },
  };
}

/** Loads the bank of a content folder, or throws with every problem of it. */
export async function readBank(folder: string): Promise<QuestionBank> {
  const outcome = await loadBank(folder);
  if (outcome.kind === 'bank') return outcome.bank;
  const problems = outcome.problems.map(describeProblem).join('\n');
  throw new CoachError('content-wrong', `The content cannot be used:\n${problems}`);
}

/** The version in package.json. */
export function readVersion(): string {
  const file = new URL('../package.json', import.meta.url);
  // Our own package.json, which npm requires to hold a version.
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Ten characters of 36: about 51 bits, unguessable and short enough for a button. */
function createId(): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from(randomBytes(20))
    .filter((byte) => byte < 252)
    .slice(0, 10)
    .map((byte) => alphabet[byte % 36])
    .join('');
}

/** Charts kept; the oldest go first. */
const chartsKept = 500;

function chartCache(store: Store, clock: Clock): ChartCache {
  return {
    find: (key) => store.transaction((tx) => tx.charts.find(key)),
    save: (key, run) =>
      store.transaction(async (tx) => {
        await tx.charts.save(key, run, clock.nowMs());
        await tx.charts.prune(chartsKept);
      }),
  };
}
