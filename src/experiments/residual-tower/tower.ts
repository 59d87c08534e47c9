import * as tf from '@tensorflow/tfjs';
import { backBy } from '../maths/activation-pass.ts';
import { convolutionBy } from '../maths/convolution.ts';
import { drawWeights } from '../maths/initialise.ts';
import { crossEntropy, crossEntropyGradient, oneHot } from '../maths/losses.ts';
import { batchNormPass } from '../maths/normalise.ts';
import { inTurn, type Layer, normsBack, passThrough, withShortcut } from '../maths/pass.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import type { Values } from './settings.ts';

/** A tower of blocks over a board, untrained. */
export interface Tower {
  readonly boards: tf.Tensor4D;
  readonly blocks: readonly Block[];
  /** Cross-entropy of a policy over the squares against random moves, and its gradient. */
  readonly loss: (last: tf.Tensor4D) => tf.Scalar;
  readonly lossGradient: (last: tf.Tensor4D) => tf.Tensor4D;
  /** Weights in the blocks. */
  readonly weights: number;
}

type Block = Layer<tf.Tensor4D>;

/** What goes through a tower, forward and backward. */
export interface Flow {
  /** ‖∂L/∂h‖ of the blocks' outputs, from the first to the last. */
  readonly norms: readonly number[];
  readonly weights: number;
}

const side = 8;
const squares = side * side;
const batch = 16;
const kernelSize = 3;

/** One forward and one backward pass. Leaves no tensor behind. */
export function measureTower(values: Values, isResidual: boolean, seed: number): Flow {
  return inScope(() => {
    const tower = buildTower(values, isResidual, seed);
    const passes = passThrough(tower.boards, tower.blocks);
    const last = passes.at(-1)?.value ?? tower.boards;
    return { norms: normsBack(passes, tower.lossGradient(last)), weights: tower.weights };
  });
}

/** Blocks as in AlphaGo Zero (Silver et al. 2017): twice convolution and BN, a ReLU between, another after the addition. */
export function buildTower({ blocks, channels }: Values, isResidual: boolean, seed: number): Tower {
  const random = createRandom(seed, 'weights');
  const drawKernel = () => {
    const values = drawWeights(random, 'he', kernelSize ** 2 * channels, channels);
    return tf.tensor4d(values, [kernelSize, kernelSize, channels, channels]);
  };
  const kernels = Array.from({ length: blocks }, () => [drawKernel(), drawKernel()] as const);
  return {
    ...createTask(channels, seed),
    weights: kernels.flat().reduce((sum, { size }) => sum + size, 0),
    blocks: kernels.map(([one, two]) => {
      const branch = inTurn(convolutionBy(one), normalise, relu, convolutionBy(two), normalise);
      return inTurn(isResidual ? withShortcut(branch) : branch, relu);
    }),
  };
}

/** Every channel to mean 0, variance 1 over boards and squares. */
const normalise: Block = (h) => {
  const [boards, rows, columns, channels] = h.shape;
  const flatten = (x: tf.Tensor4D) => tf.reshape(x, [boards * rows * columns, channels]);
  const { value, back } = batchNormPass(flatten(h));
  return { value: tf.reshape(value, h.shape), back: (dy) => tf.reshape(back(flatten(dy)), h.shape) };
};

const relu: Block = (x) => {
  const y = tf.relu(x);
  return { value: y, back: (dy) => backBy.relu(dy, y, x) };
};

function createTask(channels: number, seed: number): Pick<Tower, 'boards' | 'loss' | 'lossGradient'> {
  const random = createRandom(seed, 'task');
  const boards = tf.tensor4d(random.normals(batch * squares * channels), [batch, side, side, channels]);
  const fanIn = squares * channels;
  const head = tf.tensor2d(drawWeights(random, 'xavier', fanIn, squares), [fanIn, squares]);
  const moves = oneHot(
    Int32Array.from({ length: batch }, () => random.integer(squares)),
    squares,
  );
  const logits = (h: tf.Tensor4D) => tf.matMul<tf.Tensor2D>(tf.reshape(h, [batch, fanIn]), head);
  return {
    boards,
    loss: (h) => crossEntropy(logits(h), moves),
    lossGradient: (h) =>
      tf.reshape(tf.matMul(crossEntropyGradient(logits(h), moves), tf.transpose(head)), h.shape),
  };
}
