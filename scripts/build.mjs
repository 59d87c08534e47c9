// Compiles src to dist (server, then the study room's page) and copies what is not TypeScript.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const page = 'src/adapters/web/page';

for (const project of ['tsconfig.build.json', `${page}/tsconfig.json`]) {
  if (!existsSync(join(root, project))) continue;
  const { status } = spawnSync(process.execPath, [tsc, '-p', project], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}

const notCode = (path) => !/\.(ts|tsx)$|tsconfig\.json$/.test(path);
for (const folder of [page, 'src/experiments/chart/fonts']) {
  if (existsSync(join(root, folder))) {
    cpSync(join(root, folder), join(root, folder.replace(/^src/, 'dist')), {
      recursive: true,
      filter: notCode,
    });
  }
}
writeFileSync(join(root, 'dist/.built'), '');
