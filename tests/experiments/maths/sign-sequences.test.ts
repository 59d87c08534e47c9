import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/experiments/maths/random.ts';
import { drawSignSequences } from '../../../src/experiments/maths/sign-sequences.ts';

describe('drawSignSequences', () => {
  it('begins every sequence with the sign to be remembered, and goes on with quieter noise', () => {
    const { inputs, signs } = drawSignSequences(createRandom(1, 'sequences'), 40, 16);
    expect(inputs).toHaveLength(40 * 16);
    expect([...signs].every((sign) => Math.abs(sign) === 1)).toBe(true);
    expect([...inputs.subarray(0, 16)]).toEqual([...signs]);
    const noise = inputs.subarray(16);
    const variance = noise.reduce((sum, value) => sum + value ** 2, 0) / noise.length;
    expect(Math.sqrt(variance)).toBeCloseTo(0.3, 1);
  });
});
