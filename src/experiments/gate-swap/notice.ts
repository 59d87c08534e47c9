import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import type { Settings, SwapResult, Values } from './settings.ts';

const percent = (share: number) => `${Math.round(100 * share)}%`;

/** What to look at in the picture. */
export function noticeSwap({ parameters, measures }: SwapResult): Bilingual[] {
  const { accuracy, otherAccuracy, meanState, gruShare } = measures;
  const mean = readable(Number(meanState.toFixed(2)));
  if (parameters.picture === 'state') return noticeState(parameters, mean);
  switch (parameters.cell) {
    case 'sigmoid-content':
      return [
        {
          zh: `同样的权重、同样的数据，只把内容上的 tanh 换成 sigmoid：正确率 ${percent(accuracy)}，原来的 LSTM 是 ${percent(otherAccuracy)}。“换什么函数都行”站不住脚。`,
          en: `Same weights, same data, only sigmoid for tanh in the content: ${percent(accuracy)} right, against ${percent(otherAccuracy)} for the LSTM as it is. So much for “any function will do”.`,
        },
        onlyGrows(mean),
      ];
    case 'tanh-gates':
      return [
        {
          zh: `门用 tanh，正确率 ${percent(accuracy)}；用 sigmoid 是 ${percent(otherAccuracy)}。两个函数的分工不能对调。`,
          en: `With tanh in its gates it is right in ${percent(accuracy)}, with sigmoid in ${percent(otherAccuracy)}. The two jobs cannot be exchanged.`,
        },
        {
          zh: '门回答的是“放行多少”。tanh 会给出负数：“遗忘”变成了每步翻转符号，记忆就乱了。',
          en: 'A gate answers “how much?”. tanh can answer with a negative number: “forgetting” then flips the sign of what is stored, and the memory is lost.',
        },
      ];
    case 'lstm':
      return [
        {
          zh: `sigmoid 管门，tanh 管内容：正确率 ${percent(accuracy)}。内容换成 sigmoid，就只剩 ${percent(otherAccuracy)}。`,
          en: `Sigmoid for the gates, tanh for the content: ${percent(accuracy)} right. With sigmoid for the content, ${percent(otherAccuracy)}.`,
        },
        bothWays(mean),
      ];
    case 'gru':
      return [
        {
          zh: `GRU 也是 sigmoid 管门、tanh 管内容，正确率 ${percent(accuracy)}，LSTM 是 ${percent(otherAccuracy)}。`,
          en: `A GRU divides the work the same way, sigmoid for gates and tanh for content: ${percent(accuracy)} right, the LSTM ${percent(otherAccuracy)}.`,
        },
        {
          zh: `它只有三组权重，LSTM 有四组：权重数恰好是 LSTM 的 ${readable(gruShare)} 倍。`,
          en: `It has three blocks of weights where the LSTM has four: exactly ${readable(gruShare)} times as many weights.`,
        },
      ];
  }
}

function noticeState({ cell }: Values, mean: string): Bilingual[] {
  const linear: Bilingual = {
    zh: '状态本身不经过压缩，c′ = f·c + i·g：写进去的内容是什么符号，就往哪边走。',
    en: 'The state itself is not squashed, c′ = f·c + i·g: it goes where the sign of the content sends it.',
  };
  return [cell === 'sigmoid-content' ? onlyGrows(mean) : bothWays(mean), linear];
}

function onlyGrows(mean: string): Bilingual {
  return {
    zh: `sigmoid 的输出全为正，细胞只能往上加：还没训练，状态均值就涨到 ${mean}。内容需要有正有负，状态才能既增又减。`,
    en: `Sigmoid puts out positive numbers only, so the cell can only add: before any training its mean has grown to ${mean}. Content needs both signs, so that the state can go down as well as up.`,
  };
}

function bothWays(mean: string): Bilingual {
  return {
    zh: `tanh 有正有负，训练之前状态的均值是 ${mean}，在 0 附近：既能加，也能减。`,
    en: `tanh has both signs: before training the state averages ${mean}, close to 0. It can go up and down.`,
  };
}

/** What to run next. */
export function nextSwaps({ cell, picture, steps }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: picture === 'training' && cell === 'sigmoid-content',
      label: { zh: '看细胞状态', en: 'watch the cell state' },
      parameters: { picture: 'state' },
    },
    {
      when: picture === 'state',
      label: { zh: '看训练过程', en: 'watch the training' },
      parameters: { picture: 'training', steps: Math.max(steps, 40) },
    },
    {
      when: cell !== 'sigmoid-content',
      label: { zh: '内容换成 sigmoid', en: 'sigmoid content' },
      parameters: { cell: 'sigmoid-content' },
    },
    {
      when: cell !== 'tanh-gates',
      label: { zh: '门换成 tanh', en: 'tanh gates' },
      parameters: { cell: 'tanh-gates' },
    },
    {
      when: picture === 'training' && steps < 120,
      label: { zh: '训练 120 步', en: '120 training steps' },
      parameters: { steps: 120 },
    },
    {
      when: cell === 'lstm',
      label: { zh: '换成 GRU', en: 'GRU instead' },
      parameters: { cell: 'gru', steps: Math.max(steps, 60) },
    },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
