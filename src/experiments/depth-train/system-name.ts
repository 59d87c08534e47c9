import type { Language } from '../../core/question/language.ts';
import { activationTitles } from '../chart/activation-titles.ts';
import type { Network } from './settings.ts';

const norms: Readonly<Record<Network['norm'], string>> = { none: '', batch: 'BN' };
const skips: Readonly<Record<Network['skip'], string>> = {
  none: '',
  highway: 'Highway',
  'resnet-v1': 'ResNet v1',
  'resnet-v2': 'ResNet v2',
};

/** A network's name for titles and labels, such as "ReLU + BN"; depth is left out. */
export function systemName({ activation, norm, skip }: Network, language: Language): string {
  return [activationTitles[activation][language], norms[norm], skips[skip]]
    .filter((part) => part !== '')
    .join(' + ');
}
