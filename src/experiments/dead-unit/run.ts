import * as tf from '@tensorflow/tfjs';
import type { Bench, Run } from '../experiment.ts';
import { learn } from '../maths/learn.ts';
import { createLedger } from '../maths/ledger.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import { adam, type UpdateRule } from '../maths/update-rules.ts';
import type { UnitTrace } from './chart.ts';
import { drawNetworks, drawTask, hidden, hiddenSums, inputs, relativeErrors } from './network.ts';
import type { UnitMeasure, UnitName, Values } from './settings.ts';

const learningRate = 0.03;

/** Trains the network asked for and two of another kind, all from the same weights. */
export function runDeadUnit(values: Values, bench: Bench): Run<UnitMeasure, UnitTrace> {
  const names = [values.activation, ...contrasts(values.activation)];
  const { errors, gradients, silentShare } = train(names, values, bench);
  const curveOf = (place: number) => errors.filter((_, index) => index % names.length === place);
  return {
    measures: {
      largestGradient: gradients.reduce((largest, each) => Math.max(largest, each), 0),
      remainingError: curveOf(0).at(-1) ?? Number.NaN,
      silentShare,
    },
    trace: {
      bias: values.bias,
      isStuck: gradients.every((each) => each === 0),
      curves: names.map((name, place) => ({ name, errors: curveOf(place) })),
    },
  };
}

/** One nonlinearity of each other kind: flat below 0, leaking, exponential. */
function contrasts(name: UnitName): UnitName[] {
  switch (name) {
    case 'relu':
      return ['leaky-relu', 'elu'];
    case 'leaky-relu':
    case 'prelu':
    case 'rrelu':
      return ['relu', 'elu'];
    case 'elu':
    case 'selu':
      return ['relu', 'leaky-relu'];
  }
}

/** What training showed: of every network the errors, row by row, of the first its gradients and its silent units. */
interface Training {
  readonly errors: readonly number[];
  readonly gradients: readonly number[];
  readonly silentShare: number;
}

function train(names: readonly UnitName[], { bias, steps }: Values, { seed, checkpoint }: Bench): Training {
  const gradients = createLedger();
  const descent = adam(learningRate);
  const watched: UpdateRule = (gradient, memory, step) => {
    gradients.add(largestOfFirst(gradient, names.length));
    return descent(gradient, memory, step);
  };
  const slopes = createRandom(seed, 'slopes');
  try {
    return inScope(() => {
      const task = drawTask(seed);
      return learn(drawNetworks(names.length, bias, seed), watched, ({ descend, weights, readNotes }) => {
        for (let step = 0; step < steps; step++) {
          descend((networks, note) => {
            const errors = relativeErrors(names, task, networks, slopes);
            note(errors);
            return tf.sum(errors);
          });
          checkpoint();
        }
        const silentShare = silentUnits(hiddenSums(task.inputs, weights()));
        return { errors: readNotes(), gradients: gradients.read(), silentShare };
      });
    });
  } finally {
    gradients.dispose();
  }
}

/** The largest entry, by size, of the first network's gradient in its hidden weights and biases. */
function largestOfFirst(gradient: tf.Tensor1D, networks: number): tf.Scalar {
  const rows = inputs + 1;
  const ofAll = tf.reshape(tf.slice(gradient, 0, rows * networks * hidden), [rows, networks * hidden]);
  return tf.max(tf.abs(tf.slice(ofAll, [0, 0], [rows, hidden])));
}

/** Share of the first network's hidden units that are below 0 for every point. */
function silentUnits(sums: tf.Tensor2D): number {
  const highest = tf.max(tf.slice(sums, [0, 0], [-1, hidden]), 0).dataSync<'float32'>();
  return highest.filter((each) => each < 0).length / hidden;
}
