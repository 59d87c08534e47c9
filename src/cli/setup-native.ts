import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { runCommand } from './native/run-command.ts';
import { removeNative, setUpNative } from './native/set-up-native.ts';

const require = createRequire(import.meta.url);

/** `coach setup-native`: the fast backend where tfjs-node's own install fails. */
export function addSetupNative(program: Command): void {
  program
    .command('setup-native')
    .description('give tfjs-node its native binding, also where its own install fails')
    .option('--libtensorflow <path>', 'build against this wheel, libtensorflow folder or tensorflow package')
    .option('--remove', 'take the binding away again')
    .action(async ({ libtensorflow, remove }: { libtensorflow?: string; remove?: boolean }) => {
      const world = {
        root: fileURLToPath(new URL('../..', import.meta.url)),
        nodeApiHeaders: join(dirname(require.resolve('node-api-headers/package.json')), 'include'),
        system: process.platform,
        processor: process.arch,
        run: runCommand,
        fetch,
        say: (text: string) => void process.stderr.write(`${text}\n`),
      };
      await (remove === true ? removeNative(world) : setUpNative(world, libtensorflow));
    });
}
