import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUnits } from '../../../../src/core/grading/text/read-units.ts';

const keys = (text: string) => readUnits(text).map(({ key }) => key);

describe('readUnits', () => {
  it.each([
    ["The ReLU's gradient doesn't vanish", 'the relu gradient does not vanish'],
    ['dont cannot won’t isn`t', 'do not can not will not isn t'],
    ['over-fitting vs overfitting', 'over fitting vs overfitting'],
    ['1/√n, 1/sqrt(n)', '1 sqrt n 1 sqrt n'],
    ['3×3, 3*3, 3x3, 3\\times 3', '3 x 3 3 x 3 3 x 3 3 x 3'],
    ['VGG-16 VGG16', 'vgg 16 vgg 16'],
    ['in (-1, 1), from 0-1 or 0–1', 'in -1 1 from 0 1 or 0 1'],
    ['.5 0.50 1,000 25% 25 percent', '0.5 0.5 1000 25 % 25 %'],
    ["σ'(x) ≤ 0.25, x > 0, a -> b", 'sigma x < 0.25 x > 0 a b'],
    ['$\\frac{\\partial L}{\\partial h}$ **bold** `code`', 'partial l partial h bold code'],
    ['批归一化（BN）不會讓梯度消失', '批 归 一 化 bn 不 会 让 梯 度 消 失'],
    ['(2n+1)/3, 2(n + 1)/3', '( 2 n + 1 ) / 3 2 ( n + 1 ) / 3'],
    ['n-1, 3-d, x-axis, and/or, O(n^2)', 'n - 1 3 d x axis and or o n ^ 2'],
    ['a != b ≠ c', 'a not b not c'],
    ['(x − μ)/σ, η - 1, self-attention', '( x - mu ) / sigma eta - 1 self attention'],
    ['two layers, zero mean', '2 layers 0 mean'],
    ['🙂🙂', ''],
  ])('reads %j as %j', (text, expected) => {
    expect(keys(text).join(' ')).toBe(expected);
  });

  it('parts sentences at full stops, but not at abbreviations, initials, decimals or dotted names', () => {
    const sentences = (text: string) => (readUnits(text).at(-1)?.sentence ?? -1) + 1;
    expect(sentences('One. Two! Three? 四。五；六\nseven')).toBe(7);
    expect(sentences('e.g. i.i.d. data vs. tf.nn.relu at 0.25 (cf. Fig. 2)')).toBe(1);
  });

  it('reads the same units whatever the spacing', () => {
    const words = fc.array(fc.constantFrom('gradient', 'ReLU', '梯度', '0.25', 'not', 'σ', '3x3'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        words,
        fc.array(fc.constantFrom(' ', '  ', '\t', '\u3000'), { minLength: 20 }),
        (list, spaces) => {
          const spaced = list.map((word, index) => word + spaces[index]).join('');
          expect(keys(spaced)).toEqual(keys(list.join(' ')));
        },
      ),
    );
  });

  it('gives every unit a stretch of the original text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end } of readUnits(text)) {
          expect(start).toBeGreaterThanOrEqual(last === 0 ? 0 : Math.min(last, start));
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
