import * as tf from '@tensorflow/tfjs';
import { convolve } from '../maths/convolution.ts';
import { gradientNorms, type Watch } from '../maths/gradient-norms.ts';
import { drawWeights } from '../maths/initialise.ts';
import { crossEntropy, oneHot } from '../maths/losses.ts';
import { batchNorm } from '../maths/normalise.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import type { Values } from './settings.ts';

/** A tower of blocks over a board, untrained. */
export interface Tower {
  readonly boards: tf.Tensor4D;
  readonly blocks: readonly Block[];
  /** Cross-entropy of a policy over the squares against random moves. */
  readonly loss: (last: tf.Tensor4D) => tf.Scalar;
  /** Weights in the blocks. */
  readonly weights: number;
}

type Block = (h: tf.Tensor4D) => tf.Tensor4D;

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
    const [first, ...rest] = tower.blocks;
    if (first === undefined) throw new Error('a tower needs a block');
    const norms = gradientNorms(first(tower.boards), (h, watch) => forward(tower, h, rest, watch));
    return { norms, weights: tower.weights };
  });
}

/** The loss, from the output of the first block on. */
export function forward({ loss }: Tower, first: tf.Tensor4D, rest: Tower['blocks'], watch: Watch): tf.Scalar {
  return loss(rest.reduce((h, block) => watch(block(h)), first));
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
    blocks: kernels.map(([one, two]) => (h) => {
      const branch = normalise(convolve(tf.relu(normalise(convolve(h, one))), two));
      return tf.relu(isResidual ? tf.add(h, branch) : branch);
    }),
  };
}

/** Every channel to mean 0, variance 1 over boards and squares. */
function normalise(h: tf.Tensor4D): tf.Tensor4D {
  const [boards, rows, columns, channels] = h.shape;
  const flat = tf.reshape<tf.Rank.R2>(h, [boards * rows * columns, channels]);
  return tf.reshape(batchNorm(flat), h.shape);
}

function createTask(channels: number, seed: number): Pick<Tower, 'boards' | 'loss'> {
  const random = createRandom(seed, 'task');
  const boards = tf.tensor4d(random.normals(batch * squares * channels), [batch, side, side, channels]);
  const fanIn = squares * channels;
  const head = tf.tensor2d(drawWeights(random, 'xavier', fanIn, squares), [fanIn, squares]);
  const moves = oneHot(
    Int32Array.from({ length: batch }, () => random.integer(squares)),
    squares,
  );
  const loss = (h: tf.Tensor4D) =>
    crossEntropy(tf.matMul(tf.reshape<tf.Rank.R2>(h, [batch, fanIn]), head), moves);
  return { boards, loss };
}
