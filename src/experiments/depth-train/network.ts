import { constantVector, drawDense, drawMatrix } from '../maths/dense.ts';
import type { InitialWeights } from '../maths/learn.ts';
import { batchNorm } from '../maths/plain/batch-norm.ts';
import { likeliest } from '../maths/plain/likeliest.ts';
import { crossEntropy } from '../maths/plain/losses.ts';
import { relu, sigmoid, tanh, through } from '../maths/plain/nonlinearities.ts';
import { add, addRow, blend, multiply } from '../maths/plain/operations.ts';
import { createTape, given, type Matrix, type Tape, type Variable } from '../maths/plain/tape.ts';
import { createRandom } from '../maths/random.ts';
import type { Network } from './settings.ts';

const [points, features, width, classes] = [256, 8, 24, 3];
/** Srivastava, Greff & Schmidhuber 2015 §3.1: a negative bias starts the transform gate nearly closed. */
const transformGateBias = -2;

/** Points to learn from, with their labels. */
export interface Task {
  readonly inputs: Matrix;
  readonly labels: Int32Array;
}

/** Standard normal points, labelled by a random network with one hidden layer. */
export function drawTask(seed: number): Task {
  const random = createRandom(seed, 'task');
  const inputs = given(random.normals(points * features), points, features);
  const hidden = given(random.normals(features * width, 1 / Math.sqrt(features)), features, width);
  const outputs = given(random.normals(width * classes), width, classes);
  const tape = createTape();
  const says = multiply(tape, through(tape, tanh, multiply(tape, inputs, hidden)), outputs);
  return { inputs, labels: likeliest(says) };
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
  tape: Tape,
  network: Network,
  weights: readonly Variable[],
  { inputs, labels }: Task,
  watch: (h: Variable) => void = () => undefined,
): number {
  let place = 0;
  const take = () => weights[place++] ?? missing();
  const layer = layerKinds[network.skip](partsOf(tape, network));
  let h = addRow(tape, multiply(tape, inputs, take()), take());
  for (let state = 0; state < hiddenStates(network); state++) {
    h = layer(h, take);
    watch(h);
  }
  return crossEntropy(tape, addRow(tape, multiply(tape, h, take()), take()), labels);
}

function missing(): never {
  throw new Error('the network has fewer weights than its layers need');
}

/** From one hidden state to the next; takes the weights it needs in the order they are drawn. */
type Layer = (h: Variable, take: () => Variable) => Variable;

/** What layers are made of. */
interface Parts {
  readonly act: (x: Variable) => Variable;
  readonly product: Layer;
  readonly bias: Layer;
  /** Batch normalisation, or where there is none a bias. */
  readonly shift: Layer;
  readonly sum: (x: Variable, y: Variable) => Variable;
  /** gate ∘ x + (1 − gate) ∘ y, with a sigmoid gate. */
  readonly gated: (gate: Variable, x: Variable, y: Variable) => Variable;
}

function partsOf(tape: Tape, { activation, norm }: Network): Parts {
  const nonlinearity = { relu, sigmoid, tanh }[activation];
  const bias: Layer = (x, take) => addRow(tape, x, take());
  return {
    act: (x) => through(tape, nonlinearity, x),
    product: (x, take) => multiply(tape, x, take()),
    bias,
    shift: norm === 'batch' ? (x, take) => batchNorm(tape, x, take(), take()) : bias,
    sum: (x, y) => add(tape, x, y),
    gated: (gate, x, y) => blend(tape, through(tape, sigmoid, gate), x, y),
  };
}

const layerKinds: Readonly<Record<Network['skip'], (parts: Parts) => Layer>> = {
  none: plain,
  highway: (parts) => (h, take) => {
    const candidate = plain(parts)(h, take);
    return parts.gated(parts.bias(parts.product(h, take), take), candidate, h);
  },
  'resnet-v1': (parts) => (h, take) => {
    const inner = plain(parts)(h, take);
    return parts.act(parts.sum(h, parts.shift(parts.product(inner, take), take)));
  },
  'resnet-v2':
    ({ act, product, shift, sum }) =>
    (h, take) => {
      const inner = product(act(shift(h, take)), take);
      return sum(h, product(act(shift(inner, take)), take));
    },
};

function plain({ act, product, shift }: Parts): Layer {
  return (h, take) => act(shift(product(h, take), take));
}
