// How fast the experiments are, on every backend of this machine: npm run bench:experiments -- [ids…] [--runs 40] [--backend wasm] [--write]
// Run it on a quiet machine; ratios travel better than times.
// With PYTHON naming an interpreter that has PyTorch, also beside the same computation there (tests/bench/rivals).
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { findBackends } from '../../src/experiments/diagnose.ts';
import { experiments } from '../../src/experiments/index.ts';
import type { RunFigures } from './experiments/measure-run.ts';
import { toTable } from './experiments/table.ts';

const run = promisify(execFile);

/** A process of its own for every row: peak memory and the first run are a process's, not a run's. */
async function measure(id: string, backend: string, runs: string): Promise<RunFigures> {
  const script = fileURLToPath(new URL('experiments/measure-run.ts', import.meta.url));
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, id, backend, runs]);
  return JSON.parse(stdout);
}

/** Median of warm runs in PyTorch, in milliseconds. */
async function measureRival(id: string): Promise<number | undefined> {
  const python = process.env.PYTHON;
  const script = fileURLToPath(new URL(`rivals/${id.replaceAll('-', '_')}.py`, import.meta.url));
  if (python === undefined || !existsSync(script)) return undefined;
  const { stdout } = await run(python, [script]);
  return Number(JSON.parse(stdout).medianMs);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '40' },
    backend: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const chosen = experiments.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
const backends = (await findBackends()).found.filter(
  (each) => values.backend === undefined || each === values.backend,
);
const rows: RunFigures[] = [];
for (const { id, backend } of chosen) {
  const rivalMs = await measureRival(id);
  for (const each of backend === 'plain' ? ['plain'] : backends) {
    const figures = await measure(id, each, values.runs);
    rows.push(rivalMs === undefined ? figures : { ...figures, rivalMs });
  }
}
const table = toTable(rows);
console.log(table);
if (values.write) await writeToGallery(table);

/** Puts the table into docs/demos.md, between its marks. */
async function writeToGallery(text: string): Promise<void> {
  const page = fileURLToPath(new URL('../../docs/demos.md', import.meta.url));
  const [from, to] = ['<!-- bench:experiments -->', '<!-- /bench:experiments -->'];
  const [before, after] = (await readFile(page, 'utf8')).split(new RegExp(`${from}[^]*${to}`));
  if (before === undefined || after === undefined) throw new Error(`${page} has no place for the table`);
  const [cpu] = cpus();
  const measured = `\`npm run bench:experiments\` on ${cpus().length} × ${cpu?.model ?? 'an unknown processor'}, Node ${process.version}:`;
  await writeFile(page, `${before}${from}\n\n${measured}\n\n${text}\n\n${to}${after}`);
  await run(fileURLToPath(new URL('../../node_modules/.bin/biome', import.meta.url)), [
    'format',
    '--write',
    page,
  ]);
}
