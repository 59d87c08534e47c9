/** One step of weights against their gradient, in place. */
export type Descent = (weights: Float64Array, gradient: Float64Array) => void;

/** Gradient descent. */
export function plainSgd(rate: number): Descent {
  return (weights, gradient) => {
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) - rate * (gradient[i] ?? 0);
  };
}

/** Kingma & Ba 2015, Alg. 1, with their β₁, β₂ and ε, for so many weights; remembers the gradients so far. */
export function plainAdam(size: number, rate: number): Descent {
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
