import * as tf from '@tensorflow/tfjs';
import { constantVector, drawDense, drawMatrix } from '../maths/dense.ts';
import type { Watch } from '../maths/gradient-norms.ts';
import type { InitialWeights } from '../maths/learn.ts';
import { crossEntropy, oneHot } from '../maths/losses.ts';
import { createRandom } from '../maths/random.ts';
import { scaledBatchNorm } from '../maths/scaled-batch-norm.ts';
import type { Network } from './settings.ts';

const [points, features, width, classes] = [256, 8, 24, 3];
/** Srivastava, Greff & Schmidhuber 2015 §3.1: a negative bias starts the transform gate nearly closed. */
const transformGateBias = -2;

/** Points to learn from, with their labels as rows of one 1. */
export interface Task {
  readonly inputs: tf.Tensor2D;
  readonly labels: tf.Tensor2D;
}

/** Standard normal points, labelled by a random network with one hidden layer; tensors of the scope it is called in. */
export function drawTask(seed: number): Task {
  const random = createRandom(seed, 'task');
  const inputs = tf.tensor2d(random.normals(points * features), [points, features]);
  const hidden = tf.tensor2d(random.normals(features * width, 1 / Math.sqrt(features)), [features, width]);
  const outputs = tf.tensor2d(random.normals(width * classes), [width, classes]);
  const says = tf.argMax(tf.matMul(tf.tanh(tf.matMul(inputs, hidden)), outputs), 1).dataSync();
  return { inputs, labels: oneHot(says, classes) };
}

/** Weights of every layer in turn, those of the input first and of the output last. */
export function drawNetwork(network: Network, seed: number): InitialWeights[] {
  const random = createRandom(seed, 'weights');
  const init = network.activation === 'relu' ? 'he' : 'xavier';
  const matrix = () => drawMatrix(random, init, width, width);
  const shift = () =>
    (network.norm === 'batch' ? [constantVector(width, 1)] : []).concat(constantVector(width));
  const layer = {
    none: () => [matrix(), ...shift()],
    highway: () => [matrix(), ...shift(), matrix(), constantVector(width, transformGateBias)],
    'resnet-v1': () => [matrix(), ...shift(), matrix(), ...shift()],
    'resnet-v2': () => [...shift(), matrix(), ...shift(), matrix()],
  }[network.skip];
  const layers = Array.from({ length: hiddenStates(network) }, layer);
  const [stem, head] = [
    drawDense(random, 'xavier', [features, width]),
    drawDense(random, 'xavier', [width, classes]),
  ];
  return [...stem, ...layers.flat(), ...head];
}

/** Hidden states between input and output: one per layer, or per residual block of two layers. */
export function hiddenStates({ skip, depth }: Pick<Network, 'skip' | 'depth'>): number {
  return skip === 'resnet-v1' || skip === 'resnet-v2' ? Math.max(1, Math.floor(depth / 2)) : depth;
}

/** Mean cross-entropy of the network; `watch` is shown every hidden state. */
export function networkLoss(
  network: Network,
  weights: readonly tf.Tensor[],
  { inputs, labels }: Task,
  watch: Watch = (h) => h,
): tf.Scalar {
  let place = 0;
  const take = () => weights[place++] ?? missing();
  const layer = layerKinds[network.skip](partsOf(network));
  let h: tf.Tensor = tf.add(tf.matMul(inputs, take()), take());
  for (let state = 0; state < hiddenStates(network); state++) h = watch(layer(h, take));
  // Rows times a matrix are rows again.
  return crossEntropy(tf.add(tf.matMul(h, take()), take()) as tf.Tensor2D, labels);
}

function missing(): never {
  throw new Error('the network has fewer weights than its layers need');
}

/** From one hidden state to the next; takes the weights it needs in the order they are drawn. */
type Layer = (h: tf.Tensor, take: () => tf.Tensor) => tf.Tensor;

/** What layers are made of. */
interface Parts {
  readonly act: (x: tf.Tensor) => tf.Tensor;
  /** Batch normalisation, or where there is none a bias. */
  readonly shift: Layer;
}

function partsOf({ activation, norm }: Network): Parts {
  return {
    act: { relu: tf.relu, sigmoid: tf.sigmoid, tanh: tf.tanh }[activation],
    shift:
      norm === 'batch' ? (x, take) => scaledBatchNorm(x, take(), take()) : (x, take) => tf.add(x, take()),
  };
}

const layerKinds: Readonly<Record<Network['skip'], (parts: Parts) => Layer>> = {
  none: plain,
  highway: (parts) => (h, take) => {
    const candidate = plain(parts)(h, take);
    const gate = tf.sigmoid(tf.add(tf.matMul(h, take()), take()));
    // h + T · (H(h) − h) is T · H(h) + (1 − T) · h
    return tf.add(h, tf.mul(gate, tf.sub(candidate, h)));
  },
  'resnet-v1': (parts) => (h, take) => {
    const inner = plain(parts)(h, take);
    return parts.act(tf.add(h, parts.shift(tf.matMul(inner, take()), take)));
  },
  'resnet-v2':
    ({ act, shift }) =>
    (h, take) => {
      const inner = tf.matMul(act(shift(h, take)), take());
      return tf.add(h, tf.matMul(act(shift(inner, take)), take()));
    },
};

function plain({ act, shift }: Parts): Layer {
  return (h, take) => act(shift(tf.matMul(h, take()), take));
}
