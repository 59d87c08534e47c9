import * as tf from '@tensorflow/tfjs';
import { applyDense, drawDense } from '../maths/dense.ts';
import type { NetworksOf } from '../maths/learn-together.ts';
import { meanSquaredError } from '../maths/losses.ts';
import type { Random } from '../maths/random.ts';
import { features } from './samples.ts';
import type { CoderName } from './settings.ts';

/** Weights of two autoencoders 12–code–12 that begin alike. */
export function drawCoders(random: Random, code: number) {
  const weights = drawDense(random, 'xavier', [features, code, features]);
  return { linear: weights, tanh: weights } as const;
}

/** Their tensors. */
export type Coders = NetworksOf<ReturnType<typeof drawCoders>>;

/** How far each is from giving back its inputs. */
export function reconstructionErrors(
  { linear, tanh }: Coders,
  inputs: tf.Tensor2D,
): Readonly<Record<CoderName, tf.Scalar>> {
  return {
    linear: meanSquaredError(applyDense(linear, inputs, unchanged), inputs),
    tanh: meanSquaredError(applyDense(tanh, inputs, tf.tanh), inputs),
  };
}

function unchanged(x: tf.Tensor): tf.Tensor {
  return x;
}
