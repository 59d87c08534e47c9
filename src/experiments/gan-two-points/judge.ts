import { createRandom, type Random } from '../maths/random.ts';
import type { Critic } from './critic.ts';
import { deviation } from './distances.ts';
import { generatorGradient } from './generator.ts';
import { beginTraining, sigmoid, type Task } from './train-critic.ts';

const discriminatorSteps = 100;
const criticSteps = 300;
/** Points of each kind over which a trained critic is judged. */
const judged = 256;

/** Fakes that stand still at θ, whatever their critic says. */
export interface Standstill {
  readonly theta: number;
  readonly seed: number;
  readonly checkpoint: () => void;
}

/** A discriminator trained against fakes that stand still: its estimate of JS, and the gradients it gives a generator. */
export function judgeDiscriminator({ theta, seed, checkpoint }: Standstill) {
  const { critic, train } = beginTraining(
    { kind: 'classify' },
    createRandom(seed, 'discriminator'),
    checkpoint,
  );
  train(theta, discriminatorSteps);
  const random = createRandom(seed, 'judged by the discriminator');
  const logProbability = (x: number, sign: number) => Math.log(sigmoid(sign * critic.look(x).score));
  const real = meanAround(0, random, (x) => logProbability(x, 1));
  const fake = meanAround(theta, random, (x) => logProbability(x, -1));
  return {
    // Goodfellow et al. 2014, Thm. 1: the value of the game at its best discriminator is 2 JS − 2 log 2.
    jsEstimate: Math.LN2 + (real + fake) / 2,
    saturatingGradient: Math.abs(generatorGradient('saturating', critic, theta, random, judged)),
    nonSaturatingGradient: Math.abs(generatorGradient('non-saturating', critic, theta, random, judged)),
  };
}

/** A critic trained against fakes that stand still: how steep it is there, and how far apart it scores real and fake. */
export function judgeCritic(task: Task, { theta, seed, checkpoint }: Standstill) {
  const { critic, train } = beginTraining(task, createRandom(seed, 'critic'), checkpoint);
  train(theta, criticSteps);
  const random = createRandom(seed, 'judged by the critic');
  return { slope: meanSlope(critic, theta, random), gap: meanGap(critic, theta, random) };
}

function meanSlope(critic: Critic, theta: number, random: Random): number {
  return meanAround(theta, random, (x) => Math.abs(critic.look(x).slope));
}

function meanGap(critic: Critic, theta: number, random: Random): number {
  const score = (x: number) => critic.look(x).score;
  return meanAround(0, random, score) - meanAround(theta, random, score);
}

function meanAround(centre: number, random: Random, f: (x: number) => number): number {
  let sum = 0;
  for (let row = 0; row < judged; row++) sum += f(centre + deviation * random.normal());
  return sum / judged;
}
