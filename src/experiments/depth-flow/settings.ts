import type { Result, System } from '../experiment.ts';
import { activationNames } from '../maths/activation-names.ts';
import { choice, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  activation: choice({ zh: '激活函数', en: 'activation' }, activationNames, 'relu'),
  init: choice(
    { zh: '初始化', en: 'initialisation' },
    ['he', 'xavier', 'lecun', 'orthogonal', 'gain-3'],
    'he',
  ),
  norm: choice({ zh: '归一化', en: 'normalisation' }, ['none', 'batch', 'layer'], 'none'),
  skip: choice(
    { zh: '跳跃连接', en: 'skip connection' },
    ['none', 'highway', 'resnet-v1', 'resnet-v2'],
    'none',
  ),
  depth: integer({ zh: '深度', en: 'depth' }, [2, 60], 20),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** What a run of the experiment measured. */
export type FlowResult = Result<Settings, FlowMeasure>;

/** Names of the numbers measured. */
export type FlowMeasure = 'ratio' | 'perLayer' | 'lastMeanSquare';

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  { names: ['ReLU', '线性整流', 'He', 'He 初始化', 'Kaiming'], parameters: {} },
  {
    names: ['sigmoid', 'S 型函数', '梯度消失', 'vanishing gradient'],
    parameters: { activation: 'sigmoid', init: 'xavier' },
  },
  { names: ['tanh', '双曲正切'], parameters: { activation: 'tanh', init: 'xavier' } },
  { names: ['梯度爆炸', 'exploding gradient'], parameters: { activation: 'tanh', init: 'gain-3' } },
  { names: ['Xavier', 'Glorot', 'Xavier 初始化'], parameters: { activation: 'relu', init: 'xavier' } },
  { names: ['LeakyReLU', '带泄漏的 ReLU'], parameters: { activation: 'leaky-relu' } },
  { names: ['PReLU', '参数化 ReLU'], parameters: { activation: 'prelu' } },
  { names: ['RReLU', '随机 ReLU'], parameters: { activation: 'rrelu' } },
  { names: ['ELU'], parameters: { activation: 'elu', init: 'lecun' } },
  { names: ['SELU'], parameters: { activation: 'selu', init: 'lecun' } },
  { names: ['orthogonal', '正交初始化'], parameters: { activation: 'linear', init: 'orthogonal' } },
  {
    names: ['batch normalisation', 'batch normalization', 'BN', '批归一化', '批标准化'],
    parameters: { norm: 'batch' },
  },
  { names: ['layer normalisation', 'LayerNorm', '层归一化'], parameters: { norm: 'layer' } },
  {
    names: ['highway', '高速网络', 'Highway Network'],
    parameters: { activation: 'sigmoid', init: 'xavier', skip: 'highway' },
  },
  {
    names: ['ResNet', '残差', '残差网络', 'residual', 'ResNet v1'],
    parameters: { norm: 'batch', skip: 'resnet-v1' },
  },
  { names: ['ResNet v2', '预激活残差', 'pre-activation'], parameters: { norm: 'batch', skip: 'resnet-v2' } },
];
