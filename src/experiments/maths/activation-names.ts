import type { Bilingual } from '../../core/question/language.ts';

/** Names of the nonlinearities every experiment knows; apart from the arithmetic, so that manifests can list them. */
export const activationNames = [
  'sigmoid',
  'tanh',
  'relu',
  'leaky-relu',
  'prelu',
  'rrelu',
  'elu',
  'selu',
  'linear',
] as const;

/** One of {@link activationNames}. */
export type ActivationName = (typeof activationNames)[number];

/** How charts write them. */
export const activationTitles: Readonly<Record<ActivationName, Bilingual>> = {
  sigmoid: { zh: 'Sigmoid', en: 'Sigmoid' },
  tanh: { zh: 'tanh', en: 'tanh' },
  relu: { zh: 'ReLU', en: 'ReLU' },
  'leaky-relu': { zh: 'LeakyReLU', en: 'LeakyReLU' },
  prelu: { zh: 'PReLU', en: 'PReLU' },
  rrelu: { zh: 'RReLU', en: 'RReLU' },
  elu: { zh: 'ELU', en: 'ELU' },
  selu: { zh: 'SELU', en: 'SELU' },
  linear: { zh: '线性', en: 'Linear' },
};
