import * as tf from '@tensorflow/tfjs';
import type { ActivationName } from '../maths/activation-names.ts';
import { activation, slopes } from '../maths/activation-pass.ts';
import { squaredNorm } from '../maths/gradient-norms.ts';
import { drawWeights, type Init } from '../maths/initialise.ts';
import { crossEntropy, crossEntropyGradient, oneHot } from '../maths/losses.ts';
import { batchNormPass, layerNormPass } from '../maths/normalise.ts';
import { inTurn, type Layer, normsBack, passThrough, times, unchanged, withShortcut } from '../maths/pass.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';

/** An untrained network, as far as the experiment varies it. */
export interface Network {
  readonly activation: ActivationName;
  readonly init: Init;
  readonly norm: 'none' | 'batch' | 'layer';
  readonly skip: 'none' | 'highway' | 'resnet-v1' | 'resnet-v2';
  /** Layers; a residual block takes two. */
  readonly depth: number;
}

/** What goes through it, forward and backward. */
export interface Flow {
  /** ‖∂L/∂h‖ of every hidden state, from the first layer or block to the last. */
  readonly gradientNorms: readonly number[];
  /** E[h²] of the last hidden state. */
  readonly lastMeanSquare: number;
}

const width = 64;
const batch = 128;
const classes = 10;
/** Srivastava, Greff & Schmidhuber 2015 §3.1: a negative bias starts the transform gate nearly closed. */
const transformGateBias = -2;

/**
 * One forward and one backward pass of softmax cross-entropy, standard normal inputs against random labels.
 * Equal seeds give networks of equal shape equal weights. Leaves no tensor behind.
 */
export function measureFlow(network: Network, seed: number): Flow {
  return inScope(() => {
    const { inputs, layers, lossGradient } = buildNetwork(network, seed);
    const passes = passThrough(inputs, layers);
    const last = passes.at(-1)?.value ?? inputs;
    return {
      gradientNorms: normsBack(passes, lossGradient(last)),
      lastMeanSquare: squaredNorm(last.dataSync<'float32'>()) / last.size,
    };
  });
}

/** Inputs, layers, and the loss of the last hidden state with its gradient; to be called in a scope, which frees the weights. */
export function buildNetwork(network: Network, seed: number) {
  const { inputs, labels, head } = drawTask(seed);
  const decide = (h: tf.Tensor) => tf.matMul<tf.Tensor2D>(h, head);
  return {
    inputs,
    layers: createLayers(network, seed),
    loss: (h: tf.Tensor): tf.Scalar => crossEntropy(decide(h), labels),
    lossGradient: (h: tf.Tensor): tf.Tensor =>
      tf.matMul(crossEntropyGradient(decide(h), labels), tf.transpose(head)),
  };
}

function createLayers({ activation: name, init, norm, skip, depth }: Network, seed: number): Layer[] {
  const random = createRandom(seed, 'weights');
  const parts: Parts = {
    linear: () => times(tf.tensor2d(drawWeights(random, init, width, width), [width, width])),
    act: activation(name, createRandom(seed, 'slopes')),
    normalise: { none: unchanged, batch: batchNormPass, layer: layerNormPass }[norm],
  };
  return Array.from({ length: hiddenStates({ skip, depth }) }, () => layerKinds[skip](parts));
}

/** What layers are made of. */
interface Parts {
  /** A layer of weights of its own, and nothing else. */
  readonly linear: () => Layer;
  readonly act: Layer;
  readonly normalise: Layer;
}

const layerKinds: Readonly<Record<Network['skip'], (parts: Parts) => Layer>> = {
  none: ({ linear, act, normalise }) => inTurn(linear(), normalise, act),
  highway: ({ linear, act, normalise }) => {
    const transform = inTurn(linear(), normalise, act);
    return highway(transform, inTurn(linear(), gateSigmoid));
  },
  'resnet-v1': ({ linear, act, normalise }) =>
    inTurn(withShortcut(inTurn(linear(), normalise, act, linear(), normalise)), act),
  'resnet-v2': ({ linear, act, normalise }) =>
    withShortcut(inTurn(normalise, act, linear(), normalise, act, linear())),
};

/** h + T(h) · (H(h) − h), which is T · H(h) + (1 − T) · h. */
function highway(transform: Layer, openGate: Layer): Layer {
  return (h) => {
    const [changed, gate] = [transform(h), openGate(h)];
    const change = tf.sub(changed.value, h);
    return {
      value: tf.add(h, tf.mul(gate.value, change)),
      back: (dy) => {
        const throughGate = tf.mul(dy, gate.value);
        const past = tf.add(tf.sub(dy, throughGate), gate.back(tf.mul(dy, change)));
        return tf.add(past, changed.back(throughGate));
      },
    };
  };
}

/** σ(x + the bias of a transform gate). */
const gateSigmoid: Layer = (x) => {
  const y = tf.sigmoid(tf.add(x, transformGateBias));
  return { value: y, back: (dy) => tf.mul(dy, slopes.sigmoid(y)) };
};

/** Hidden states with a gradient to measure: one per layer, or per residual block of two layers. */
export function hiddenStates({ skip, depth }: Pick<Network, 'skip' | 'depth'>): number {
  return skip === 'resnet-v1' || skip === 'resnet-v2' ? Math.floor(depth / 2) : depth;
}

function drawTask(seed: number) {
  const random = createRandom(seed, 'task');
  const inputs = tf.tensor2d(random.normals(batch * width), [batch, width]);
  const head = tf.tensor2d(drawWeights(random, 'xavier', width, classes), [width, classes]);
  const labels = Int32Array.from({ length: batch }, () => random.integer(classes));
  return { inputs, head, labels: oneHot(labels, classes) };
}
