import type { Network } from '../network.ts';
import type { NetworkName } from '../network-names.ts';
import { alexNet, alexNetOneTower } from './alexnet.ts';
import { alphaGoZero19, alphaGoZero39 } from './alphago-zero.ts';
import { googleNetLibrary, googleNetPaper, googleNetTraining } from './googlenet.ts';
import { inceptionV3Keras, inceptionV3Training, inceptionV3Usual } from './inception-v3.ts';
import { leNet5, leNet5Modern } from './lenet.ts';
import { oneLayer } from './one-layer.ts';
import {
  resNet18,
  resNet34,
  resNet50,
  resNet50Keras,
  resNet50Paper,
  resNet101,
  resNet152,
} from './resnet.ts';
import { vgg16, vgg16C, vgg19 } from './vgg.ts';

/** Every network by the name it is asked for. */
export const networks: Readonly<Record<NetworkName, Network>> = {
  'one-layer': oneLayer,
  'lenet-5': leNet5,
  'lenet-5-modern': leNet5Modern,
  alexnet: alexNet,
  'alexnet-one-tower': alexNetOneTower,
  'vgg-16': vgg16,
  'vgg-16-c': vgg16C,
  'vgg-19': vgg19,
  googlenet: googleNetPaper,
  'googlenet-training': googleNetTraining,
  'googlenet-library': googleNetLibrary,
  'inception-v3': inceptionV3Usual,
  'inception-v3-training': inceptionV3Training,
  'inception-v3-keras': inceptionV3Keras,
  'resnet-18': resNet18,
  'resnet-34': resNet34,
  'resnet-50': resNet50,
  'resnet-50-paper': resNet50Paper,
  'resnet-50-keras': resNet50Keras,
  'resnet-101': resNet101,
  'resnet-152': resNet152,
  'alphago-zero-19': alphaGoZero19,
  'alphago-zero-39': alphaGoZero39,
};
