import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { CoachError } from '../app/coach-error.ts';
import { nearest } from '../app/parse-command.ts';
import type { ExperimentRun, Laboratory, RunOutcome } from '../app/ports/laboratory.ts';
import { readConfig } from '../config.ts';
import type { Language } from '../core/question/language.ts';
import { openLaboratory } from '../experiments/laboratory.ts';
import { noCache } from './no-cache.ts';

interface DemoFlags {
  readonly set: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly lang: Language;
  readonly theme: 'light' | 'dark';
  readonly png?: string;
  readonly list?: boolean;
  readonly json?: boolean;
}

/** `coach demo <experiment>`: one run, as JSON and, if wanted, as a picture. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('run an experiment and print its measures as JSON')
    .argument('[experiment]', 'id of an experiment, or what it should show')
    .option('--set <key=value>', 'set a parameter; may be repeated', collectSetting, {})
    .option('--seed <number>', 'seed of the random numbers', readSeed, 1)
    .option('--lang <language>', 'zh or en', readLanguage, 'en')
    .option('--theme <theme>', 'light or dark', readTheme, 'light')
    .option('--png <file>', 'also write the chart to a file')
    .option('--list', 'list the experiments')
    .option('--json', 'with --list: as a JSON array')
    .action(async (experiment: string | undefined, flags: DemoFlags) => {
      if (flags.list === true) return list(flags.json === true);
      if (experiment === undefined) throw new CoachError('usage', 'Name an experiment, or use --list.');
      const { backend } = readConfig();
      const laboratory = openLaboratory({
        ...noCache,
        workers: 1,
        niceness: 0,
        ...(backend !== undefined && { backend }),
      });
      try {
        await run(laboratory, experiment, flags);
      } finally {
        await laboratory.close();
      }
    });
}

async function list(asJson: boolean): Promise<void> {
  const laboratory = openLaboratory({ ...noCache, workers: 0 });
  const { catalogue } = laboratory;
  await laboratory.close();
  const lines = catalogue.map(({ id, title }) => `${id}\t${title.en}\t${title.zh}`);
  process.stdout.write(asJson ? `${JSON.stringify(catalogue, null, 2)}\n` : `${lines.join('\n')}\n`);
}

async function run(laboratory: Laboratory, search: string, flags: DemoFlags): Promise<void> {
  const { id, preset } = findExperiment(laboratory, search);
  const outcome = laboratory.readParameters(id, { ...preset, ...flags.set }, flags.lang);
  if (outcome.kind === 'problems') throw new CoachError('usage', outcome.problems.join('\n'));
  const request = {
    experiment: id,
    parameters: outcome.parameters,
    seed: flags.seed,
    language: flags.lang,
    theme: flags.theme,
    personId: 'cli',
    groupId: 'cli',
  };
  const finished = done(await laboratory.run(request, new AbortController().signal).outcome);
  if (flags.png !== undefined) await writeFile(flags.png, finished.chart.png);
  const { experiment, parameters, seed, backend, measures, expected, tookMs } = finished;
  process.stdout.write(
    `${JSON.stringify({ experiment, parameters, seed, backend, measures, expected, tookMs }, null, 2)}\n`,
  );
}

function done(outcome: RunOutcome): ExperimentRun {
  if (outcome.kind === 'done') return outcome.run;
  const why = outcome.kind === 'failed' ? `failed (${outcome.code})` : outcome.kind;
  throw new CoachError('demo-not-done', `The experiment did not finish: ${why}.`);
}

function findExperiment(
  laboratory: Laboratory,
  search: string,
): { id: string; preset: Record<string, string> } {
  const ids = laboratory.catalogue.map(({ id }) => id);
  if (ids.includes(search)) return { id: search, preset: {} };
  const [match] = laboratory.find(search);
  if (match === undefined) {
    const near = nearest(search, ids);
    const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '--list shows what there is.';
    throw new CoachError('usage', `There is no experiment "${search}". ${hint}`);
  }
  const preset = Object.entries(match.parameters).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return { id: match.experiment, preset: Object.fromEntries(preset) };
}

function collectSetting(pair: string, settings: Record<string, string>): Record<string, string> {
  const [, key, value] = /^([A-Za-z][\w-]*)=(.*)$/.exec(pair) ?? [];
  if (key === undefined || value === undefined)
    throw new CoachError('usage', `--set takes key=value; you gave "${pair}".`);
  return { ...settings, [key]: value };
}

function readSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new CoachError('usage', `--seed must be a whole number from 0 to 999999999; you gave "${text}".`);
}

function readLanguage(text: string): Language {
  if (text === 'zh' || text === 'en') return text;
  throw new CoachError('usage', `--lang must be zh or en; you gave "${text}".`);
}

function readTheme(text: string): 'light' | 'dark' {
  if (text === 'light' || text === 'dark') return text;
  throw new CoachError('usage', `--theme must be light or dark; you gave "${text}".`);
}
