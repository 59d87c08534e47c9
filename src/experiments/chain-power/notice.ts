import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import type { PowerResult, Settings, Values } from './settings.ts';

/** The smallest positive number of float32. */
const smallestFloat = 1.4e-45;

/** What to look at in the picture. */
export function noticePower({ parameters, measures: { product } }: PowerResult): Bilingual[] {
  if (parameters.factors === 'approaching-one') {
    return [
      {
        zh: '每个因子都小于 1，乘积却停在 0.5：因子趋于 1 得够快，梯度就不会消失。',
        en: 'Every factor is below 1, yet the product stops at 0.5: where the factors approach 1 fast enough, nothing vanishes.',
      },
      {
        zh: '所以要问的不是“小不小于 1”，而是“离 1 有多远、乘多少次”。',
        en: 'So the question is not whether a factor is below 1, but how far below, and how often it is multiplied.',
      },
    ];
  }
  const pace = paceOf(parameters.factor);
  if (product >= smallestFloat) return [pace, distance];
  return [
    pace,
    {
      zh: '这样小的数 float32 已经存不下，训练时它就是 0。',
      en: 'A number this small does not fit float32: in training it is 0.',
    },
  ];
}

const distance: Bilingual = {
  zh: '看曲线之间的差别：0.9 和 0.99 都小于 1，一百层后却差一万倍。因子要与 1 保持距离才会在实际深度下消失或爆炸。',
  en: 'Compare the curves: 0.9 and 0.99 are both below 1, yet after a hundred layers they are ten thousand times apart. A factor must stay away from 1 to vanish or explode at depths people use.',
};

function paceOf(factor: number): Bilingual {
  if (factor === 1)
    return { zh: '因子恰好为 1，乘多少次都不变。', en: 'With a factor of exactly 1 nothing changes.' };
  const layers = readable(Math.abs(Math.LN2 / Math.log(factor)));
  return factor < 1
    ? { zh: `每乘 ${layers} 层减半。`, en: `It halves in ${layers} layers.` }
    : { zh: `每乘 ${layers} 层翻倍。`, en: `It doubles in ${layers} layers.` };
}

/** What to run next. */
export function nextPowers({ factors, factor, depth }: Values): Change<Settings>[] {
  const isConstant = factors === 'constant';
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: depth < 1000,
      label: { zh: '1000 层', en: '1000 layers' },
      parameters: { depth: 1000 },
    },
    {
      when: !isConstant || factor !== 0.9,
      label: { zh: '换成 0.9', en: '0.9 instead' },
      parameters: { factors: 'constant', factor: 0.9, depth: 100 },
    },
    {
      when: !isConstant || factor !== 0.99,
      label: { zh: '换成 0.99', en: '0.99 instead' },
      parameters: { factors: 'constant', factor: 0.99, depth: 100 },
    },
    {
      when: isConstant,
      label: { zh: '因子逐渐趋于 1', en: 'factors that approach 1' },
      parameters: { factors: 'approaching-one' },
    },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
