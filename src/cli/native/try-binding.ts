import { existsSync } from 'node:fs';
import { bindingIn } from './build-binding.ts';
import { type RunCommand, reasonIn } from './run-command.ts';

/** What a fresh process does to find out: load tfjs-node and multiply two matrices. */
const trial = `
process.env.TF_CPP_MIN_LOG_LEVEL = '2';
const util = require('node:util');
util.isNullOrUndefined ??= (value) => value === null || value === undefined;
util.isArray ??= Array.isArray;
const tf = require(process.argv[1]);
const product = tf.matMul([[1, 2], [3, 4]], [[5, 6], [7, 8]]).dataSync();
if (tf.getBackend() !== 'tensorflow' || product.join() !== '19,22,43,50') throw new Error('it multiplied wrongly');
`;
const trialLimitMs = 60_000;

/** Why tfjs-node in a folder does not compute here; undefined when it does. */
export async function whyNot(packageFolder: string, run: RunCommand): Promise<string | undefined> {
  if (!existsSync(bindingIn(packageFolder))) return 'its binding is not built';
  const { code, signal, tail } = await run(process.execPath, ['-e', trial, packageFolder], {
    limitMs: trialLimitMs,
  });
  if (code === 0) return undefined;
  if (signal === 'SIGILL') return 'this processor lacks instructions (AVX) that the library was built for';
  if (tail.includes('GLIBC')) return `the system's C library is too old for it: ${reasonIn(tail)}`;
  return signal === undefined ? reasonIn(tail) : `it was ended by ${signal}`;
}
