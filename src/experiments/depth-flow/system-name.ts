import type { Bilingual, Language } from '../../core/question/language.ts';
import { activationTitles } from '../chart/activation-titles.ts';
import type { Network } from './network.ts';

const inits: Readonly<Record<Network['init'], Bilingual>> = {
  xavier: { zh: 'Xavier', en: 'Xavier' },
  he: { zh: 'He', en: 'He' },
  lecun: { zh: 'LeCun', en: 'LeCun' },
  orthogonal: { zh: '正交', en: 'orthogonal' },
  'gain-3': { zh: '3/√n', en: '3/√n' },
};
const norms: Readonly<Record<Network['norm'], string>> = { none: '', batch: 'BN', layer: 'LayerNorm' };
const skips: Readonly<Record<Network['skip'], string>> = {
  none: '',
  highway: 'Highway',
  'resnet-v1': 'ResNet v1',
  'resnet-v2': 'ResNet v2',
};

/** A network's name for titles and labels, such as "ReLU + He + BN"; depth is left out. */
export function systemName({ activation, init, norm, skip }: Network, language: Language): string {
  const parts = [activationTitles[activation][language], inits[init][language], norms[norm], skips[skip]];
  return parts.filter((part) => part !== '').join(' + ');
}
