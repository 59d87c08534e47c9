// The experiments that go back by hand, as one would write them with TensorFlow.js: every gradient left to its tape.
import * as tf from '@tensorflow/tfjs';
import { gradientNorms } from '../../../src/experiments/maths/gradient-norms.ts';
import { drawWeights, type Init, orthogonal } from '../../../src/experiments/maths/initialise.ts';
import { crossEntropy, oneHot } from '../../../src/experiments/maths/losses.ts';
import { batchNorm } from '../../../src/experiments/maths/normalise.ts';
import { createRandom } from '../../../src/experiments/maths/random.ts';
import { lstmStep, rnnStep } from '../../../src/experiments/maths/recurrent.ts';
import { inScope } from '../../../src/experiments/maths/scope.ts';

/** Both networks of a run at its defaults, by experiment. */
export const naiveRuns: Readonly<Record<string, () => unknown>> = {
  'depth-flow': () => [denseNorms('he', tf.relu), denseNorms('xavier', tf.sigmoid)],
  'time-flow': () => [rnnNorms(), lstmNorms()],
  'residual-tower': () => [towerNorms(true), towerNorms(false)],
};

function denseNorms(init: Init, activate: (x: tf.Tensor2D) => tf.Tensor2D): number[] {
  const [depth, width, batch, classes] = [20, 64, 128, 10];
  return inScope(() => {
    const random = createRandom(1, 'naive');
    const weights = Array.from({ length: depth }, () =>
      matrix(drawWeights(random, init, width, width), width),
    );
    const head = matrix(drawWeights(random, 'xavier', width, classes), width);
    const layer = (h: tf.Tensor2D, w: tf.Tensor2D) => activate(tf.matMul(h, w));
    const [first, ...rest] = weights;
    const inputs = matrix(random.normals(batch * width), batch);
    return gradientNorms(first === undefined ? inputs : layer(inputs, first), (h1, watch) => {
      const last = rest.reduce((h, w) => watch(layer(h, w)), h1);
      return crossEntropy(tf.matMul(last, head), labels(batch, classes));
    });
  });
}

const [steps, units, sequences] = [100, 32, 16];

function rnnNorms(): number[] {
  return inScope(() => {
    const random = createRandom(1, 'naive');
    const recurrent = matrix(orthogonal(random, units), units);
    const inputs = tf.split<tf.Tensor2D>(
      matrix(random.normals(steps * sequences * units, 0.3), steps * sequences),
      steps,
    );
    const direction = matrix(random.normals(sequences * units), sequences);
    return gradientNorms(matrix(random.normals(sequences * units), sequences), (start, watch) => {
      const last = inputs.reduce((h, input) => watch(rnnStep(input, h, recurrent, tf.tanh)), start);
      return tf.sum(tf.mul(last, direction));
    });
  });
}

function lstmNorms(): number[] {
  return inScope(() => {
    const random = createRandom(1, 'naive');
    const blocks = Array.from({ length: 4 }, () => matrix(orthogonal(random, units), units));
    const recurrent = tf.concat2d(blocks, 1);
    const inputs = tf.split<tf.Tensor2D>(
      matrix(random.normals(steps * sequences * 4 * units, 0.1), steps * sequences),
      steps,
    );
    const bias = tf.concat1d([0, 1, 0, 0].map((value) => tf.fill<tf.Rank.R1>([units], value)));
    const direction = matrix(random.normals(sequences * units), sequences);
    return gradientNorms(tf.zeros<tf.Rank.R2>([sequences, units]), (start, watch) => {
      let c = tf.zeros<tf.Rank.R2>([sequences, units]);
      const step = (h: tf.Tensor2D, input: tf.Tensor2D) => {
        const next = lstmStep(tf.add(input, bias), { h, c }, recurrent);
        c = next.c;
        return watch(next.h);
      };
      return tf.sum(tf.mul(inputs.reduce(step, start), direction));
    });
  });
}

function towerNorms(isResidual: boolean): number[] {
  const [blocks, channels, side, batch] = [19, 8, 8, 16];
  const squares = side ** 2;
  return inScope(() => {
    const random = createRandom(1, 'naive');
    const kernel = () =>
      tf.tensor4d(drawWeights(random, 'he', 9 * channels, channels), [3, 3, channels, channels]);
    const kernels = Array.from({ length: blocks }, () => [kernel(), kernel()] as const);
    const head = matrix(drawWeights(random, 'xavier', squares * channels, squares), squares * channels);
    const normalise = (h: tf.Tensor4D): tf.Tensor4D =>
      tf.reshape(batchNorm(tf.reshape(h, [batch * squares, channels])), h.shape);
    const block = (h: tf.Tensor4D, [one, two]: readonly [tf.Tensor4D, tf.Tensor4D]) => {
      const inner = tf.relu(normalise(tf.conv2d(h, one, 1, 'same')));
      const branch = normalise(tf.conv2d(inner, two, 1, 'same'));
      return tf.relu<tf.Tensor4D>(isResidual ? tf.add(h, branch) : branch);
    };
    const boards = tf.tensor4d(random.normals(batch * squares * channels), [batch, side, side, channels]);
    const [first, ...rest] = kernels;
    return gradientNorms(first === undefined ? boards : block(boards, first), (h1, watch) => {
      const last = rest.reduce((h, each) => watch(block(h, each)), h1);
      const flat = tf.reshape<tf.Rank.R2>(last, [batch, squares * channels]);
      return crossEntropy(tf.matMul(flat, head), labels(batch, squares));
    });
  });
}

function matrix(values: Float32Array, rows: number): tf.Tensor2D {
  return tf.tensor2d(values, [rows, values.length / rows]);
}

function labels(batch: number, classes: number): tf.Tensor2D {
  return oneHot(
    Int32Array.from({ length: batch }, (_, row) => row % classes),
    classes,
  );
}
