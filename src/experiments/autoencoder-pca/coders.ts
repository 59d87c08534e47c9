import { drawMatrix } from '../maths/dense.ts';
import type { MatricesOf } from '../maths/plain/learner.ts';
import { meanSquaredError } from '../maths/plain/losses.ts';
import { tanh, through } from '../maths/plain/nonlinearities.ts';
import { multiply } from '../maths/plain/operations.ts';
import type { Matrix, Tape } from '../maths/plain/tape.ts';
import type { Random } from '../maths/random.ts';
import { features } from './samples.ts';
import type { CoderName } from './settings.ts';

/**
 * Weights of two autoencoders 12–code–12 that begin alike: encoder and decoder of the linear one, then of the other.
 * They have no biases, whose gradients on centred samples are rounding, which Adam would blow up to whole steps.
 */
export function drawCoders(random: Random, code: number) {
  const encoder = drawMatrix(random, 'xavier', features, code);
  const decoder = drawMatrix(random, 'xavier', code, features);
  return [encoder, decoder, encoder, decoder] as const;
}

/** How far each is from giving back its inputs. */
export function reconstructionErrors(
  tape: Tape,
  inputs: Matrix,
  [encoder, decoder, tanhEncoder, tanhDecoder]: MatricesOf<ReturnType<typeof drawCoders>>,
): Readonly<Record<CoderName, number>> {
  const linear = multiply(tape, multiply(tape, inputs, encoder), decoder);
  const bent = multiply(tape, through(tape, tanh, multiply(tape, inputs, tanhEncoder)), tanhDecoder);
  return {
    linear: meanSquaredError(tape, linear, inputs.values),
    tanh: meanSquaredError(tape, bent, inputs.values),
  };
}
