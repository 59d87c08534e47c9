import type { Result, System } from '../experiment.ts';
import { choice, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  activation: choice({ zh: '激活函数', en: 'activation' }, ['relu', 'sigmoid', 'tanh'], 'relu'),
  norm: choice({ zh: '归一化', en: 'normalisation' }, ['none', 'batch'], 'batch'),
  skip: choice(
    { zh: '跳跃连接', en: 'skip connection' },
    ['none', 'highway', 'resnet-v1', 'resnet-v2'],
    'none',
  ),
  depth: integer({ zh: '深度', en: 'depth' }, [2, 40], 20),
  steps: integer({ zh: '训练步数', en: 'training steps' }, [5, 120], 40),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** A network, as far as the experiment varies it. */
export type Network = Omit<Values, 'steps'>;

/** Names of the numbers measured. */
export type TrainMeasure = 'finalLoss' | 'otherLoss' | 'gradientRatio' | 'otherGradientRatio';

/** What a run of the experiment measured. */
export type TrainResult = Result<Settings, TrainMeasure>;

/** Loss of guessing one of three classes. */
export const chance = Math.log(3);

/** Whether a network is hardly better than guessing. */
export const isStuck = (loss: number) => !(loss < 0.95);

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  // Beside the plain network the picture has the residual one.
  {
    names: [
      'degradation',
      '退化',
      '退化问题',
      'plain network',
      '普通深层网络',
      'batch normalisation',
      'BN',
      '批归一化',
      'ResNet v2',
      '预激活残差',
      'pre-activation',
    ],
    parameters: {},
  },
  { names: ['ResNet', '残差', '残差网络', 'residual', 'ResNet v1'], parameters: { skip: 'resnet-v1' } },
  // And beside highway layers the sigmoid layers they came from. Sigmoid layers take twice as long to learn.
  {
    names: ['highway', '高速网络', 'Highway Network', 'deep sigmoid', '深层 sigmoid'],
    parameters: { activation: 'sigmoid', norm: 'none', skip: 'highway', steps: 80 },
  },
  { names: ['sigmoid + BN', 'sigmoid 加 BN'], parameters: { activation: 'sigmoid', steps: 80 } },
];
