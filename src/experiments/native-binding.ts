import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Whether tfjs-node's compiled binding is on this machine; its package may be there without it. */
export function hasNativeBinding(): boolean {
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(require.resolve('@tensorflow/tfjs-node/package.json'));
    return existsSync(join(folder, 'lib', 'napi-v8', 'tfjs_binding.node'));
  } catch {
    return false;
  }
}

/**
 * Keeps TensorFlow's remarks on the processor out of the operator's log; its errors are still heard. To be called on the main
 * thread: a worker has a copy of the environment that native code does not see.
 */
export function quietNativeLog(): void {
  // biome-ignore lint/style/noProcessEnv: the library reads it from the environment and nowhere else
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '1';
}
