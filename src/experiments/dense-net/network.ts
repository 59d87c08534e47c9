import * as tf from '@tensorflow/tfjs';
import { gradientNorms, type Watch } from '../maths/gradient-norms.ts';
import { drawWeights } from '../maths/initialise.ts';
import { crossEntropy, oneHot } from '../maths/losses.ts';
import { batchNorm } from '../maths/normalise.ts';
import { createRandom, type Random } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import type { Values } from './settings.ts';

const batch = 128;
const classes = 10;
/** Features of a dense net before its first layer; units of every layer of the plain one. */
const startWidth = 16;
const plainWidth = 64;

/** An untrained network: what one layer makes of the state, and how many features its state has at the end. */
export interface Network {
  readonly inputs: tf.Tensor2D;
  /** The features a layer adds, or replaces all others by. */
  readonly layers: readonly ((state: tf.Tensor2D) => tf.Tensor2D)[];
  /** The state after a layer. */
  readonly join: (state: tf.Tensor2D, features: tf.Tensor2D) => tf.Tensor2D;
  readonly loss: (state: tf.Tensor2D) => tf.Scalar;
}

/**
 * ‖∂L/∂(features of a layer)‖ for every layer from the first to the last: one forward and one backward pass of softmax
 * cross-entropy, standard normal inputs against random labels. Leaves no tensor behind.
 */
export function featureGradients(
  build: (values: Values, seed: number) => Network,
  values: Values,
  seed: number,
) {
  return inScope(() => {
    const network = build(values, seed);
    const [first, ...rest] = network.layers;
    if (first === undefined) throw new Error('a network needs a layer');
    return gradientNorms(first(network.inputs), (features, watch) => forward(network, features, rest, watch));
  });
}

/** The loss, from the features of the first layer on. */
export function forward(
  { inputs, join, loss }: Network,
  first: tf.Tensor2D,
  rest: Network['layers'],
  watch: Watch,
): tf.Scalar {
  return loss(rest.reduce((state, layer) => join(state, watch(layer(state))), join(inputs, first)));
}

/** Every layer reads all features there are, BN – ReLU – weights, and adds `growth` more (Huang et al. 2017, §3). */
export function denseNetwork({ depth, growth, norm }: Values, seed: number): Network {
  const random = createRandom(seed, 'dense weights');
  const normalise = normalisation(norm);
  const layers = Array.from({ length: depth }, (_, layer) => {
    const weights = draw(random, startWidth + layer * growth, growth);
    return (state: tf.Tensor2D) => tf.matMul<tf.Tensor2D>(tf.relu(normalise(state)), weights);
  });
  const join = (state: tf.Tensor2D, features: tf.Tensor2D) => tf.concat2d([state, features], 1);
  return { layers, join, ...createTask(seed, startWidth, startWidth + depth * growth) };
}

/** Every layer replaces the state: ReLU of BN of weights times state, as in `depth-flow`. */
export function plainNetwork({ depth, norm }: Values, seed: number): Network {
  const random = createRandom(seed, 'plain weights');
  const normalise = normalisation(norm);
  const layers = Array.from({ length: depth }, () => {
    const weights = draw(random, plainWidth, plainWidth);
    return (state: tf.Tensor2D) => tf.relu(normalise(tf.matMul<tf.Tensor2D>(state, weights)));
  });
  return { layers, join: (_, features) => features, ...createTask(seed, plainWidth, plainWidth) };
}

function normalisation(norm: Values['norm']): (x: tf.Tensor2D) => tf.Tensor2D {
  return norm === 'batch' ? batchNorm : (x) => x;
}

function draw(random: Random, fanIn: number, fanOut: number): tf.Tensor2D {
  return tf.tensor2d(drawWeights(random, 'he', fanIn, fanOut), [fanIn, fanOut]);
}

function createTask(seed: number, inputWidth: number, lastWidth: number): Pick<Network, 'inputs' | 'loss'> {
  const random = createRandom(seed, 'task');
  const inputs = tf.tensor2d(random.normals(batch * inputWidth), [batch, inputWidth]);
  const head = tf.tensor2d(drawWeights(random, 'xavier', lastWidth, classes), [lastWidth, classes]);
  const labels = oneHot(
    Int32Array.from({ length: batch }, () => random.integer(classes)),
    classes,
  );
  return { inputs, loss: (state) => crossEntropy(tf.matMul(state, head), labels) };
}
