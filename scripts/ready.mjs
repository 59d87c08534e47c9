// Makes a clone ready to run: installs when node_modules is missing or older than the lock file, builds when dist is older than src.
// Runs before `npm start`, `npm test`, `npm run chat` and `npm run coach`, so it may use nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...path) => join(root, ...path);
const modifiedMs = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function newestMs(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestMs(path) : statSync(path).mtimeMs);
  }
  return newest;
}

function run(what, command, ...args) {
  // Progress goes to stderr: `npm run -s coach -- … > file` must hold the command's own output only.
  process.stderr.write(`${what}\n`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (modifiedMs(at('node_modules/.package-lock.json')) < modifiedMs(at('package-lock.json'))) {
  run('Installing packages (the first time takes a minute or two)…', 'npm', 'ci', '--no-fund', '--no-audit');
}
const sourcesMs = Math.max(
  newestMs(at('src')),
  modifiedMs(at('tsconfig.json')),
  modifiedMs(at('tsconfig.build.json')),
);
if (modifiedMs(at('dist/.built')) < sourcesMs) run('Building…', process.execPath, at('scripts/build.mjs'));
