// Builds and runs the coach with an empty memory; `npm run dev` starts it anew whenever something in src changes.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const build = fileURLToPath(new URL('build.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [build], { stdio: 'inherit' });
// A build that fails has said why; the next change tries again.
if (status === 0) {
  process.env.GRADCOACH_DB ??= ':memory:';
  await import('../dist/main.js');
}
