import * as tf from '@tensorflow/tfjs';
import { backBy } from '../maths/activation-pass.ts';
import { inTurn, type Layer } from '../maths/pass.ts';

/**
 * The cells of `maths/recurrent.ts` with their way back written out: over a hundred small steps the tape takes longer to
 * keep than the arithmetic to do. A cell makes, from what comes in at a step, the layer from one state to the next; what
 * it carries besides `h` lasts for one pass forward and one back.
 */
export type Cell = (input: tf.Tensor) => Layer;

/** Told of the gate that keeps, at every step. */
export type OnKeep = (gate: tf.Tensor) => void;

/** h′ = f(input + h·U). */
export function rnnCell(recurrent: Layer, activate: Layer): Cell {
  return (input) => inTurn(recurrent, plus(input), activate);
}

/** c′ = f∘c + i∘g and h′ = o∘tanh(c′); `recurrent` gives four blocks of columns: i, f, o and the candidate g. */
export function lstmCell(recurrent: Layer, onKeep: OnKeep): Cell {
  let c: tf.Tensor | undefined;
  /** ∂L/∂c of the step that went back last; nothing reads the last cell state but `h`. */
  let dc: tf.Tensor | undefined;
  return (input) => (h) => {
    const sums = inTurn(recurrent, plus(input))(h);
    const [gateSums, candidateSum] = blocks(sums.value, [3, 1]);
    const gates = tf.sigmoid(gateSums);
    const [i, forget, o] = blocks(gates, [1, 1, 1]);
    const g = tf.tanh(candidateSum);
    const before = c ?? tf.zerosLike(g);
    const next = tf.add(tf.mul(forget, before), tf.mul(i, g));
    const shown = tf.tanh(next);
    c = next;
    onKeep(forget);
    return {
      value: tf.mul(o, shown),
      back: (dh) => {
        const throughOutput = backBy.tanh(tf.mul(dh, o), shown);
        const dNext = dc === undefined ? throughOutput : tf.add(dc, throughOutput);
        dc = tf.mul(dNext, forget);
        const dGates = tf.concat([tf.mul(dNext, g), tf.mul(dNext, before), tf.mul(dh, shown)], 1);
        const dCandidate = backBy.tanh(tf.mul(dNext, i), g);
        return sums.back(tf.concat([backBy.sigmoid(dGates, gates), dCandidate], 1));
      },
    };
  };
}

/**
 * h′ = z∘h + (1 − z)∘g with g = tanh(input_g + (r∘h)·U_g). `input` has three blocks of columns: z, r and g; `openGates`
 * gives the first two.
 */
export function gruCell(openGates: Layer, propose: Layer, onKeep: OnKeep): Cell {
  return (input) => {
    const [gateInput, candidateInput] = blocks(input, [2, 1]);
    return (h) => {
      const gateSums = inTurn(openGates, plus(gateInput))(h);
      const gates = tf.sigmoid(gateSums.value);
      const [keep, reset] = blocks(gates, [1, 1]);
      const candidateSum = inTurn(propose, plus(candidateInput))(tf.mul(reset, h));
      const g = tf.tanh(candidateSum.value);
      const difference = tf.sub(h, g);
      onKeep(keep);
      return {
        // g + z∘(h − g) is z∘h + (1 − z)∘g.
        value: tf.add(g, tf.mul(keep, difference)),
        back: (dy) => {
          const kept = tf.mul(dy, keep);
          const dReset = candidateSum.back(backBy.tanh(tf.sub(dy, kept), g));
          const dGates = tf.concat([tf.mul(dy, difference), tf.mul(dReset, h)], 1);
          const throughGates = gateSums.back(backBy.sigmoid(dGates, gates));
          return tf.add(tf.add(kept, tf.mul(dReset, reset)), throughGates);
        },
      };
    };
  };
}

/** x + input, whose own gradient nobody asks for. */
function plus(input: tf.Tensor): Layer {
  return (x) => ({ value: tf.add(input, x), back: (dy) => dy });
}

/** Columns in blocks of so many shares each. */
function blocks<const S extends readonly number[]>(x: tf.Tensor, shares: S) {
  const share = (x.shape[1] ?? 0) / shares.reduce((sum, each) => sum + each, 0);
  const widths = shares.map((each) => each * share);
  // tf.split gives one tensor for each width.
  return tf.split(x, widths, 1) as unknown as { readonly [K in keyof S]: tf.Tensor };
}
