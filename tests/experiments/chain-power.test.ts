import { describe, expect, it } from 'vitest';
import { chainPower } from '../../src/experiments/chain-power/manifest.ts';
import { runChainPower } from '../../src/experiments/chain-power/run.ts';

const bench = { seed: 1, checkpoint: () => undefined };
const product = (change: Partial<Parameters<typeof runChainPower>[0]>) =>
  runChainPower({ factors: 'constant', factor: 0.99, depth: 100, ...change }, bench).measures.product;

describe('chain-power', () => {
  it.each([
    [0.99, 100, 0.366],
    [0.99, 1000, 4.317e-5],
    [1.01, 1000, 2.096e4],
    [0.9, 100, 2.656e-5],
    [1.1, 100, 1.378e4],
    [1, 1000, 1],
  ])('multiplies %d over %d layers to %d', (factor, depth, expected) => {
    expect(product({ factor, depth }) / expected).toBeCloseTo(1, 3);
  });

  it('shows that factors below 1 which approach 1 leave half of the gradient', () => {
    expect(product({ factors: 'approaching-one', depth: 1000 })).toBeCloseTo(0.5, 3);
    expect(product({ factors: 'approaching-one', depth: 2 })).toBeCloseTo((3 / 4) * (8 / 9), 12);
  });

  it('draws the curve asked for once, beside the others', async () => {
    const { describe: picture } = await chainPower.perform(
      { factors: 'constant', factor: 0.9, depth: 100 },
      bench,
    );
    expect(picture('en').title).toBe('0.9ⁿ: after 100 layers the gradient is 10⁵ times smaller');
    expect(JSON.stringify(picture('en').spec).match(/0\.9ⁿ/g)).toHaveLength(1);
  });

  it('says how fast it goes, and that float32 ends before the numbers do', () => {
    const [pace, limit] = chainPower.notice(
      { factors: 'constant', factor: 0.9, depth: 1000 },
      { product: 1.7e-46 },
    );
    expect(pace?.en).toBe('It halves in 6.58 layers.');
    expect(limit?.en).toContain('float32');
  });
});
