import type { Bilingual } from '../../core/question/language.ts';
import type { ActivationName } from '../maths/activation-names.ts';

/** Nonlinearities as titles and labels write them. */
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
