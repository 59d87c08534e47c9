import * as tf from '@tensorflow/tfjs';
import { squaredNorm } from '../maths/gradient-norms.ts';
import { drawWeights } from '../maths/initialise.ts';
import { crossEntropy, oneHot } from '../maths/losses.ts';
import { median } from '../maths/median.ts';
import { createRandom, type Random } from '../maths/random.ts';
import { projectSteps, rnnStep } from '../maths/recurrent.ts';
import { inScope } from '../maths/scope.ts';

/** Something that reads a sequence of random tokens and gives it one of ten labels, untrained. */
export interface Reader {
  /** One row per token of every sequence of the batch. */
  readonly tokens: tf.Tensor2D;
  readonly loss: (tokens: tf.Tensor2D) => tf.Scalar;
  /** Row of a token. */
  readonly row: (token: number, sequence: number) => number;
}

/** Sequences read at once. */
export const batch = 32;
const classes = 10;
const recurrentUnits = 32;

/** ‖∂L/∂x‖ of every token, first to last, in a typical sequence: the median over the batch. Leaves no tensor behind. */
export function tokenGradients(build: () => Reader, length: number): number[] {
  return inScope(() => {
    const { tokens, loss, row } = build();
    const { grads } = tf.engine().gradients(() => loss(tokens), [tokens]);
    const gradient = grads[0]?.dataSync<'float32'>() ?? new Float32Array();
    const width = tokens.shape[1];
    const normAt = (at: number) => Math.sqrt(squaredNorm(gradient.subarray(at * width, (at + 1) * width)));
    return Array.from({ length }, (_, token) =>
      median(Array.from({ length: batch }, (__, sequence) => normAt(row(token, sequence)))),
    );
  });
}

/** Tokens, a query for each sequence, and what is decided from what the query reads. */
export interface AttentionTask {
  readonly length: number;
  readonly dimension: number;
  readonly tokens: tf.Tensor2D;
  readonly queries: tf.Tensor3D;
  readonly decide: (state: tf.Tensor2D) => tf.Scalar;
}

/** Drawn once for every way to read it, which takes longer than reading; to be called in a scope, which frees it. */
export function drawAttention(length: number, dimension: number, seed: number): AttentionTask {
  const random = createRandom(seed, `attention over ${length}`);
  return {
    length,
    dimension,
    tokens: tf.tensor2d(random.normals(batch * length * dimension), [batch * length, dimension]),
    queries: tf.tensor3d(random.normals(batch * dimension), [batch, dimension, 1]),
    decide: createHead(dimension, random),
  };
}

/** Dot-product attention over the tokens, which are their own keys and values, for a random query per sequence. */
export function attentionReader(task: AttentionTask, isScaled: boolean): Reader {
  const { length, dimension, tokens, queries, decide } = task;
  const scale = isScaled ? 1 / Math.sqrt(dimension) : 1;
  return {
    tokens,
    row: (token, sequence) => sequence * length + token,
    loss: (x) => {
      const memory = tf.reshape<tf.Rank.R3>(x, [batch, length, dimension]);
      const scores = tf.mul(tf.matMul(memory, queries), scale);
      const weights = tf.softmax(tf.reshape(scores, [batch, 1, length]));
      return decide(tf.reshape(tf.matMul(weights, memory), [batch, dimension]));
    },
  };
}

/** A tanh RNN whose last state is all that is known of the sequence. */
export function recurrentReader(length: number, seed: number): Reader {
  const random = createRandom(seed, `recurrence over ${length}`);
  const square = [recurrentUnits, recurrentUnits] as [number, number];
  const tokens = tf.tensor2d(random.normals(batch * length * recurrentUnits), [
    batch * length,
    recurrentUnits,
  ]);
  // The same network for every length.
  const weights = createRandom(seed, 'recurrent weights');
  const inputWeights = tf.tensor2d(drawWeights(weights, 'lecun', ...square), square);
  const recurrent = tf.tensor2d(drawWeights(weights, 'lecun', ...square), square);
  const decide = createHead(recurrentUnits, random);
  return {
    tokens,
    row: (token, sequence) => token * batch + sequence,
    loss: (x) => {
      const start: tf.Tensor2D = tf.zeros([batch, recurrentUnits]);
      const steps = projectSteps(x, length, inputWeights, tf.scalar(0));
      return decide(steps.reduce((h, input) => rnnStep(input, h, recurrent, tf.tanh), start));
    },
  };
}

/** Cross-entropy of random labels. */
function createHead(width: number, random: Random): (state: tf.Tensor2D) => tf.Scalar {
  const head = tf.tensor2d(drawWeights(random, 'lecun', width, classes), [width, classes]);
  const labels = oneHot(
    Int32Array.from({ length: batch }, () => random.integer(classes)),
    classes,
  );
  return (state) => crossEntropy(tf.matMul(state, head), labels);
}
