import { describe, expect, it } from 'vitest';
import { criticOf, drawCritic } from '../../src/experiments/gan-two-points/critic.ts';
import { jensenShannon, slopeOf, wasserstein } from '../../src/experiments/gan-two-points/distances.ts';
import { generatorGradient, moveFakes } from '../../src/experiments/gan-two-points/generator.ts';
import { judgeCritic } from '../../src/experiments/gan-two-points/judge.ts';
import { fateOf, placeText } from '../../src/experiments/gan-two-points/place.ts';
import { lossNames } from '../../src/experiments/gan-two-points/settings.ts';
import { beginTraining, sigmoid } from '../../src/experiments/gan-two-points/train-critic.ts';
import { plainAdam } from '../../src/experiments/maths/plain/descent.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { relativeDistance } from './maths/finite-difference.ts';

const unwatched = () => undefined;

/** A critic with biases, so that its units turn on and off at different places. */
function someCritic() {
  const critic = drawCritic(createRandom(1, 'critic'));
  const shifts = createRandom(1, 'shifts').normals(critic.weights.length, 0.1);
  critic.weights.forEach((weight, place) => {
    critic.weights[place] = weight + (shifts[place] ?? 0);
  });
  return critic;
}

describe('distances', () => {
  it('put JS at ln 2 from one apart on, where it has no slope left', () => {
    expect(jensenShannon(0)).toBe(0);
    expect(jensenShannon(1)).toBeCloseTo(0.693146, 6);
    expect(jensenShannon(2)).toBeCloseTo(Math.LN2, 6);
    for (const theta of [1, 1.5, 2, 3]) expect(Math.abs(slopeOf(jensenShannon, theta))).toBeLessThan(1e-4);
    expect(slopeOf(jensenShannon, 0.2)).toBeGreaterThan(1);
  });

  it('put W₁ at the distance itself, overlapping or not, in either direction', () => {
    for (const theta of [-1, 0.05, 0.5, 2, 3]) expect(wasserstein(theta)).toBeCloseTo(Math.abs(theta), 6);
    expect(slopeOf(wasserstein, 2)).toBeCloseTo(1, 6);
  });
});

describe('critic', () => {
  it.each([-0.7, 0.05, 1.3])('knows its slope at %f, as a difference of scores does', (x) => {
    const critic = someCritic();
    const [above, below] = [critic.look(x + 1e-6).score, critic.look(x - 1e-6).score];
    expect(critic.look(x).slope).toBeCloseTo((above - below) / 2e-6, 5);
  });

  it.each([
    ['score', 1, 0],
    ['slope', 0, 1],
    ['both', 0.3, -2],
  ])('has the gradient of its %s that finite differences have', (_, ofScore, ofSlope) => {
    for (const x of [-0.7, 0.05, 1.3]) {
      const critic = someCritic();
      const gradient = new Float64Array(critic.weights.length);
      critic.look(x);
      critic.addGradient(ofScore, ofSlope, gradient);
      const valueAt = (place: number, change: number) => {
        const weights = critic.weights.slice();
        weights[place] = (weights[place] ?? 0) + change;
        const { score, slope } = criticOf(weights).look(x);
        return ofScore * score + ofSlope * slope;
      };
      const differences = gradient.map((_, place) => (valueAt(place, 1e-6) - valueAt(place, -1e-6)) / 2e-6);
      expect(relativeDistance(gradient, differences)).toBeLessThan(1e-6);
    }
  });

  it('adds to what is there', () => {
    const critic = someCritic();
    const [once, twice] = [
      new Float64Array(critic.weights.length),
      new Float64Array(critic.weights.length).fill(1),
    ];
    critic.look(1);
    critic.addGradient(1, 0.5, once);
    critic.addGradient(1, 0.5, twice);
    expect(twice).toEqual(once.map((value) => value + 1));
  });
});

describe('plainAdam', () => {
  it('makes its first step of the rate, whatever the size of the gradient', () => {
    const weights = new Float64Array(3);
    plainAdam(3, 0.1)(weights, Float64Array.of(1e-3, -20, 0));
    expect(weights[0]).toBeCloseTo(-0.1, 5);
    expect(weights[1]).toBeCloseTo(0.1, 5);
    expect(weights[2]).toBe(0);
  });

  it('finds the bottom of a bowl', () => {
    const weights = Float64Array.of(1, -2);
    const descend = plainAdam(2, 0.05);
    for (let step = 0; step < 500; step++) {
      descend(weights, Float64Array.of(weights[0] ?? 0, 10 * (weights[1] ?? 0)));
    }
    expect(Math.max(...weights.map(Math.abs))).toBeLessThan(1e-2);
  });
});

describe('generatorGradient', () => {
  it.each(lossNames)('is the derivative of the loss by the place of the fakes: %s', (loss) => {
    const critic = someCritic();
    const lossOf = {
      saturating: (score: number) => Math.log(1 - sigmoid(score)),
      'non-saturating': (score: number) => -Math.log(sigmoid(score)),
      'weight-clipping': (score: number) => -score,
      'gradient-penalty': (score: number) => -score,
    }[loss];
    const noises = createRandom(1, 'fakes').normals(16, 0.1);
    const lossAt = (theta: number) =>
      noises.reduce((sum, noise) => sum + lossOf(critic.look(theta + noise).score), 0) / noises.length;
    const gradient = generatorGradient(loss, critic, 1, createRandom(1, 'fakes'), 16);
    expect(gradient).toBeCloseTo((lossAt(1 + 1e-6) - lossAt(1 - 1e-6)) / 2e-6, 4);
  });
});

describe('training', () => {
  it('keeps every weight of a clipped critic within its bound, and its slope within 32²c³', () => {
    const { critic, train } = beginTraining({ kind: 'clip', bound: 0.1 }, createRandom(1, 'clip'), unwatched);
    train(2, 50);
    expect(Math.max(...critic.weights.map(Math.abs))).toBeLessThanOrEqual(0.1);
    for (const x of [-1, 0, 2, 5]) {
      expect(Math.abs(critic.look(x).slope)).toBeLessThanOrEqual(32 ** 2 * 0.1 ** 3);
    }
  });

  it('scores nothing apart where real and fake are the same', () => {
    const { gap } = judgeCritic({ kind: 'penalise' }, { theta: 0, seed: 1, checkpoint: unwatched });
    expect(Math.abs(gap)).toBeLessThan(0.05);
  });

  it('lets fakes of the minimax loss move where they overlap with the real points', () => {
    const path = moveFakes(
      { loss: 'saturating', start: 0.2, bound: 0.01 },
      createRandom(1, 'near'),
      unwatched,
    );
    expect(Math.min(...path.map(Math.abs))).toBeLessThan(0.1);
  });
});

describe('places', () => {
  it('are told with a real minus sign, and a 0 without any', () => {
    expect([2, -0.1, -0.001].map(placeText)).toEqual(['2.00', '−0.10', '0.00']);
  });

  it('are the start, the real points, or elsewhere, also past them', () => {
    expect([2, 1.9, -0.3, 1, 3].map((end) => fateOf(end, 2))).toEqual([
      'stays',
      'stays',
      'arrives',
      'elsewhere',
      'elsewhere',
    ]);
  });
});
