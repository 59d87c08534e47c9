import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../src/core/grading/text/fold-text.ts';

describe('foldText', () => {
  it.each([
    ['ReLU', 'relu'],
    ['ＲｅＬＵ　１２３％', 'relu 123%'],
    ['梯度會消失', '梯度会消失'],
    ['學習率、損失函數', '学习率、损失函数'],
    ['O(n²), 10⁻⁸', 'o(n^2), 10^-8'],
    ['3×3 − 1', '3x3 - 1'],
    ['don’t “stop”', 'don\'t "stop"'],
    ['x ≤ 0 ⇒ σ(x)', 'x < 0 ⇒  sigma (x)'],
    ['naïve café', 'naive cafe'],
    ['', ''],
  ])('folds %j to %j', (original, folded) => {
    expect(foldText(original).text).toBe(folded);
  });

  it('folds composed and decomposed accents alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(text.normalize('NFD')).text).toBe(foldText(text.normalize('NFC')).text);
      }),
    );
  });

  it('folds upper and lower case alike, for letters that have both', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcxyzéüñçàωσλжд汉字 .') }), (text) => {
        expect(foldText(text.toUpperCase()).text).toBe(foldText(text).text);
      }),
    );
  });

  it('maps every folded character to a stretch of the original, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: folded, codes, starts, ends } = foldText(text);
        expect(codes.length).toBe(folded.length);
        for (let at = 0; at < folded.length; at += 1) {
          expect(starts[at]).toBeLessThan(ends[at] ?? 0);
          expect(ends[at]).toBeLessThanOrEqual(text.length);
          if (at > 0) expect(starts[at]).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
        }
      }),
    );
  });

  it('keeps an accent within the span of its letter', () => {
    const { text, ends } = foldText('e\u0301x');
    expect(text).toBe('ex');
    expect(ends[0]).toBe(2);
  });

  it('does not let a ligature blow up the text', () => {
    expect(foldText('ﷺ'.repeat(100)).text.length).toBeLessThanOrEqual(100);
  });
});
