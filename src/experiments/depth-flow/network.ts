import * as tf from '@tensorflow/tfjs';
import type { ActivationName } from '../maths/activation-names.ts';
import { activation, backBy } from '../maths/activation-pass.ts';
import { squaredNorm } from '../maths/gradient-norms.ts';
import type { Init } from '../maths/initialise.ts';
import { crossEntropy, crossEntropyGradient } from '../maths/losses.ts';
import { batchNormPass, layerNormPass } from '../maths/normalise.ts';
import { inTurn, type Layer, normsBack, passThrough, unchanged, withShortcut } from '../maths/pass.ts';
import { createRandom } from '../maths/random.ts';
import type { Stock } from './stock.ts';

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

/** Srivastava, Greff & Schmidhuber 2015 §3.1: a negative bias starts the transform gate nearly closed. */
const transformGateBias = -2;

/**
 * One forward and one backward pass of softmax cross-entropy, standard normal inputs against random labels.
 * Networks of equal shape get equal weights from a stock. To be called in the stock's scope, which frees the tensors.
 */
export function measureFlow(network: Network, stock: Stock): Flow {
  const passes = passThrough(stock.inputs, createLayers(network, stock));
  const last = passes.at(-1)?.value ?? stock.inputs;
  return {
    gradientNorms: normsBack(passes, lossGradient(last, stock)),
    lastMeanSquare: squaredNorm(last.dataSync<'float32'>()) / last.size,
  };
}

/** The loss from the last hidden state on. */
export function lossOf(h: tf.Tensor, { head, labels }: Stock): tf.Scalar {
  return crossEntropy(tf.matMul(h, head), labels);
}

/** Its gradient with respect to that state. */
export function lossGradient(h: tf.Tensor, { head, labels }: Stock): tf.Tensor {
  return tf.matMul(crossEntropyGradient(tf.matMul(h, head), labels), tf.transpose(head));
}

/** From the inputs to the last hidden state. */
export function createLayers(network: Network, { seed, linear }: Stock): Layer[] {
  let place = 0;
  const parts: Parts = {
    linear: () => linear(place++, network.init),
    act: activation(network.activation, createRandom(seed, 'slopes')),
    normalise: { none: unchanged, batch: batchNormPass, layer: layerNormPass }[network.norm],
  };
  return Array.from({ length: hiddenStates(network) }, () => layerKinds[network.skip](parts));
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
  return { value: y, back: (dy) => backBy.sigmoid(dy, y) };
};

/** Hidden states with a gradient to measure: one per layer, or per residual block of two layers. */
export function hiddenStates({ skip, depth }: Pick<Network, 'skip' | 'depth'>): number {
  return skip === 'resnet-v1' || skip === 'resnet-v2' ? Math.floor(depth / 2) : depth;
}
