import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import type { Settings, TrainResult, Values } from './settings.ts';

const digits = (value: number) => readable(Number(value.toPrecision(2)));

/** What to look at in the picture. */
export function noticeTraining(result: TrainResult): Bilingual[] {
  const why = explanations.find(({ when }) => when(result.parameters));
  return [compare(result), ...(why === undefined ? [] : [why.says(result)])];
}

function compare({
  parameters: { depth, steps },
  measures: { finalLoss, otherLoss },
}: TrainResult): Bilingual {
  const [own, others] = [digits(finalLoss), digits(otherLoss)];
  return {
    zh: `同样的数据，同样 ${depth} 层，训练 ${steps} 步：损失 ${own} 对 ${others}。这是训练损失，不是过拟合的问题。`,
    en: `Same data, same ${depth} layers, ${steps} steps: loss ${own} against ${others}. This is training loss, so it is not about overfitting.`,
  };
}

/** The first that fits is told. */
const explanations: readonly {
  readonly when: (values: Values) => boolean;
  readonly says: (result: TrainResult) => Bilingual;
}[] = [
  {
    when: ({ activation, norm, skip }) => activation === 'relu' && norm === 'batch' && skip === 'none',
    says: ({ measures: { gradientRatio } }) => ({
      zh: `它的梯度并没有消失：训练之前，第一层的梯度是最后一层的 ${digits(gradientRatio)} 倍。这正是 ResNet 论文里的“退化”：有了 BN，普通的深层网络仍然难以优化。`,
      en: `Its gradient has not vanished: before training, that of the first layer is ${digits(gradientRatio)} times the last one’s. This is what the ResNet paper calls degradation: even with BN a plain deep net is hard to optimise.`,
    }),
  },
  {
    when: ({ activation, norm, skip }) =>
      activation === 'relu' && norm === 'batch' && skip.startsWith('resnet'),
    says: ({ measures: { gradientRatio, otherGradientRatio } }) => ({
      zh: `两者的梯度都没有消失（训练之前，首尾之比 ${digits(gradientRatio)} 和 ${digits(otherGradientRatio)}）：残差解决的是退化，不是梯度消失。`,
      en: `Neither loses its gradient (first layer over last, before training: ${digits(gradientRatio)} and ${digits(otherGradientRatio)}): shortcuts are a remedy for degradation, not for vanishing.`,
    }),
  },
  {
    when: ({ activation, norm, skip }) => activation === 'sigmoid' && norm === 'none' && skip === 'none',
    says: ({ measures: { gradientRatio } }) => ({
      zh: `这里才是梯度消失：训练之前，第一层的梯度只有最后一层的 ${digits(gradientRatio)} 倍，网络只能输出各类的比例。`,
      en: `This one is the vanishing gradient: before training, the first layer’s is ${digits(gradientRatio)} times the last one’s, and all the network learns is how frequent the classes are.`,
    }),
  },
  {
    when: ({ activation, norm, skip }) => activation === 'sigmoid' && norm === 'none' && skip === 'highway',
    says: ({ measures: { gradientRatio, otherGradientRatio } }) => ({
      zh: `变换门起初大多关着，信号和梯度沿捷径通过：首尾梯度之比是 ${digits(gradientRatio)}，没有捷径时是 ${digits(otherGradientRatio)}，什么也学不到。`,
      en: `The gates start out mostly closed, so signal and gradient take the shortcut: first layer over last is ${digits(gradientRatio)}, and ${digits(otherGradientRatio)} without it, where nothing is learnt.`,
    }),
  },
  {
    when: ({ activation, norm, skip }) => activation === 'sigmoid' && norm === 'batch' && skip === 'none',
    says: ({ measures: { otherGradientRatio } }) => ({
      zh: `没有 BN，第一层的梯度只剩最后一层的 ${digits(otherGradientRatio)} 倍；BN 在每层把信号放大回来，同样的 sigmoid 就学得动了。`,
      en: `Without BN the first layer’s gradient is ${digits(otherGradientRatio)} times the last one’s; BN scales the signal up again in every layer, and the same sigmoid net learns.`,
    }),
  },
];

/** What to run next: the remedy, the disease, or deeper. */
export function nextTrainings(values: Values): Change<Settings>[] {
  const { activation, norm, skip, depth, steps } = values;
  const isPlain = skip === 'none';
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: activation === 'relu' && skip !== 'resnet-v1',
      label: { zh: '换成 ResNet v1', en: 'ResNet v1' },
      parameters: { norm: 'batch', skip: 'resnet-v1' },
    },
    {
      when: !isPlain,
      label: { zh: '去掉捷径', en: 'without shortcuts' },
      parameters: { skip: 'none' },
    },
    {
      when: activation !== 'sigmoid' || norm !== 'none' || !isPlain,
      label: { zh: '深层 sigmoid', en: 'deep sigmoid net' },
      // What cures it takes this long.
      parameters: { activation: 'sigmoid', norm: 'none', skip: 'none', steps: Math.max(steps, 80) },
    },
    {
      when: activation === 'sigmoid' && isPlain && norm === 'none',
      label: { zh: '加上 BN', en: 'add BN' },
      parameters: { norm: 'batch' },
    },
    {
      when: activation === 'sigmoid' && skip !== 'highway',
      label: { zh: '加上 Highway', en: 'add highway' },
      parameters: { norm: 'none', skip: 'highway' },
    },
    {
      when: depth < 30 || steps < 100,
      label: { zh: '30 层，100 步', en: '30 layers, 100 steps' },
      parameters: { depth: 30, steps: 100 },
    },
    {
      when: depth > 6,
      label: { zh: '只有 6 层', en: 'only 6 layers' },
      parameters: { depth: 6 },
    },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
