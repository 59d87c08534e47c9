import type { Bilingual, Language } from '../../core/question/language.ts';
import { isGated, type Values } from './settings.ts';

const cells: Readonly<Record<Values['cell'], Bilingual>> = {
  tanh: { zh: 'tanh RNN', en: 'tanh RNN' },
  sigmoid: { zh: 'Sigmoid RNN', en: 'Sigmoid RNN' },
  relu: { zh: 'ReLU RNN', en: 'ReLU RNN' },
  linear: { zh: '线性 RNN', en: 'Linear RNN' },
  lstm: { zh: 'LSTM', en: 'LSTM' },
  gru: { zh: 'GRU', en: 'GRU' },
};
const matrices: Readonly<Record<Values['weights'], Bilingual>> = {
  orthogonal: { zh: '正交阵', en: 'orthogonal' },
  identity: { zh: '单位阵', en: 'identity' },
  gaussian: { zh: '高斯阵', en: 'Gaussian' },
};

/** A network's name for titles and labels, such as "ReLU RNN, 0.9×identity" or "LSTM, gate bias 1". */
export function systemName(values: Values, language: Language): string {
  const { cell, weights, gain, gateBias } = values;
  const matrix = gain === 1 ? matrices[weights][language] : `${gain}×${matrices[weights][language]}`;
  const isUsualMatrix = weights === 'orthogonal' && gain === 1;
  const gate = `${language === 'zh' ? '门偏置' : 'gate bias'} ${gateBias}`;
  const parts = isGated(values) ? [gate, ...(isUsualMatrix ? [] : [matrix])] : [matrix];
  return [cells[cell][language], ...parts].join(language === 'zh' ? '，' : ', ');
}
