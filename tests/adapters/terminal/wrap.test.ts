import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { wrap, wrapRanges } from '../../../src/adapters/terminal/wrap.ts';

const text = fc.stringMatching(/^[a-z ，。（）「」梯度消失ReLU\n]*$/);
const columns = fc.integer({ min: 4, max: 40 });

describe('wrapping', () => {
  it('keeps every line within its columns', () => {
    fc.assert(
      fc.property(text, columns, (words, width) => {
        for (const line of wrap(words, width)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('loses nothing but spaces at the ends of lines', () => {
    fc.assert(
      fc.property(text, columns, (words, width) => {
        expect(wrap(words, width).join('').replaceAll(' ', '')).toBe(words.replace(/[ \n]/g, ''));
        const ranges = wrapRanges(words, width);
        for (const [index, { start }] of ranges.entries()) {
          expect(start).toBeGreaterThanOrEqual(ranges[index - 1]?.end ?? 0);
        }
      }),
    );
  });

  it('breaks between Chinese characters, but not before a comma or after a bracket', () => {
    expect(wrap('梯度会消失，因为饱和', 10)).toEqual(['梯度会消', '失，因为饱', '和']);
    expect(wrap('用链式法则（反向传播）', 12)).toEqual(['用链式法则', '（反向传播）']);
  });

  it('keeps words whole while they fit, and cuts one that is longer than the line', () => {
    expect(wrap('the chain rule', 9)).toEqual(['the chain', 'rule']);
    expect(wrap('用dropout防止overfitting', 12)).toEqual(['用dropout防', '止', 'overfitting']);
    expect(wrap('backpropagation', 6)).toEqual(['backpr', 'opagat', 'ion']);
  });

  it('keeps line breaks and empty lines', () => {
    expect(wrap('a\n\nb', 10)).toEqual(['a', '', 'b']);
    expect(wrap('', 10)).toEqual(['']);
  });

  it('does not tear apart what people see as one character', () => {
    expect(wrap('👩‍💻👩‍💻👩‍💻', 4)).toEqual(['👩‍💻👩‍💻', '👩‍💻']);
  });
});
