import { drawWeights } from '../maths/initialise.ts';
import type { Random } from '../maths/random.ts';

/** Units of each of the two hidden layers. */
const units = 32;
/** Where the weights of each layer begin in the one vector that holds them all; the first layer's are at 0. */
const [firstBias, middle] = [units, 2 * units];
const middleBias = middle + units * units;
const last = middleBias + units;
const lastBias = last + units;

/** A network 1–32–32–1 with ReLUs that gives every place on the line a score. */
export interface Critic {
  /** All its weights as one vector; whoever trains it changes them. */
  readonly weights: Float64Array;
  /** The score of a place, and how fast the score rises to the right there. */
  look(x: number): { readonly score: number; readonly slope: number };
  /**
   * Adds the gradient of `ofScore` · score + `ofSlope` · slope at the place looked at last to a vector as long as the
   * weights. A ReLU bends nowhere but at 0, so the slope's gradient goes the same way back as the score's.
   */
  addGradient(ofScore: number, ofSlope: number, gradient: Float64Array): void;
}

/** A critic before training: He's initialisation, biases 0. */
export function drawCritic(random: Random): Critic {
  const weights = new Float64Array(lastBias + 1);
  weights.set(drawWeights(random, 'he', 1, units), 0);
  weights.set(drawWeights(random, 'he', units, units), middle);
  weights.set(drawWeights(random, 'he', units, 1), last);
  return criticOf(weights);
}

/** The critic with these weights. */
export function criticOf(weights: Float64Array): Critic {
  const seen = roomForView();

  function look(x: number) {
    seen.x = x;
    lookThroughFirst(weights, seen);
    const { first, firstRise, second, secondRise, on } = seen;
    let [score, slope] = [weights[lastBias] ?? 0, 0];
    for (let j = 0; j < units; j++) {
      const row = middle + j * units;
      let [sum, rise] = [weights[middleBias + j] ?? 0, 0];
      for (let k = 0; k < seen.countOn; k++) {
        const i = on[k] ?? 0;
        const weight = weights[row + i] ?? 0;
        sum += weight * (first[i] ?? 0);
        rise += weight * (firstRise[i] ?? 0);
      }
      const isOn = sum > 0;
      second[j] = isOn ? sum : 0;
      secondRise[j] = isOn ? rise : 0;
      if (!isOn) continue;
      score += (weights[last + j] ?? 0) * sum;
      slope += (weights[last + j] ?? 0) * rise;
    }
    return { score, slope };
  }

  function addGradient(ofScore: number, ofSlope: number, gradient: Float64Array) {
    const { x, first, firstRise, second, secondRise, on, countOn, back } = seen;
    back.fill(0);
    add(gradient, lastBias, ofScore);
    for (let j = 0; j < units; j++) {
      if (second[j] === 0) continue;
      const own = weights[last + j] ?? 0;
      const row = middle + j * units;
      add(gradient, last + j, ofScore * (second[j] ?? 0) + ofSlope * (secondRise[j] ?? 0));
      add(gradient, middleBias + j, ofScore * own);
      for (let k = 0; k < countOn; k++) {
        const i = on[k] ?? 0;
        add(gradient, row + i, own * (ofScore * (first[i] ?? 0) + ofSlope * (firstRise[i] ?? 0)));
        add(back, i, own * (weights[row + i] ?? 0));
      }
    }
    for (let k = 0; k < countOn; k++) {
      const i = on[k] ?? 0;
      add(gradient, i, (back[i] ?? 0) * (ofScore * x + ofSlope));
      add(gradient, firstBias + i, (back[i] ?? 0) * ofScore);
    }
  }

  return { weights, look, addGradient };
}

/** What the hidden units make of a place. */
interface View {
  x: number;
  /** Values of the units, and how fast they rise; both 0 where a unit is off. */
  readonly first: Float64Array;
  readonly firstRise: Float64Array;
  readonly second: Float64Array;
  readonly secondRise: Float64Array;
  /** The units of the first layer that are on: the others need not be gone through. */
  readonly on: Uint8Array;
  countOn: number;
  /** Room for the gradient at the first layer. */
  readonly back: Float64Array;
}

function roomForView(): View {
  const row = () => new Float64Array(units);
  const on = new Uint8Array(units);
  return {
    x: 0,
    first: row(),
    firstRise: row(),
    second: row(),
    secondRise: row(),
    on,
    countOn: 0,
    back: row(),
  };
}

function lookThroughFirst(weights: Float64Array, seen: View): void {
  seen.countOn = 0;
  for (let i = 0; i < units; i++) {
    const sum = (weights[i] ?? 0) * seen.x + (weights[firstBias + i] ?? 0);
    if (sum <= 0) continue;
    seen.first[i] = sum;
    seen.firstRise[i] = weights[i] ?? 0;
    seen.on[seen.countOn++] = i;
  }
}

function add(to: Float64Array, place: number, value: number): void {
  to[place] = (to[place] ?? 0) + value;
}
