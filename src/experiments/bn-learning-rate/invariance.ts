import { squaredNorm } from '../maths/gradient-norms.ts';
import { drawWeights } from '../maths/initialise.ts';
import { batchNorm } from '../maths/plain/batch-norm.ts';
import { plainSgd } from '../maths/plain/descent.ts';
import { createPlainLearner } from '../maths/plain/learner.ts';
import { multiply } from '../maths/plain/operations.ts';
import { given, type Matrix } from '../maths/plain/tape.ts';
import { createRandom } from '../maths/random.ts';

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

/** Runs one layer at every scale. */
export function measureInvariance(seed: number): Invariance {
  const random = createRandom(seed, 'layer');
  const inputs = given(random.normals(rows * fanIn), rows, fanIn);
  const weights = drawWeights(random, 'he', fanIn, fanOut);
  const mix = Float64Array.from(random.normals(rows * fanOut));
  const runs = scales.map((scale) => runLayer(inputs, weights, scale, mix));
  const plain = runs[scales.indexOf(1)] ?? {
    scale: 1,
    outputs: new Float64Array(),
    gradientNorm: Number.NaN,
  };
  return { layers: runs.map((run) => compare(run, plain)), ...columnMoments(plain.outputs) };
}

interface LayerRun {
  readonly scale: number;
  readonly outputs: Float64Array;
  readonly gradientNorm: number;
}

/** The loss is the sum of outputs times `mix`. */
function runLayer(inputs: Matrix, weights: Float32Array, scale: number, mix: Float64Array): LayerRun {
  const matrix = { values: weights.map((weight) => scale * weight), shape: [fanIn, fanOut] };
  const { weights: learnt, descend } = createPlainLearner([matrix], () => plainSgd(0));
  const [ones, zeros] = [new Float64Array(fanOut).fill(1), new Float64Array(fanOut)];
  const outputs = descend((tape) => {
    const sums = multiply(tape, inputs, learnt[0]);
    const output = batchNorm(tape, sums, given(ones, 1, fanOut), given(zeros, 1, fanOut));
    tape.record(() => output.slopes.set(mix));
    return output.values;
  });
  return { scale, outputs, gradientNorm: Math.sqrt(squaredNorm(learnt[0].slopes)) };
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

function columnMoments(outputs: Float64Array): Pick<Invariance, 'batchMean' | 'batchVariance'> {
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
