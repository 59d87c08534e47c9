import * as tf from '@tensorflow/tfjs';
import { squaredNorm } from '../maths/gradient-norms.ts';
import { drawWeights } from '../maths/initialise.ts';
import { createRandom } from '../maths/random.ts';
import { scaledBatchNorm } from '../maths/scaled-batch-norm.ts';
import { inScope } from '../maths/scope.ts';

const [rows, fanIn, fanOut] = [64, 16, 32];

/** What the weights are multiplied by. */
const scales = [0.1, 1, 10, 100] as const;

/** A normalised layer whose weights were multiplied by `scale`, beside the same layer with the weights as they were. */
export interface ScaledLayer {
  readonly scale: number;
  /** ‖change of the output‖ / ‖output‖ */
  readonly outputChange: number;
  /** ‖output‖ and ‖∂L/∂W‖ over those of the unscaled layer. */
  readonly outputRatio: number;
  readonly gradientRatio: number;
}

/** A layer under batch normalisation, at every scale of its weights. */
export interface Invariance {
  readonly layers: readonly ScaledLayer[];
  /** Largest mean of a column over the batch, and the variance farthest from 1. */
  readonly batchMean: number;
  readonly batchVariance: number;
}

/** Runs one layer at every scale; leaves no tensor behind. */
export function measureInvariance(seed: number): Invariance {
  return inScope(() => {
    const random = createRandom(seed, 'layer');
    const inputs = tf.tensor2d(random.normals(rows * fanIn), [rows, fanIn]);
    const weights = drawWeights(random, 'he', fanIn, fanOut);
    const mix = tf.tensor2d(random.normals(rows * fanOut), [rows, fanOut]);
    const runs = scales.map((scale) => runLayer(inputs, weights, scale, mix));
    const plain = runs[scales.indexOf(1)] ?? {
      scale: 1,
      outputs: new Float32Array(),
      gradientNorm: Number.NaN,
    };
    return { layers: runs.map((run) => compare(run, plain)), ...columnMoments(plain.outputs) };
  });
}

interface LayerRun {
  readonly scale: number;
  readonly outputs: Float32Array;
  readonly gradientNorm: number;
}

function runLayer(inputs: tf.Tensor2D, weights: Float32Array, scale: number, mix: tf.Tensor2D): LayerRun {
  const normalised = (w: tf.Tensor) =>
    scaledBatchNorm(tf.matMul(inputs, w), tf.ones([fanOut]), tf.zeros([fanOut]));
  const w = tf.tensor2d(
    weights.map((weight) => scale * weight),
    [fanIn, fanOut],
  );
  const gradient = tf.grad((x: tf.Tensor) => tf.sum(tf.mul(normalised(x), mix)))(w);
  return {
    scale,
    outputs: normalised(w).dataSync<'float32'>(),
    gradientNorm: Math.sqrt(squaredNorm(gradient.dataSync())),
  };
}

function compare({ scale, outputs, gradientNorm }: LayerRun, plain: LayerRun): ScaledLayer {
  const change = outputs.map((output, index) => output - (plain.outputs[index] ?? Number.NaN));
  return {
    scale,
    outputChange: Math.sqrt(squaredNorm(change) / squaredNorm(plain.outputs)),
    outputRatio: Math.sqrt(squaredNorm(outputs) / squaredNorm(plain.outputs)),
    gradientRatio: gradientNorm / plain.gradientNorm,
  };
}

function columnMoments(outputs: Float32Array): Pick<Invariance, 'batchMean' | 'batchVariance'> {
  let [batchMean, batchVariance] = [0, 1];
  for (let column = 0; column < fanOut; column++) {
    const values = outputs.filter((_, index) => index % fanOut === column);
    const mean = values.reduce((sum, value) => sum + value, 0) / rows;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows;
    batchMean = Math.max(batchMean, Math.abs(mean));
    if (Math.abs(variance - 1) > Math.abs(batchVariance - 1)) batchVariance = variance;
  }
  return { batchMean: withoutRounding(batchMean), batchVariance };
}

/** Six decimals: what is left of a mean beyond them is the rounding of float32, another on every backend. */
function withoutRounding(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
