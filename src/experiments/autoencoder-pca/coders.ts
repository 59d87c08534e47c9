import * as tf from '@tensorflow/tfjs';
import { drawMatrix } from '../maths/dense.ts';
import type { NetworksOf } from '../maths/learn-together.ts';
import { meanSquaredError } from '../maths/losses.ts';
import type { Random } from '../maths/random.ts';
import { features } from './samples.ts';
import type { CoderName } from './settings.ts';

/**
 * Weights of two autoencoders 12–code–12 that begin alike: encoder and decoder. They have no biases, whose gradients on
 * centred samples are rounding, which Adam would blow up to whole steps.
 */
export function drawCoders(random: Random, code: number) {
  const weights = [
    drawMatrix(random, 'xavier', features, code),
    drawMatrix(random, 'xavier', code, features),
  ] as const;
  return { linear: weights, tanh: weights } as const;
}

/** Their tensors. */
export type Coders = NetworksOf<ReturnType<typeof drawCoders>>;

/** How far each is from giving back its inputs. */
export function reconstructionErrors(
  { linear, tanh }: Coders,
  inputs: tf.Tensor2D,
): Readonly<Record<CoderName, tf.Scalar>> {
  const [encoder, decoder] = linear;
  const [tanhEncoder, tanhDecoder] = tanh;
  return {
    linear: meanSquaredError(tf.matMul(tf.matMul(inputs, encoder), decoder), inputs),
    tanh: meanSquaredError(tf.matMul(tf.tanh(tf.matMul(inputs, tanhEncoder)), tanhDecoder), inputs),
  };
}
