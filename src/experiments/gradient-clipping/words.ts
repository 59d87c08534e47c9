import { readable } from '../chart/number-text.ts';
import { lostAbove, type Values } from './settings.ts';

/** What the training picture tells. */
export interface TrainingTold extends Pick<Values, 'clip' | 'threshold'> {
  readonly steps: number;
  /** Mean loss of the last steps, clipped and not. */
  readonly end: number;
  readonly unclippedEnd: number;
  /** Step at which the unclipped loss left the picture, or −1. */
  readonly lostAt: number;
}

/** What the picture of the cliff tells. */
export interface CliffTold {
  readonly threshold: number;
  readonly end: number;
  /** Where the first unclipped step leads. */
  readonly jump: number;
}

/** Loss of an RNN that always answers 0: it has learnt nothing. */
const guessing = 1;
const learns = ({ end }: TrainingTold) => end < 0.5 * guessing;

const whole = (value: number) => Math.round(value).toLocaleString('en-US').replace('-', '−');

/** The words of both pictures. */
export const wordsIn = {
  en: {
    trained: (told: TrainingTold) => {
      const end = readable(told.end);
      const how = told.clip === 'norm' ? `norm ${told.threshold}` : `±${told.threshold}`;
      if (told.lostAt >= 0 && learns(told))
        return `Clipped to ${how} the RNN learns; without clipping the loss explodes at step ${told.lostAt}`;
      if (told.lostAt >= 0) return `Clipping keeps the loss from exploding, but it stays at ${end}`;
      if (!learns(told)) return `Clipping cannot revive a vanished gradient: the loss stays at ${end}`;
      return `Nothing explodes here: loss ${end} with clipping, ${readable(told.unclippedEnd)} without`;
    },
    task: (gain: number) => `tanh RNN, gain ${readable(gain)}: recall the first sign after 40 steps`,
    step: 'training step',
    loss: 'loss',
    clipped: ({ end }: TrainingTold) => `clipped\n${readable(end)}`,
    unclipped: ({ unclippedEnd }: TrainingTold) => `not clipped\n${readable(unclippedEnd)}`,
    lost: ({ lostAt }: TrainingTold) => `not clipped: lost at step ${lostAt}`,
    trainedAlt: (told: TrainingTold) =>
      `Line chart on a logarithmic axis: the loss in ${told.steps} training steps. With clipping it ends at ` +
      `${readable(told.end)}; without, it ` +
      `${told.lostAt >= 0 ? `passes ${lostAbove} at step ${told.lostAt}` : `ends at ${readable(told.unclippedEnd)}`}.`,
    landed: ({ threshold, end, jump }: CliffTold) =>
      `Clipped to ${threshold}, w walks down to ${end.toFixed(3)}; unclipped, it jumps to ${whole(jump)}`,
    cliff: 'loss (w³⁰ − ½)², learning rate 0.01, start at w = 1.25',
    weight: 'weight w',
    lossCurve: 'loss',
    start: ({ jump }: CliffTold) => `not clipped: next w = ${whole(jump)}`,
    landing: ({ end }: CliffTold) => end.toFixed(3),
    landedAlt: ({ threshold, end, jump }: CliffTold) =>
      `Line chart on a logarithmic axis: a loss that rises like a cliff in one weight, and the weights on the way ` +
      `down with the gradient clipped to ${threshold}, in equal steps from 1.25 to ${end.toFixed(3)}. ` +
      `Without clipping the first step leads to ${whole(jump)}, far outside the picture.`,
  },
  zh: {
    trained: (told: TrainingTold) => {
      const end = readable(told.end);
      const how = told.clip === 'norm' ? `范数裁剪到 ${told.threshold}` : `按值裁剪到 ±${told.threshold}`;
      if (told.lostAt >= 0 && learns(told))
        return `${how}，RNN 学会了；不裁剪，第 ${told.lostAt} 步损失就爆炸`;
      if (told.lostAt >= 0) return `裁剪挡住了爆炸，但损失停在 ${end}，没学会`;
      if (!learns(told)) return `裁剪救不回消失的梯度：裁不裁，损失都停在 ${end}`;
      return `这里没有爆炸：裁剪后损失 ${end}，不裁剪 ${readable(told.unclippedEnd)}`;
    },
    task: (gain: number) => `tanh RNN，增益 ${readable(gain)}：40 步后说出第一个输入的正负`,
    step: '训练步数',
    loss: '损失',
    clipped: ({ end }: TrainingTold) => `裁剪\n${readable(end)}`,
    unclipped: ({ unclippedEnd }: TrainingTold) => `不裁剪\n${readable(unclippedEnd)}`,
    lost: ({ lostAt }: TrainingTold) => `不裁剪：第 ${lostAt} 步爆炸`,
    trainedAlt: (told: TrainingTold) =>
      `对数坐标折线图：训练 ${told.steps} 步中的损失。裁剪后最后是 ${readable(told.end)}；不裁剪，` +
      `${told.lostAt >= 0 ? `第 ${told.lostAt} 步超过 ${lostAbove}` : `最后是 ${readable(told.unclippedEnd)}`}。`,
    landed: ({ threshold, end, jump }: CliffTold) =>
      `裁剪到 ${threshold}，w 一步步走到 ${end.toFixed(3)}；不裁剪，一步跳到 ${whole(jump)}`,
    cliff: '损失 (w³⁰ − ½)²，学习率 0.01，从 w = 1.25 出发',
    weight: '权重 w',
    lossCurve: '损失',
    start: ({ jump }: CliffTold) => `不裁剪：下一步 w = ${whole(jump)}`,
    landing: ({ end }: CliffTold) => end.toFixed(3),
    landedAlt: ({ threshold, end, jump }: CliffTold) =>
      `对数坐标折线图：损失随一个权重像悬崖一样升高。梯度裁剪到 ${threshold} 时，权重从 1.25 等步长走到 ` +
      `${end.toFixed(3)}；不裁剪，第一步就到 ${whole(jump)}，远在图外。`,
  },
};
