import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import {
  arrived,
  type GlmResult,
  type InverseLink,
  type Settings,
  settings,
  type Values,
} from './settings.ts';

const digits = (value: number) => readable(Number(value.toPrecision(2)));

/** What to look at in the picture. */
export function noticeGlm({ parameters, measures }: GlmResult): Bilingual[] {
  const { crossEntropyGradient, squaredErrorGradient } = measures;
  if (parameters.picture === 'stall') {
    return [
      {
        zh: `错得最自信的地方（z = −10，标签 1），交叉熵回传 ${digits(crossEntropyGradient)}，平方误差只回传 ${digits(squaredErrorGradient)}：多乘了一个 σ′，几乎学不动。`,
        en: `Where the neuron is confident and wrong (z = −10, label 1), cross-entropy passes back ${digits(crossEntropyGradient)}, squared error ${digits(squaredErrorGradient)}: one more factor σ′, and it hardly learns.`,
      },
      {
        zh: '交叉熵配 sigmoid 就是典范连接：σ′ 恰好约掉，∂L/∂z 只剩 μ − y。',
        en: 'Cross-entropy with a sigmoid is the canonical link: σ′ cancels, and ∂L/∂z is just μ − y.',
      },
    ];
  }
  return [
    arrival(measures, parameters.steps),
    directions[parameters.activation],
    {
      zh: '梯度也一样：自动微分的结果与 (μ − y)·x 的均值在六位小数内相等。但这只到一个神经元为止：叠起来就不再是凹的，IRLS 和唯一解都没有了。',
      en: 'So is the gradient: automatic differentiation and the mean of (μ − y)·x agree to six decimals. It ends with one neuron, though: stack them and the likelihood is no longer concave, so neither IRLS nor a single solution is left.',
    },
  ];
}

function arrival({ coefficientGap, irlsIterations }: GlmResult['measures'], steps: number): Bilingual {
  if (coefficientGap > arrived) {
    return {
      zh: `Adam 走了 ${steps} 步，还差 ${digits(coefficientGap)}；IRLS 迭代 ${irlsIterations} 次就到了。终点是同一个，再训练久一点就看得到。`,
      en: `After ${steps} steps Adam is still ${digits(coefficientGap)} away, where IRLS arrived in ${irlsIterations} iterations. They are bound for the same place; train longer and see.`,
    };
  }
  return {
    zh: `IRLS 迭代 ${irlsIterations} 次，Adam 走 ${steps} 步，终点是同一组数：最多差 ${digits(coefficientGap)}。似然是凹的，最大值只有一个。`,
    en: `${irlsIterations} iterations of IRLS or ${steps} steps of Adam end at the same numbers, ${digits(coefficientGap)} apart at most: the likelihood is concave and has one maximum.`,
  };
}

/** Which way the link goes, and which way the activation. */
const directions: Readonly<Record<InverseLink, Bilingual>> = {
  sigmoid: {
    zh: '连接函数是 logit：从均值到 w·x + b；sigmoid 方向相反，从 w·x + b 到均值。激活函数是连接函数的反函数。',
    en: 'The link is the logit, from the mean to w·x + b; the sigmoid goes the other way, from w·x + b to the mean. The activation is the inverse link.',
  },
  exp: {
    zh: '泊松回归的连接函数是 log：从均值到 w·x + b；神经元用的 exp 是它的反函数。',
    en: 'The link of Poisson regression is the log, from the mean to w·x + b; the neuron’s exp is its inverse.',
  },
  identity: {
    zh: '恒等函数的反函数还是它自己，所以线性回归看不出连接函数和激活函数的区别；一次迭代就到终点。',
    en: 'The identity is its own inverse, so linear regression cannot tell link from activation; and one iteration arrives.',
  },
};

/** What to run next. */
export function nextGlms({ activation, picture, steps }: Values): Change<Settings>[] {
  const trained = { picture: 'coefficients', steps: settings.steps.default } as const;
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: picture === 'coefficients',
      label: { zh: '交叉熵对平方误差', en: 'cross-entropy against squared error' },
      parameters: { picture: 'stall' },
    },
    {
      when: picture === 'stall' || activation !== 'sigmoid',
      label: { zh: '逻辑回归', en: 'logistic regression' },
      parameters: { ...trained, activation: 'sigmoid' },
    },
    {
      when: activation !== 'exp',
      label: { zh: '泊松回归', en: 'Poisson regression' },
      parameters: { ...trained, activation: 'exp' },
    },
    {
      when: picture === 'coefficients' && steps !== 100,
      label: { zh: '只训练 100 步', en: 'only 100 steps' },
      parameters: { steps: 100 },
    },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
