import * as tf from '@tensorflow/tfjs';
import type { ActivationName } from '../maths/activation-names.ts';
import { activate } from '../maths/activations.ts';
import { gradientNorms, squaredNorm } from '../maths/gradient-norms.ts';
import { drawWeights, type Init } from '../maths/initialise.ts';
import { crossEntropy, oneHot } from '../maths/losses.ts';
import { batchNorm, layerNorm } from '../maths/normalise.ts';
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

type Layer = (h: tf.Tensor) => tf.Tensor;

/**
 * One forward and one backward pass of softmax cross-entropy, standard normal inputs against random labels.
 * Equal seeds give networks of equal shape equal weights. Leaves no tensor behind.
 */
export function measureFlow(network: Network, seed: number): Flow {
  return inScope(() => {
    const { inputs, layers, loss } = buildNetwork(network, seed);
    const [first, ...rest] = layers;
    // No gradient is wanted below the first hidden state, so it is computed before the tape starts.
    let last = first === undefined ? inputs : first(inputs);
    const norms = gradientNorms(last, (h1, watch) => {
      const h = rest.reduce<tf.Tensor>((state, layer) => watch(layer(state)), h1);
      last = tf.keep(h.clone());
      return loss(h);
    });
    const lastMeanSquare = squaredNorm(last.dataSync()) / last.size;
    last.dispose();
    return { gradientNorms: norms, lastMeanSquare };
  });
}

/** Inputs, layers, and the loss of the last hidden state; to be called in a tidy, which frees the weights. */
export function buildNetwork(network: Network, seed: number) {
  const { inputs, labels, head } = drawTask(seed);
  const loss = (h: tf.Tensor): tf.Scalar => crossEntropy(tf.matMul<tf.Tensor2D>(h, head), labels);
  return { inputs, layers: createLayers(network, seed), loss };
}

function createLayers({ activation, init, norm, skip, depth }: Network, seed: number): Layer[] {
  const random = createRandom(seed, 'weights');
  const slopes = createRandom(seed, 'slopes');
  const parts: Parts = {
    draw: () => tf.tensor2d(drawWeights(random, init, width, width), [width, width]),
    act: (x) => activate(activation, x, slopes),
    normalise: { none: (x: tf.Tensor) => x, batch: batchNorm, layer: layerNorm }[norm],
  };
  return Array.from({ length: hiddenStates({ skip, depth }) }, () => layerKinds[skip](parts));
}

/** What layers are made of. */
interface Parts {
  readonly draw: () => tf.Tensor2D;
  readonly act: Layer;
  readonly normalise: Layer;
}

const layerKinds: Readonly<Record<Network['skip'], (parts: Parts) => Layer>> = {
  none: ({ draw, act, normalise }) => {
    const w = draw();
    return (h) => act(normalise(tf.matMul(h, w)));
  },
  highway: ({ draw, act, normalise }) => {
    const [w, gateW] = [draw(), draw()];
    return (h) => {
      const gate = tf.sigmoid(tf.add(tf.matMul(h, gateW), transformGateBias));
      // h + T · (H(h) − h) is T · H(h) + (1 − T) · h
      return tf.add(h, tf.mul(gate, tf.sub(act(normalise(tf.matMul(h, w))), h)));
    };
  },
  'resnet-v1': ({ draw, act, normalise }) => {
    const [w1, w2] = [draw(), draw()];
    return (h) => act(tf.add(h, normalise(tf.matMul(act(normalise(tf.matMul(h, w1))), w2))));
  },
  'resnet-v2': ({ draw, act, normalise }) => {
    const [w1, w2] = [draw(), draw()];
    return (h) => tf.add(h, tf.matMul(act(normalise(tf.matMul(act(normalise(h)), w1))), w2));
  },
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
