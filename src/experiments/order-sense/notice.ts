import type { Bilingual } from '../../core/question/language.ts';
import type { Change } from '../experiment.ts';
import type { OrderResult, Settings, Values } from './settings.ts';

const percent = (share: number) => `${Math.round(100 * share)}%`;

/** What to look at in the picture. */
export function noticeOrder({ parameters: { length }, measures }: OrderResult): Bilingual[] {
  const { bag, window, recurrent, windowWeights, recurrentWeights } = measures;
  return [
    {
      zh: `把 ${length} 步拼成一个窗口，全连接网络就看得见次序：${percent(window)}，RNN 是 ${percent(recurrent)}。“DNN 无法对时间建模”说过头了。`,
      en: `Given the ${length} steps as one window, a dense net sees their order: ${percent(window)}; the RNN, ${percent(recurrent)}. “A DNN cannot model time” goes too far.`,
    },
    {
      zh: `看不见次序的是词袋：A 先还是 B 先，计数都一样，所以只有 ${percent(bag)}，和随机猜没有区别。丢掉次序的是输入，不是网络。`,
      en: `What cannot see order is the bag: its counts are the same either way, hence ${percent(bag)}, no better than chance. The input lost the order, not the network.`,
    },
    {
      zh: `全连接网络缺的是时间上的权值共享：它的 ${windowWeights} 个权重绑在 ${length} 个位置上，换个长度就得重来；RNN 的 ${recurrentWeights} 个权重适用于任何长度。`,
      en: `What a dense net lacks is weights shared over time: its ${windowWeights} are tied to ${length} places, and another length means starting over; the RNN’s ${recurrentWeights} fit any length.`,
    },
  ];
}

/** What to run next. */
export function nextOrders({ length, steps }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    { when: steps > 20, label: { zh: '只训练 20 步', en: 'only 20 steps' }, parameters: { steps: 20 } },
    { when: steps < 100, label: { zh: '训练 100 步', en: '100 steps' }, parameters: { steps: 100 } },
    { when: length < 20, label: { zh: '20 步长', en: 'length 20' }, parameters: { length: 20 } },
    { when: length !== 10, label: { zh: '10 步长', en: 'length 10' }, parameters: { length: 10 } },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
