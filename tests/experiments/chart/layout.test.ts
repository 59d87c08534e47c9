import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from '../../../src/experiments/chart/spread-labels.ts';
import { wrapText } from '../../../src/experiments/chart/wrap-text.ts';

describe('spreadLabels', () => {
  it('leaves labels alone that do not touch', () => {
    expect(spreadLabels([0, 10, 5], 2)).toEqual([0, 10, 5]);
  });

  it('moves touching labels apart around their middle', () => {
    expect(spreadLabels([1, 1], 2)).toEqual([0, 2]);
  });

  it('leaves none below the floor, and moves those above up to make room', () => {
    expect(spreadLabels([0, 0, 10], 2, 1)).toEqual([1, 3, 10]);
    expect(spreadLabels([-5, 3], 2, 0)).toEqual([0, 3]);
    expect(spreadLabels([0.5, 2.6, -5], 2, 0)).toEqual([2, 4, 0]);
  });

  it('keeps the gap and the order, whatever the positions', () => {
    const positions = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(positions, (given) => {
        const spread = spreadLabels(given, 3);
        const order = given.map((_, index) => index).sort((a, b) => (spread[a] ?? 0) - (spread[b] ?? 0));
        for (const [place, index] of order.entries()) {
          const next = order[place + 1];
          if (next === undefined) continue;
          expect((spread[next] ?? 0) - (spread[index] ?? 0)).toBeGreaterThanOrEqual(3 - 1e-9);
          expect(given[next]).toBeGreaterThanOrEqual(given[index] ?? 0);
        }
      }),
    );
  });
});

describe('wrapText', () => {
  const byLength = (text: string) => text.length;

  it('keeps a short text on one line', () => {
    expect(wrapText('one line', 20, byLength)).toEqual(['one line']);
  });

  it('breaks between words and evens out the lines', () => {
    expect(wrapText('the gradient shrinks a lot in twenty layers', 36, byLength)).toEqual([
      'the gradient shrinks a',
      'lot in twenty layers',
    ]);
  });

  it('breaks Chinese between words, and keeps formulas whole', () => {
    expect(wrapText('ReLU + He：梯度消失，只剩 1.0×10⁻¹²（下溢）', 13, byLength)).toEqual([
      'ReLU + He：',
      '梯度消失，只剩',
      '1.0×10⁻¹²（下溢）',
    ]);
  });

  it('keeps words of the field whole that a dictionary takes apart', () => {
    expect(wrapText('梯度回传时下溢', 3, byLength)).toEqual(['梯度', '回传', '时下溢']);
  });

  it('leaves a number with the 倍 that says how many times', () => {
    expect(wrapText('耗时是 ReLU 的 2.9 倍，占 256 单元一层的 2%', 20, byLength)).toEqual([
      '耗时是 ReLU 的 2.9 倍，',
      '占 256 单元一层的 2%',
    ]);
  });

  it('begins no line with closing punctuation', () => {
    for (const line of wrapText('梯度回传二十层，缩小到原来的一万亿分之一（下溢）。', 8, byLength).slice(1)) {
      expect(line).not.toMatch(/^[，。）]/);
    }
  });

  it('loses nothing but the spaces at the ends of lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '梯', '度', '，', '1') }), (text) => {
        const bare = (each: string) => each.replace(/\s/g, '');
        expect(bare(wrapText(text, 6, byLength).join(''))).toBe(bare(text));
      }),
    );
  });
});
