/** Exponent of the weight: with 30 factors the loss is a cliff above 1. */
const power = 30;
const wanted = 0.5;
const learningRate = 0.01;
const steps = 400;
/** Where the descent begins, on top of the cliff. */
const start = 1.25;

/** Every weight on the way down (w³⁰ − ½)², the start included; a threshold of Infinity clips nothing. */
export function descendCliff(threshold: number): number[] {
  const path = [start];
  for (let w = start; path.length <= steps; ) {
    // Of a single number, clipping the norm and clipping the value are one.
    const step = Math.min(threshold, Math.max(-threshold, cliffSlope(w)));
    w -= learningRate * step;
    path.push(w);
  }
  return path;
}

/** The loss of a single weight used 30 times, as a recurrent one is. */
export function cliffLoss(w: number): number {
  return (w ** power - wanted) ** 2;
}

/** Its derivative. */
export function cliffSlope(w: number): number {
  return 2 * (w ** power - wanted) * power * w ** (power - 1);
}
