/** One step of the weights against their gradient. */
export type Descent = (weights: Float64Array, gradient: Float64Array) => void;

/** Kingma & Ba 2015, Alg. 1, with their β₁, β₂ and ε, on plain numbers; remembers the gradients so far. */
export function createAdam(size: number, rate: number): Descent {
  const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];
  const [mean, square] = [new Float64Array(size), new Float64Array(size)];
  let step = 0;
  return (weights, gradient) => {
    step++;
    const correction = Math.sqrt(1 - beta2 ** step);
    const pace = (rate * correction) / (1 - beta1 ** step);
    for (let i = 0; i < size; i++) {
      const slope = gradient[i] ?? 0;
      const newMean = beta1 * (mean[i] ?? 0) + (1 - beta1) * slope;
      const newSquare = beta2 * (square[i] ?? 0) + (1 - beta2) * slope * slope;
      mean[i] = newMean;
      square[i] = newSquare;
      weights[i] = (weights[i] ?? 0) - (pace * newMean) / (Math.sqrt(newSquare) + epsilon * correction);
    }
  };
}
