import * as tf from '@tensorflow/tfjs';
import type { Bench, Run } from '../experiment.ts';
import { activate } from '../maths/activations.ts';
import { drawWeights } from '../maths/initialise.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import type { Curve, ShapeTrace } from './chart.ts';
import type { Shape, ShapeMeasure, Values } from './settings.ts';

/** The stretch looked at, and its points: a thousandth apart, so that 0 and ±10 are among them. */
const reach = 10;
const points = 20_001;
/** Below this a slope counts as flat. */
const flat = Math.fround(0.01);
/** A layer as it is before training: units, and inputs it is asked about. */
const [units, batch] = [256, 256];

/** Value and slope over the stretch, the slope by automatic differentiation, and the zeros of a random layer. */
export function runActivationShape(
  { activation }: Values,
  { seed, checkpoint }: Bench,
): Run<ShapeMeasure, ShapeTrace> {
  const subject = traceShape(activation, seed);
  checkpoint();
  const reference = traceShape(activation === 'relu' ? 'sigmoid' : 'relu', seed);
  const { slopes } = subject;
  const flatShare = slopes.reduce((count, slope) => count + (slope < flat ? 1 : 0), 0) / points;
  const maxSlope = Math.max(...slopes);
  return {
    measures: {
      maxSlope,
      flatShare,
      slopeAtTen: slopes.at(-1) ?? Number.NaN,
      slopeAtMinusTen: slopes[0] ?? Number.NaN,
      zeroShare: zeroShare(activation, seed),
    },
    trace: { subject: thin(subject), reference: thin(reference), maxSlope, flatShare },
  };
}

/** Value and slope at every point, as the tape sees them. */
export function traceShape(activation: Shape, seed: number): Curve {
  return inScope(() => {
    const f = (x: tf.Tensor) => activate(activation, x, createRandom(seed, 'slopes'));
    const x = tf.linspace(-reach, reach, points);
    const values = f(x).dataSync<'float32'>();
    const slopes = tf
      .grad((each) => tf.sum(f(each)))(x)
      .dataSync<'float32'>();
    return {
      activation,
      xs: Array.from(x.dataSync()),
      values: Array.from(values),
      slopes: Array.from(slopes),
    };
  });
}

/** Share of exact zeros among the outputs of a layer with He weights on standard normal inputs. */
function zeroShare(activation: Shape, seed: number): number {
  const random = createRandom(seed, 'layer');
  return inScope(() => {
    const inputs = tf.tensor2d(random.normals(batch * units), [batch, units]);
    const weights = tf.tensor2d(drawWeights(random, 'he', units, units), [units, units]);
    const outputs = activate(activation, tf.matMul(inputs, weights), random).dataSync<'float32'>();
    return outputs.filter((value) => value === 0).length / outputs.length;
  });
}

/** Every hundredth point is enough to draw, but for the kink, where the slope may peak. */
function thin({ activation, xs, values, slopes }: Curve): Curve {
  const some = (numbers: readonly number[]) =>
    numbers.filter((_, index) => index % 100 === 0 || Math.abs(xs[index] ?? 0) < 0.02);
  return { activation, xs: some(xs), values: some(values), slopes: some(slopes) };
}
