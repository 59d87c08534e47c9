import { plainAdam } from '../maths/plain/descent.ts';
import type { Random } from '../maths/random.ts';
import { type Critic, drawCritic } from './critic.ts';
import { deviation } from './distances.ts';

/** Of each of the two distributions, drawn afresh at every step. */
export const batch = 16;
const rate = 0.012;
/** λ of Gulrajani et al. 2017, Alg. 1. */
const penaltyWeight = 10;

/** What the network against the generator learns: to tell real from fake, or scores under a bound on their slope. */
export type Task =
  | { readonly kind: 'classify' }
  | { readonly kind: 'clip'; readonly bound: number }
  | { readonly kind: 'penalise' };

/** A critic that learns to tell the real points, around 0, from the fakes. */
export interface Trainee {
  readonly critic: Critic;
  /** Some steps against fakes around θ. */
  train(theta: number, steps: number): void;
}

/** A critic before its first step; `checkpoint` is called at every step. */
export function beginTraining(task: Task, random: Random, checkpoint: () => void): Trainee {
  const critic = drawCritic(random);
  const { weights } = critic;
  const descend = plainAdam(weights.length, rate);
  return {
    critic,
    train: (theta, steps) => {
      for (let step = 0; step < steps; step++) {
        descend(weights, lossGradient(task, critic, theta, random));
        if (task.kind === 'clip') clip(weights, task.bound);
        checkpoint();
      }
    },
  };
}

/** Arjovsky, Chintala & Bottou 2017, Alg. 1: after every step, each weight is cut to the bound. */
function clip(weights: Float64Array, bound: number): void {
  for (let i = 0; i < weights.length; i++) weights[i] = Math.min(bound, Math.max(-bound, weights[i] ?? 0));
}

/** Gradient of the mean loss of a fresh batch. */
function lossGradient(task: Task, critic: Critic, theta: number, random: Random): Float64Array {
  const gradient = new Float64Array(critic.weights.length);
  for (let row = 0; row < batch; row++) {
    const real = deviation * random.normal();
    const fake = theta + deviation * random.normal();
    critic.addGradient(-scorePull(task, -critic.look(real).score) / batch, 0, gradient);
    critic.addGradient(scorePull(task, critic.look(fake).score) / batch, 0, gradient);
    if (task.kind !== 'penalise') continue;
    const { slope } = critic.look(real + random.uniform() * (fake - real));
    const excess = Math.abs(slope) - 1;
    critic.addGradient(0, (2 * penaltyWeight * excess * Math.sign(slope)) / batch, gradient);
  }
  return gradient;
}

/** How the loss grows with a score that should be low: softplus(score) to a classifier, else the score itself. */
function scorePull({ kind }: Task, score: number): number {
  return kind === 'classify' ? sigmoid(score) : 1;
}

/** 1/(1 + e⁻ˣ): what a discriminator makes of a score. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
