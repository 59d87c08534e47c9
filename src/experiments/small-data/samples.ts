import { createRandom, type Random } from '../maths/random.ts';
import { sizes, type Values } from './settings.ts';

/** Of a sample. */
export const features = 20;
/** Samples to be tested on. */
export const tested = 1000;

/** Samples row by row, with a label 0 or 1 for each. */
export interface Samples {
  readonly count: number;
  readonly values: Float32Array;
  readonly labels: Float32Array;
}

/** As many samples as the largest training set takes, and others to be tested on. */
export interface Task {
  readonly training: Samples;
  readonly test: Samples;
  /** Right answers that knowing the truth would give on the test samples; less than 1 where labels are noisy. */
  readonly best: number;
}

/** How sure a linear truth is of its labels: the standard deviation of their log-odds. */
const steepness = 4.3;

/**
 * Standard normal features. A linear truth draws each label by odds that follow one direction of all features; a product
 * labels by whether the first two features have the same sign, and no feature alone says anything.
 */
export function drawTask(truth: Values['truth'], random: Random): Task {
  const logOdds = truth === 'linear' ? drawDirection(random) : productOfTwo;
  const training = drawSamples(Math.max(...sizes), logOdds, random);
  const test = drawSamples(tested, logOdds, random);
  const best = test.certainty.reduce((sum, each) => sum + each, 0) / tested;
  return { training, test, best };
}

/** Log-odds of label 1; infinite where there is no doubt. */
type LogOdds = (sample: Float32Array) => number;

const productOfTwo: LogOdds = ([first = 0, second = 0]) => (first * second > 0 ? 1 : -1) / 0;

function drawDirection(random: Random): LogOdds {
  const direction = random.normals(features);
  const length = Math.sqrt(direction.reduce((sum, each) => sum + each ** 2, 0));
  return (sample) =>
    (steepness / length) * sample.reduce((sum, value, feature) => sum + value * (direction[feature] ?? 0), 0);
}

function drawSamples(count: number, logOdds: LogOdds, random: Random) {
  const values = random.normals(count * features);
  const [labels, certainty] = [new Float32Array(count), new Float32Array(count)];
  for (let row = 0; row < count; row++) {
    const sample = values.subarray(row * features, (row + 1) * features);
    const probability = 1 / (1 + Math.exp(-logOdds(sample)));
    labels[row] = random.uniform() < probability ? 1 : 0;
    certainty[row] = Math.max(probability, 1 - probability);
  }
  return { count, values, labels, certainty };
}

/** The first samples of a larger set. */
export function firstOf({ values, labels }: Samples, count: number): Samples {
  return { count, values: values.subarray(0, count * features), labels: labels.subarray(0, count) };
}

/** The tasks a result is averaged over. */
export const repeats = 5;

/** Several tasks of the same kind. */
export function drawTasks(truth: Values['truth'], seed: number): Task[] {
  return Array.from({ length: repeats }, (_, repeat) =>
    drawTask(truth, createRandom(seed, `task ${repeat}`)),
  );
}
