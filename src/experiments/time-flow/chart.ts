import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { type FlowCurve, fateOf, flowChart } from '../chart/flow-chart.ts';
import { fold, readable } from '../chart/number-text.ts';
import type { Values } from './settings.ts';
import { systemName } from './system-name.ts';

/** Gradient norms of the network asked for, and of one that behaves differently to hold it against. */
export interface TimeTrace {
  readonly subject: TimeCurve;
  readonly reference: TimeCurve;
}

/** A network and its gradients from the last step back to the first state. */
export interface TimeCurve {
  readonly values: Values;
  readonly gradients: FlowCurve['gradients'];
}

/** The gradient's way from the last step back to the first. */
export function describeChart({ subject, reference }: TimeTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const { steps } = subject.values;
  const [ratio, referenceRatio] = [ratioOf(subject), ratioOf(reference)];
  const name = systemName(subject.values, language);
  const referenceName = systemName(reference.values, language);
  return {
    title: words.finding(name, ratio, steps),
    subtitle: words.setting(steps),
    alt: words.alt({ name, ratio, steps, referenceName, referenceRatio }),
    spec: flowChart({
      subject: { name, gradients: subject.gradients },
      reference: { name: referenceName, gradients: reference.gradients },
      titles: { place: words.step, gradient: words.gradient },
      words,
    }),
  };
}

const ratioOf = ({ gradients }: TimeCurve) => gradients.at(-1)?.relative ?? Number.NaN;

interface Told {
  readonly name: string;
  readonly ratio: number;
  readonly steps: number;
  readonly referenceName: string;
  readonly referenceRatio: number;
}

const wordsIn = {
  en: {
    finding: (name: string, ratio: number, steps: number) => {
      switch (fateOf(ratio)) {
        case 'underflows':
          return `${name}: after ${steps} steps the gradient is exactly 0 (float32 underflow)`;
        case 'shrinks':
          return `${name}: the gradient shrinks ${fold(ratio)}-fold in ${steps} steps`;
        case 'survives':
          return `${name}: the gradient survives ${steps} steps (×${readable(ratio)})`;
        case 'grows':
          return `${name}: the gradient grows ${fold(ratio)}-fold in ${steps} steps`;
        case 'overflows':
          return `${name}: within ${steps} steps the gradient overflows float32`;
      }
    },
    setting: (steps: number) => `32 units, ${steps} steps, untrained`,
    step: 'time step, from the last back to the first',
    gradient: 'gradient norm (last step = 1)',
    underflow: '0 (underflow)',
    overflow: '∞ (overflow)',
    alt: (told: Told) =>
      `Line chart on a logarithmic axis: the norm of the gradient with respect to the state, from step ${told.steps} ` +
      `back to the first. ${told.name} ends at ${readable(told.ratio)} times the last step's gradient; ` +
      `${told.referenceName}, for comparison, at ${readable(told.referenceRatio)}.`,
  },
  zh: {
    finding: (name: string, ratio: number, steps: number) => {
      switch (fateOf(ratio)) {
        case 'underflows':
          return `${name}：回传 ${steps} 步后梯度恰好为 0（float32 下溢）`;
        case 'shrinks':
          return `${name}：梯度回传 ${steps} 步，缩小到 1/${fold(ratio)}`;
        case 'survives':
          return `${name}：梯度回传 ${steps} 步，量级不变（×${readable(ratio)}）`;
        case 'grows':
          return `${name}：梯度回传 ${steps} 步，放大 ${fold(ratio)} 倍`;
        case 'overflows':
          return `${name}：梯度回传不到 ${steps} 步就超出 float32 的范围`;
      }
    },
    setting: (steps: number) => `32 个单元，${steps} 步，未训练`,
    step: '时间步：从最后一步往回',
    gradient: '梯度范数（最后一步 = 1）',
    underflow: '0（下溢）',
    overflow: '∞（上溢）',
    alt: (told: Told) =>
      `对数坐标折线图：损失对状态的梯度范数，从第 ${told.steps} 步回传到起点。` +
      `${told.name}到起点时是最后一步的 ${readable(told.ratio)} 倍；` +
      `作为对照的${told.referenceName}是 ${readable(told.referenceRatio)} 倍。`,
  },
};
