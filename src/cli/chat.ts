import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { createTerminalAdapter } from '../adapters/terminal/terminal-adapter.ts';
import { CoachError } from '../app/coach-error.ts';
import { compose } from '../compose.ts';
import { readConfig } from '../config.ts';
import type { Language } from '../core/question/language.ts';

interface ChatFlags {
  readonly name: string;
  readonly lang?: string;
  readonly fresh?: boolean;
  readonly seed?: string;
}

/** `coach chat`: the same coach in the terminal, or through a pipe. */
export function addChat(program: Command): void {
  program
    .command('chat')
    .description('talk to the coach in the terminal; reads lines from a pipe as well')
    .option('--name <name>', 'who you are', 'you')
    .option('--lang <language>', 'zh or en; otherwise as the terminal is set')
    .option('--fresh', 'start with an empty memory and leave nothing behind')
    .option('--seed <number>', 'choose questions by a seed, so that a talk can be replayed')
    .action(chat);
}

async function chat({ name, lang, fresh, seed }: ChatFlags): Promise<void> {
  const config = readConfig();
  const composition = await compose(
    fresh === true ? { ...config, database: ':memory:' } : config,
    seed === undefined ? {} : { chance: seededChance(seed) },
  );
  const { store, clock, services, coach } = composition;
  const adapter = createTerminalAdapter({
    input: process.stdin,
    output: process.stdout,
    store,
    clock,
    createId: services.createId,
    name,
    language: languageOf(lang),
    chartFolder: join(tmpdir(), 'gradcoach-charts'),
  });
  await adapter.start((incoming) => coach.handle(incoming));
  await adapter.finished;
  await adapter.stop();
  await composition.close();
}

/** The flag, or the terminal's own language, or English. */
function languageOf(flag: string | undefined): Language {
  if (flag === 'zh' || flag === 'en') return flag;
  if (flag !== undefined) throw new CoachError('usage', `--lang must be zh or en; you gave "${flag}".`);
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'en';
}

/** The golden-ratio sequence: evenly spread, and the same for the same seed. */
function seededChance(text: string): () => number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new CoachError('usage', `--seed must be a whole number from 0 to 999999999; you gave "${text}".`);
  }
  let state = Number(text) * 0.618_033_988_75;
  return () => {
    state += 0.618_033_988_75;
    return state % 1;
  };
}
