import util from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { useFastConvolutionGradient } from './maths/convolution.ts';
import { useFastMatMulGradient } from './maths/matmul-gradient.ts';
import { useFastWasmSlices } from './maths/wasm-slice.ts';
import { hasNativeBinding, quietNativeLog } from './native-binding.ts';

/** Ways to compute, by the names TensorFlow.js registers them under; `tensorflow` is tfjs-node's native library. */
export const backends = ['tensorflow', 'wasm', 'cpu'] as const;

/** One of {@link backends}. */
export type Backend = (typeof backends)[number];

/** Outcome of each attempt to open a backend in this thread. */
const opened = new Map<Backend, boolean>();

/**
 * Switches this thread to the first backend of the order that can be opened here, and says which.
 * `cpu` always can; an order without a usable backend is a fault.
 */
export async function useBackend(order: readonly Backend[]): Promise<Backend> {
  for (const backend of order) {
    const isOpen = opened.get(backend) ?? (await open(backend));
    opened.set(backend, isOpen);
    if (!isOpen) continue;
    await tf.setBackend(backend);
    return backend;
  }
  throw new Error(`no backend of ${order.join(', ')} can be opened here; \`coach doctor\` says why`);
}

async function open(backend: Backend): Promise<boolean> {
  prepare();
  switch (backend) {
    case 'cpu':
      return true;
    case 'wasm':
      await import('@tensorflow/tfjs-backend-wasm');
      useFastWasmSlices();
      return tf.setBackend('wasm');
    case 'tensorflow':
      return hasNativeBinding() && openNative();
  }
}

let isPrepared = false;

function prepare(): void {
  if (isPrepared) return;
  // Without it every operation checks for debugging flags, and the cpu backend advertises tfjs-node on the console.
  tf.enableProdMode();
  useFastMatMulGradient();
  useFastConvolutionGradient();
  isPrepared = true;
}

/** Not written into the import: npm leaves the package out where its own install fails, and the build must not need its types. */
const nativePackage: string = '@tensorflow/tfjs-node';
let nativeFault: unknown;

async function openNative(): Promise<boolean> {
  restoreRemovedPredicates();
  quietNativeLog();
  try {
    await import(nativePackage);
    return await tf.setBackend('tensorflow');
  } catch (fault) {
    // A binding for another platform or a missing libtensorflow: the next backend of the order is as right, only slower.
    nativeFault = fault;
    return false;
  }
}

/** Why tfjs-node could not be opened in this thread, for an operator; undefined when it could or nobody tried. */
export function whyNotNative(): string | undefined {
  if (opened.get('tensorflow') !== false) return undefined;
  if (!hasNativeBinding()) return 'its native binding is not here; npm run setup:native gets it';
  const reason = nativeFault instanceof Error ? nativeFault.message.split('\n', 1)[0] : 'it does not load';
  return `its native binding is here but does not load (${reason ?? ''}); npm run setup:native -- --remove, then set it up again`;
}

/** tfjs-node 4.22 calls predicates that Node 23 removed from `util`. */
function restoreRemovedPredicates(): void {
  const legacy: Record<string, unknown> = util;
  legacy.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  legacy.isArray ??= Array.isArray;
}
