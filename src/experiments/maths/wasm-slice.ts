import * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/**
 * Replaces the wasm kernels that cut a tensor; the numbers stay the same. TensorFlow.js copies the whole tensor for every
 * piece, so that cutting one into a hundred pieces copies it a hundred times. To be called once the backend is there.
 */
export function useFastWasmSlices(): void {
  replaceKernel('Slice', ({ x }, { begin, size }, backend) => {
    const [from = [], shape = []] = tf.slice_util.parseSliceParams(x, begin, size);
    return cut(x, from, shape, backend);
  });
  replaceKernel('SplitV', ({ x }, { numOrSizeSplits, axis }, backend) => {
    const along = axis < 0 ? axis + x.shape.length : axis;
    const from = x.shape.map(() => 0);
    return tf.backend_util.prepareSplitSize(asTensor(x), numOrSizeSplits, along).map((length) => {
      const piece = cut(x, from, x.shape.with(along, length), backend);
      from[along] = (from[along] ?? 0) + length;
      return piece;
    });
  });
}

/** What the two kernels are given: only these attributes. */
interface Attributes {
  readonly begin: number | number[];
  readonly size: number | number[];
  readonly numOrSizeSplits: number | number[];
  readonly axis: number;
}

type Cutting = (
  inputs: { readonly x: tf.Tensor },
  attributes: Attributes,
  backend: BackendWasm,
) => tf.TensorInfo | tf.TensorInfo[];

function replaceKernel(kernelName: 'Slice' | 'SplitV', cutting: Cutting): void {
  const original = tf.getKernel(kernelName, 'wasm');
  tf.unregisterKernel(kernelName, 'wasm');
  tf.registerKernel({
    ...original,
    kernelFunc: (call) => {
      const { x } = call.inputs;
      if (x === undefined || x.dtype === 'string') return original.kernelFunc(call);
      // TensorFlow.js types kernels for any backend and any attributes; these two are of wasm and have these.
      return cutting({ x: asTensor(x) }, call.attrs as unknown as Attributes, call.backend as BackendWasm);
    },
  });
}

/** Kernels get tensor infos; shape and type, all that is used of them here, are those of a tensor. */
function asTensor(x: tf.TensorInfo): tf.Tensor {
  return x as tf.Tensor;
}

function cut(
  x: tf.TensorInfo,
  from: readonly number[],
  shape: number[],
  backend: BackendWasm,
): tf.TensorInfo {
  const output = backend.makeOutput(shape, x.dtype);
  // Taken after the output was made: that may move the memory both are views of.
  const source = backend.typedArrayFromHeap(x);
  copyRegion(source, x.shape, from, shape, backend.typedArrayFromHeap(output));
  return output;
}

type Numbers = Float32Array | Int32Array | Uint8Array;

/** Copies a box out of an array of this shape, in the longest runs that lie together. */
function copyRegion(
  source: Numbers,
  shape: readonly number[],
  from: readonly number[],
  size: readonly number[],
  target: Numbers,
): void {
  let runAxis = shape.length - 1;
  while (runAxis > 0 && size[runAxis] === shape[runAxis]) runAxis--;
  const inner = product(shape.slice(runAxis + 1));
  const run = (size[runAxis] ?? 1) * inner;
  let written = 0;
  const copyFrom = (axis: number, outer: number): void => {
    const first = outer * (shape[axis] ?? 1) + (from[axis] ?? 0);
    if (axis >= runAxis) {
      target.set(source.subarray(first * inner, first * inner + run), written);
      written += run;
      return;
    }
    for (let index = 0; index < (size[axis] ?? 0); index++) copyFrom(axis + 1, first + index);
  };
  copyFrom(0, 0);
}

function product(numbers: readonly number[]): number {
  return numbers.reduce((result, each) => result * each, 1);
}
