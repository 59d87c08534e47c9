import * as tf from '@tensorflow/tfjs';

/** As TensorFlow.js brings them, with the kernel each needs: this module is loaded before a backend is opened. */
const tapesOwn = [
  { config: tf.getGradient('BatchMatMul'), needs: 'BatchMatMul' },
  // wasm has no such kernel, and so no convolution that learns but for ours.
  { config: tf.getGradient('Conv2D'), needs: 'Conv2DBackpropFilter' },
];

/** Does the work with the gradients that `backend.ts` replaced, as far as the backend can. */
export async function withTapesOwnGradients<R>(backend: string, work: () => Promise<R>): Promise<R> {
  const possible = tapesOwn.flatMap(({ config, needs }) => (tf.getKernel(needs, backend) ? config : []));
  const ours = possible.map(({ kernelName }) => tf.getGradient(kernelName));
  replaceGradients(possible);
  try {
    return await work();
  } finally {
    replaceGradients(ours);
  }
}

function replaceGradients(configs: readonly tf.GradConfig[]): void {
  for (const config of configs) {
    tf.unregisterGradient(config.kernelName);
    tf.registerGradient(config);
  }
}

/** Multiplications and additions of the products of matrices and convolutions that the work asks the backend for. */
export async function countOperations(backend: string, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const kernels = ['BatchMatMul', '_FusedMatMul', 'Conv2D', 'FusedConv2D'];
  const originals = kernels.flatMap((kernelName) => tf.getKernel(kernelName, backend) ?? []);
  for (const original of originals) {
    tf.unregisterKernel(original.kernelName, backend);
    tf.registerKernel({
      ...original,
      kernelFunc: (call) => {
        const output = original.kernelFunc(call);
        count += operationsOf(call.inputs, Array.isArray(output) ? output[0] : output, call.attrs);
        return output;
      },
    });
  }
  await work();
  for (const original of originals) {
    tf.unregisterKernel(original.kernelName, backend);
    tf.registerKernel(original);
  }
  return count;
}

/** Two for every product that is summed into an output. */
function operationsOf(
  { a, filter }: tf.NamedTensorInfoMap,
  output: tf.TensorInfo | undefined,
  attrs: tf.NamedAttrMap | undefined,
): number {
  const size = (output?.shape ?? []).reduce((product, each) => product * each, 1);
  if (filter !== undefined)
    return 2 * size * filter.shape.slice(0, 3).reduce((product, each) => product * each, 1);
  return 2 * size * (a?.shape.at(attrs?.transposeA === true ? -2 : -1) ?? 0);
}

/** Operations per second of a product of two 512 × 512 matrices, the best of some. */
export function matMulRate(): number {
  const size = 512;
  const [a, b] = [tf.ones([size, size]), tf.ones([size, size])];
  let bestMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8; round++) {
    const startedMs = performance.now();
    const product = tf.matMul(a, b);
    product.dataSync();
    bestMs = Math.min(bestMs, performance.now() - startedMs);
    product.dispose();
  }
  tf.dispose([a, b]);
  return (2 * size ** 3) / (bestMs / 1000);
}
