import { readable } from '../chart/number-text.ts';
import type { CellName, Values } from './settings.ts';

/** What the picture of training tells; right answers in percent. */
export interface TrainedTold extends Values {
  readonly other: CellName;
  readonly right: number;
  readonly otherRight: number;
}

/** What the picture of the state tells. */
export interface FilledTold extends Values {
  readonly other: CellName;
  readonly mean: number;
  readonly otherMean: number;
}

const percent = (share: number) => `${Math.round(share)}%`;
const mean = (value: number) => readable(Number(value.toFixed(2)));

/** In titles and in sentences. */
const names = {
  en: {
    lstm: 'LSTM',
    gru: 'GRU',
    'sigmoid-content': 'LSTM with sigmoid content',
    'tanh-gates': 'LSTM with tanh gates',
  },
  zh: {
    lstm: 'LSTM',
    gru: 'GRU',
    'sigmoid-content': '内容换成 sigmoid 的 LSTM',
    'tanh-gates': '门换成 tanh 的 LSTM',
  },
} as const satisfies Record<'en' | 'zh', Record<CellName, string>>;

/** Beside curves, where there is little room. */
const labels = {
  en: { lstm: 'LSTM', gru: 'GRU', 'sigmoid-content': 'sigmoid content', 'tanh-gates': 'tanh gates' },
  zh: { lstm: 'LSTM', gru: 'GRU', 'sigmoid-content': '内容用 sigmoid', 'tanh-gates': '门用 tanh' },
} as const satisfies Record<'en' | 'zh', Record<CellName, string>>;

/** The words of both pictures. */
export const wordsIn = {
  en: {
    trained: ({ cell, other, length, right, otherRight }: TrainedTold) =>
      right < 65
        ? `${names.en[cell]} only guesses after ${length} steps: ${percent(right)} right; ${labels.en[other]}: ${percent(otherRight)}`
        : `${names.en[cell]} remembers over ${length} steps: ${percent(right)} right; ${labels.en[other]}: ${percent(otherRight)}`,
    task: ({ length, gateBias }: Values) =>
      `recall the first sign after ${length} noisy steps; 16 units, gate bias ${readable(gateBias)}`,
    trainingStep: 'training step',
    rightAnswers: 'right answers, %',
    guessing: 'guessing',
    end: (cell: CellName, right: number) => `${labels.en[cell]}\n${percent(right)}`,
    trainedAlt: ({ cell, other, steps, right, otherRight }: TrainedTold) =>
      `Line chart: the share of right answers in ${steps} training steps, averaged over ten batches. ` +
      `${names.en[cell]} ends at ${percent(right)}, ${names.en[other]} at ${percent(otherRight)}; guessing gives 50%.`,
    filled: ({ cell, length, mean: end, other, otherMean }: FilledTold) =>
      `${names.en[cell]}: the state averages ${mean(end)} after ${length} steps; ${labels.en[other]}: ${mean(otherMean)}`,
    untrained: ({ gateBias }: Values) =>
      `before training; 256 sequences, 16 units, gate bias ${readable(gateBias)}`,
    timeStep: 'time step',
    state: 'mean of the cell state',
    endState: (cell: CellName, end: number) => `${labels.en[cell]}\n${mean(end)}`,
    filledAlt: ({ cell, other, length, mean: end, otherMean }: FilledTold) =>
      `Line chart: the mean of the state over ${length} time steps, before training. From 0 it goes to ${mean(end)} in ` +
      `${names.en[cell]}, and to ${mean(otherMean)} in ${names.en[other]}.`,
  },
  zh: {
    trained: ({ cell, other, length, right, otherRight }: TrainedTold) =>
      right < 65
        ? `${names.zh[cell]}：隔 ${length} 步只会瞎猜，正确率 ${percent(right)}；${labels.zh[other]}：${percent(otherRight)}`
        : `${names.zh[cell]}：隔 ${length} 步还记得，正确率 ${percent(right)}；${labels.zh[other]}：${percent(otherRight)}`,
    task: ({ length, gateBias }: Values) =>
      `隔 ${length} 个噪声步说出第一个输入的正负；16 个单元，门偏置 ${readable(gateBias)}`,
    trainingStep: '训练步数',
    rightAnswers: '正确率（%）',
    guessing: '瞎猜',
    end: (cell: CellName, right: number) => `${labels.zh[cell]}\n${percent(right)}`,
    trainedAlt: ({ cell, other, steps, right, otherRight }: TrainedTold) =>
      `折线图：训练 ${steps} 步中的正确率，每点是十个批次的平均。${names.zh[cell]}最后是 ${percent(right)}，` +
      `${names.zh[other]}是 ${percent(otherRight)}；瞎猜是 50%。`,
    filled: ({ cell, length, mean: end, other, otherMean }: FilledTold) =>
      `${names.zh[cell]}：${length} 步后状态均值 ${mean(end)}；${labels.zh[other]}：${mean(otherMean)}`,
    untrained: ({ gateBias }: Values) => `训练之前；256 个序列，16 个单元，门偏置 ${readable(gateBias)}`,
    timeStep: '时间步',
    state: '细胞状态的均值',
    endState: (cell: CellName, end: number) => `${labels.zh[cell]}\n${mean(end)}`,
    filledAlt: ({ cell, other, length, mean: end, otherMean }: FilledTold) =>
      `折线图：训练之前 ${length} 个时间步中状态的均值，都从 0 开始。${names.zh[cell]}到 ${mean(end)}，` +
      `${names.zh[other]}到 ${mean(otherMean)}。`,
  },
};
