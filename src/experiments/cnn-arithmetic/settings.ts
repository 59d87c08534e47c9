import type { Result, System } from '../experiment.ts';
import { choice, type ValuesOf } from '../parameter.ts';
import { networkNames } from './network-names.ts';

/** What can be varied. */
export const settings = {
  network: choice({ zh: '网络', en: 'network' }, networkNames, 'vgg-16'),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the numbers counted. */
export type CountMeasure = 'parameters' | 'multiplyAdds' | 'connections' | 'denseShare';

/** What a run of the experiment counted. */
export type CountResult = Result<Settings, CountMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  { names: ['VGG-16', 'VGG', 'VGGNet', '参数量', 'parameter count'], parameters: {} },
  {
    names: ['convolution layer', '卷积层', '权重共享', 'weight sharing', '全连接', 'fully connected', 'DNN'],
    parameters: { network: 'one-layer' },
  },
  { names: ['LeNet-5', 'LeNet'], parameters: { network: 'lenet-5' } },
  { names: ['modern LeNet-5', '现代版 LeNet-5'], parameters: { network: 'lenet-5-modern' } },
  { names: ['AlexNet'], parameters: { network: 'alexnet' } },
  { names: ['AlexNet one tower', '单塔 AlexNet'], parameters: { network: 'alexnet-one-tower' } },
  { names: ['VGG-16 C', 'VGG 配置 C'], parameters: { network: 'vgg-16-c' } },
  { names: ['VGG-19'], parameters: { network: 'vgg-19' } },
  {
    names: ['GoogLeNet', 'Inception v1', 'Inception', '全局平均池化', 'global average pooling', 'GAP'],
    parameters: { network: 'googlenet' },
  },
  {
    names: ['GoogLeNet auxiliary classifiers', 'GoogLeNet 辅助分类器'],
    parameters: { network: 'googlenet-training' },
  },
  { names: ['GoogLeNet in libraries', '库里的 GoogLeNet'], parameters: { network: 'googlenet-library' } },
  { names: ['Inception v3'], parameters: { network: 'inception-v3' } },
  {
    names: ['Inception v3 auxiliary classifier', 'Inception v3 辅助分类器'],
    parameters: { network: 'inception-v3-training' },
  },
  {
    names: ['Inception v3 in Keras', 'Keras 的 Inception v3'],
    parameters: { network: 'inception-v3-keras' },
  },
  { names: ['ResNet-18'], parameters: { network: 'resnet-18' } },
  { names: ['ResNet-34'], parameters: { network: 'resnet-34' } },
  { names: ['ResNet-50'], parameters: { network: 'resnet-50' } },
  { names: ['ResNet-50 as published', '论文里的 ResNet-50'], parameters: { network: 'resnet-50-paper' } },
  { names: ['ResNet-50 in Keras', 'Keras 的 ResNet-50'], parameters: { network: 'resnet-50-keras' } },
  { names: ['ResNet-101'], parameters: { network: 'resnet-101' } },
  { names: ['ResNet-152'], parameters: { network: 'resnet-152' } },
  { names: ['AlphaGo Zero', 'AlphaZero'], parameters: { network: 'alphago-zero-19' } },
  { names: ['AlphaGo Zero 39'], parameters: { network: 'alphago-zero-39' } },
];
