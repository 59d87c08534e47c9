// Everything a change must pass besides the tests, fastest first. `npm run check -- --fix` formats before it looks.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules/.bin', name);
const page = 'src/adapters/web/page';

function step(name, command, args, options = {}) {
  const startedMs = performance.now();
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: options.capture ? ['ignore', 'pipe', 'inherit'] : 'inherit',
  });
  if (result.status !== 0) {
    if (options.capture) process.stderr.write(result.stdout ?? '');
    console.error(`✗ ${name}`);
    process.exit(result.status ?? 1);
  }
  console.log(`✓ ${name} (${Math.round(performance.now() - startedMs)} ms)`);
  return result.stdout;
}

/** A boundary check that looked at nothing is worse than none, so the cruise must have seen every source file. */
function boundaries() {
  const output = step('import boundaries', bin('depcruise'), ['src', '--output-type', 'json'], {
    capture: true,
  });
  const { modules, summary } = JSON.parse(output);
  const seen = new Set(modules.map(({ source }) => source));
  const sources = readdirSync(join(root, 'src'), { recursive: true })
    .map((file) => `src/${file.split('\\').join('/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(page));
  const missed = sources.filter((file) => !seen.has(file));
  for (const { rule, from, to } of summary.violations) console.error(`  ${rule.name}: ${from} → ${to}`);
  if (missed.length > 0) console.error(`  dependency-cruiser did not see: ${missed.join(', ')}`);
  if (summary.violations.length > 0 || missed.length > 0) process.exit(1);
  console.log(`  ${seen.size} modules cruised, ${sources.length} source files`);
}

step(
  'format and lint',
  bin('biome'),
  process.argv.includes('--fix') ? ['check', '--write', '.'] : ['ci', '.'],
);
boundaries();
step('dead code', bin('knip'), []);
step('types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']);
step('typed lint', bin('eslint'), ['src']);
step('build', process.execPath, ['scripts/ready.mjs']);
step('content', process.execPath, ['dist/cli.js', 'check', 'content']);
