import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrapChinese } from '../../src/content/unwrap-chinese.ts';

describe('text folded over several lines', () => {
  it.each([
    ['梯度穿过一层 时没有衰减。', '梯度穿过一层时没有衰减。'],
    ['没有衰减。 ReLU 收敛更快', '没有衰减。ReLU 收敛更快'],
    ['正区间上 ReLU 的导数', '正区间上 ReLU 的导数'],
    ['the gradient, and the rest', 'the gradient, and the rest'],
  ])('reads %j as %j', (folded, text) => {
    expect(unwrapChinese(folded)).toBe(text);
  });

  it('is left alone once unwrapped', () => {
    const text = fc
      .array(fc.constantFrom('梯', '度', '，', ' ', 'a', '。', '1'))
      .map((parts) => parts.join(''));
    fc.assert(fc.property(text, (any) => unwrapChinese(unwrapChinese(any)) === unwrapChinese(any)));
  });
});
