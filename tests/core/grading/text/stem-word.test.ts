import { describe, expect, it } from 'vitest';
import { stemWord } from '../../../../src/core/grading/text/stem-word.ts';
import { stemOf } from '../../../../src/core/grading/text/word.ts';

const families = [
  'normalise normalize normalised normalising normalisation normalization normalizer',
  'vanish vanishes vanishing vanished',
  'saturate saturates saturated saturating saturation',
  'centre center centred centered centring centering',
  'bias biases biased',
  'matrix matrices',
  'sparse sparsity',
  'stable stability',
  'consider considers considered considering',
  'model models modelled modeled modelling modeling',
  'die dies died dying dead',
  'behaviour behavior behaviours behaviors',
  'derive derives derived deriving',
  'large larger largest',
];

const strangers = [
  'normal normalise',
  'transformer transformation',
  'general generalise generative',
  'position positive',
  'derive derivative',
  'variance variable',
  'active activation',
];

describe('stemWord', () => {
  it.each(families)('takes %s for one word', (family) => {
    expect(new Set(family.split(' ').map(stemWord)).size).toBe(1);
  });

  it.each(strangers)('keeps %s apart', (words) => {
    expect(new Set(words.split(' ').map(stemWord)).size).toBe(words.split(' ').length);
  });

  it('remembers stems without growing forever', () => {
    for (let word = 0; word < 50_000; word += 1) stemOf(`word${word}`);
    expect(stemOf('gradients')).toBe(stemWord('gradients'));
  });
});
