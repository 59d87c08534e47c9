import { describe, expect, it } from 'vitest';
import { findCues } from '../../../../src/core/grading/negation/find-cues.ts';
import { polarityOf, readNegation } from '../../../../src/core/grading/negation/read-negation.ts';
import { readUnits } from '../../../../src/core/grading/text/read-units.ts';

/** How the last place of `words` is meant in the text. */
function polarity(text: string, words: string) {
  const units = readUnits(text);
  const wanted = readUnits(words).map(({ key }) => key);
  const from = units.findLastIndex((_, at) => wanted.every((key, offset) => units[at + offset]?.key === key));
  if (from < 0) throw new Error(`${words} is not in ${text}`);
  return polarityOf(readNegation(units, findCues(units)), from, from + wanted.length);
}

describe('polarityOf', () => {
  it.each([
    ['ReLU does not saturate', 'saturate'],
    ["ReLU doesn't saturate", 'saturate'],
    ['it never saturates', 'saturates'],
    ['there is no saturation', 'saturation'],
    ['works without an exponential', 'exponential'],
    ['works without divisions and exponentials', 'exponentials'],
    ['it uses addition rather than multiplication', 'multiplication'],
    ['neither vanishing nor exploding', 'exploding'],
    ['a non-saturating function', 'saturating'],
    ['it fails to converge', 'converge'],
    ['it does not lead to vanishing gradients', 'vanishing'],
    ['It is not true that for large inputs and many layers the gradient vanishes', 'vanishes'],
    ['A common misconception is that the gradient is always one', 'always one'],
    ['I do not think that the gradient vanishes', 'vanishes'],
    ['saturation does not occur', 'saturation'],
    ['the claim that weights are normalised is wrong', 'weights are normalised'],
    ['梯度不会消失', '消失'],
    ['没有饱和区', '饱和'],
    ['它并不会导致梯度消失', '梯度消失'],
    ['不会使梯度消失', '消失'],
    ['用加法而不是乘法', '乘法'],
    ['无法收敛', '收敛'],
    ['并非零中心', '零中心'],
    ['很多人误以为梯度恒为一', '梯度恒为一'],
    ['不会出现梯度消失、梯度爆炸', '梯度爆炸'],
    ['饱和不会发生', '饱和'],
    ['批归一化稳定参数的说法是错误的', '批归一化稳定参数'],
    ['larger learning rates are impossible with it', 'larger learning rates'],
    ['mode collapse cannot happen', 'mode collapse'],
    ['residual connections make no difference', 'residual connections'],
    ['it is anything but the product of the gates', 'product'],
    ['梯度裁剪也不起作用', '梯度裁剪'],
    ['残差连接没有任何帮助', '残差连接'],
    ['连接不是局部的', '是局部的'],
    ['sigmoid 从来不饱和', '饱和'],
  ])('reads a denial: %s → %s', (text, words) => {
    expect(polarity(text, words).negated).toBe(true);
  });

  it.each([
    ['ReLU saturates', 'saturates'],
    ['it is not only cheap but also avoids saturation', 'saturation'],
    ['not only saturation', 'saturation'],
    ['the derivative is no more than 0.25', '0.25'],
    ['it is not the input but the gradient', 'gradient'],
    ['ReLU does not saturate and keeps the gradient', 'gradient'],
    ['it does not saturate, the gradient is one', 'one'],
    ['no normalisation leads to exploding gradients', 'exploding'],
    ['it is not true that the gradient does not vanish', 'vanish'],
    ['without a nonlinearity the network collapses to a linear map', 'linear map'],
    ['it uses addition rather than multiplication', 'addition'],
    ['It does not help. The gradient vanishes', 'vanishes'],
    ['whether or not it saturates', 'saturates'],
    ['非线性激活', '线性'],
    ['不仅会饱和', '饱和'],
    ['梯度不断减小', '减小'],
    ['不同的学习率', '学习率'],
    ['导数不超过 0.25', '0.25'],
    ['用加法而不是乘法', '加法'],
    ['没有归一化会导致梯度爆炸', '梯度爆炸'],
    ['不是因为参数多，而是因为梯度消失', '梯度消失'],
    ['并非不会消失', '消失'],
    ['不能说不是同理，梯度消失', '消失'],
    ['不能说不是然后每次只改一处', '每次只改一处'],
    ['无监督学习', '学习'],
    ['使用批归一化', '批归一化'],
    ['正则化缓解过拟合', '过拟合'],
    ['不饱和的激活函数', '激活函数'],
    ['卷积核并没有翻转', '没有翻转'],
  ])('reads an assertion: %s → %s', (text, words) => {
    expect(polarity(text, words).negated).toBe(false);
  });

  it.each([
    ['dropout prevents overfitting', 'overfitting'],
    ['残差连接缓解梯度消失', '梯度消失'],
  ])('tells what is prevented: %s', (text, words) => {
    expect(polarity(text, words)).toEqual({ negated: false, prevented: true });
  });
});
