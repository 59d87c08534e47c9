import type { Random } from '../maths/random.ts';
import type { Critic } from './critic.ts';
import { deviation } from './distances.ts';
import type { LossName } from './settings.ts';
import { batch, beginTraining, sigmoid, type Task } from './train-critic.ts';

/** Steps of the generator, of the critic between two of them, and of the critic before the first. */
const generatorSteps = 60;
const criticSteps = 5;
const headStart = 100;
const rate = 0.05;

/** The critic that a loss of the generator goes with. */
function taskOf(loss: LossName, bound: number): Task {
  switch (loss) {
    case 'saturating':
    case 'non-saturating':
      return { kind: 'classify' };
    case 'weight-clipping':
      return { kind: 'clip', bound };
    case 'gradient-penalty':
      return { kind: 'penalise' };
  }
}

/**
 * dL/dθ of a generator whose fakes are θ + noise, over fakes around θ: of E log(1 − D), of −E log D, or of −E score.
 */
export function generatorGradient(
  loss: LossName,
  critic: Critic,
  theta: number,
  random: Random,
  fakes: number,
): number {
  let sum = 0;
  for (let row = 0; row < fakes; row++) {
    const { score, slope } = critic.look(theta + deviation * random.normal());
    sum -= slope * weightOf(loss, sigmoid(score));
  }
  return sum / fakes;
}

/** What the slope of the score counts for, at a fake that the discriminator takes for real with this probability. */
function weightOf(loss: LossName, probability: number): number {
  if (loss === 'saturating') return probability;
  return loss === 'non-saturating' ? 1 - probability : 1;
}

/** Where the fakes are, before the first step of the generator and after each. */
export function moveFakes(
  { loss, start, bound }: { readonly loss: LossName; readonly start: number; readonly bound: number },
  random: Random,
  checkpoint: () => void,
): number[] {
  const { critic, train } = beginTraining(taskOf(loss, bound), random, checkpoint);
  train(start, headStart);
  const path = [start];
  let theta = start;
  for (let step = 0; step < generatorSteps; step++) {
    train(theta, criticSteps);
    theta -= rate * generatorGradient(loss, critic, theta, random, batch);
    path.push(theta);
  }
  return path;
}
