import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import type { CostResult, Settings, Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeCost({ parameters, measures }: CostResult): Bilingual[] {
  const { activation, width } = parameters;
  const share = `${readable(Number((100 * measures.layerShare).toPrecision(2)))}%`;
  return [
    {
      zh: `每个输出要 ${width} 次乘加，却只要一次激活：激活占一层时间的 ${share}。层越宽，占比越小。`,
      en: `Every output takes ${width} multiply-adds and one activation, which is ${share} of the layer's time; the wider the layer, the less.`,
    },
    backwards[activation](measures.recomputedOverCached, measures.derivativeError),
    {
      zh: 'ReLU 真正省下的是训练步数，不是每一步的算术。这里的时间随机器和当时的负载而变，只供参考。',
      en: 'What ReLU really saves is training steps, not arithmetic within a step. Times vary with machine and load; take them as an indication.',
    },
  ];
}

type Backwards = (recomputedOverCached: number, error: number) => Bilingual;

const backwards: Readonly<Record<Values['activation'], Backwards>> = {
  sigmoid: (ratio, error) => ({
    zh: `反向不需要指数和除法：σ′ = y(1−y) 用前向留下的 y，两种算法最多差 ${readable(error)}；从头再算要 ${readable(twoDigits(ratio))} 倍时间。`,
    en: `Backwards needs no exponential and no division: σ′ = y(1−y), with the y at hand, agrees within ${readable(error)}; starting from x again takes ${readable(twoDigits(ratio))} times as long.`,
  }),
  tanh: (ratio, error) => ({
    zh: `反向只要一次平方：tanh′ = 1−y² 用前向留下的 y，两种算法最多差 ${readable(error)}；从头再算要 ${readable(twoDigits(ratio))} 倍时间。`,
    en: `Backwards is one square: tanh′ = 1−y², with the y at hand, agrees within ${readable(error)}; starting from x again takes ${readable(twoDigits(ratio))} times as long.`,
  }),
  relu: () => ({
    zh: 'ReLU 的反向是一次比较加一次乘法；sigmoid 的 y(1−y) 也不过两三次乘减，看图里两条反向的时间。',
    en: 'Backwards, ReLU is a comparison and a product; the y(1−y) of sigmoid is hardly more, as the two backward times show.',
  }),
};

const twoDigits = (value: number) => Number(value.toPrecision(2));

/** Another activation, or another width. */
export function nextCosts({ activation, width }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: activation !== 'tanh',
      label: { zh: '换成 tanh', en: 'tanh' },
      parameters: { activation: 'tanh' },
    },
    {
      when: activation !== 'relu',
      label: { zh: '换成 ReLU', en: 'ReLU' },
      parameters: { activation: 'relu' },
    },
    {
      when: width > 16,
      label: { zh: '很窄的层（16）', en: 'a narrow layer (16)' },
      parameters: { width: 16 },
    },
    {
      when: width < 512,
      label: { zh: '更宽的层（512）', en: 'a wider layer (512)' },
      parameters: { width: 512 },
    },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
