import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import { type Settings, shock, type UnitName, type UnitResult, type Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeUnits({ parameters, measures }: UnitResult): Bilingual[] {
  if (measures.largestGradient === 0) return [gone, onlyMean];
  const largest: Bilingual = {
    zh: `隐藏层权重的最大梯度是 ${readable(measures.largestGradient)}，不是 0。`,
    en: `The largest gradient of a hidden weight was ${readable(measures.largestGradient)}, not 0.`,
  };
  if (parameters.bias > shock) return [largest, healthy];
  return [largest, isExponential(parameters.activation) ? returns : leaks(measures.silentShare)];
}

const isExponential = (name: UnitName) => name === 'elu' || name === 'selu';

const gone: Bilingual = {
  zh: '每个隐藏单元对每个输入都落在负半轴，ReLU 在那里的导数恰好为 0：没有一个隐藏权重动过，等多久都一样。',
  en: 'Every hidden unit is negative for every input, where ReLU’s derivative is exactly 0: not one hidden weight moved, however long one waits.',
};

const onlyMean: Bilingual = {
  zh: '曲线停在 1：只有输出层的偏置在学，学到的是目标的均值。“ReLU 不饱和”只对正半轴成立。',
  en: 'The curve stops at 1: only the output’s bias learns, and all it learns is the mean. “ReLU does not saturate” holds for positive inputs only.',
};

const returns: Bilingual = {
  zh: '−12 处的斜率 e⁻¹² 只有 6×10⁻⁶，但不是 0；Adam 会按梯度大小缩放步长，偏置就一步步回来了。关键不是梯度小，而是恰好为 0。',
  en: 'At −12 the slope e⁻¹² is a mere 6×10⁻⁶, but not 0; Adam scales its steps by the size of the gradient, so the biases walk back. What kills is not a small gradient but one of exactly 0.',
};

const healthy: Bilingual = {
  zh: '偏置没有被推远时，各种激活都学得动：出问题的不是 ReLU 本身，而是整层被推进了负半轴。',
  en: 'With biases that were not pushed away, all of them learn: the trouble is not ReLU as such but a whole layer pushed below 0.',
};

function leaks(silentShare: number): Bilingual {
  const share = Math.round(silentShare * 100);
  const still: Bilingual =
    silentShare === 1
      ? { zh: '所有单元仍然对每个输入都为负', en: 'Every unit is still negative for every input' }
      : {
          zh: `仍有 ${share}% 的单元对每个输入都为负`,
          en: `${share}% of the units are still negative for every input`,
        };
  return {
    zh: `${still.zh}：那里的泄漏是一条直线，所以网络几乎只学到目标的线性部分。`,
    en: `${still.en}: there the leak is a straight line, so the network learns little but the linear part of the target.`,
  };
}

/** What to run next. */
export function nextUnits({ activation, bias }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: activation !== 'relu',
      label: { zh: '换成 ReLU', en: 'ReLU instead' },
      parameters: { activation: 'relu' },
    },
    {
      when: activation !== 'leaky-relu',
      label: { zh: '换成 LeakyReLU', en: 'LeakyReLU instead' },
      parameters: { activation: 'leaky-relu' },
    },
    {
      when: activation !== 'elu',
      label: { zh: '换成 ELU', en: 'ELU instead' },
      parameters: { activation: 'elu' },
    },
    {
      when: bias !== 0,
      label: { zh: '偏置从 0 起步', en: 'biases start at 0' },
      parameters: { bias: 0 },
    },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
