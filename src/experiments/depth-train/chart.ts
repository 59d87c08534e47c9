import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { lineChart } from '../chart/line-chart.ts';
import { readable } from '../chart/number-text.ts';
import { countAxis, powerAxis, type ValueAxis } from '../chart/value-axis.ts';
import type { Trained, TrainTrace } from './run.ts';
import { chance, isStuck } from './settings.ts';
import { systemName } from './system-name.ts';

/** The losses of two deep networks in training. */
export function describeChart({ steps, subject, other }: TrainTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const [name, otherName] = [systemName(subject.network, language), systemName(other.network, language)];
  const [loss, otherLoss] = [lastOf(subject), lastOf(other)];
  const told = { name, otherName, loss, otherLoss, depth: subject.network.depth, steps };
  const curve = ({ losses }: Trained) => losses.map((y, step) => ({ x: step + 1, y }));
  return {
    title: words.finding(told),
    subtitle: words.setting(told),
    alt: words.alt(told),
    spec: lineChart({
      x: { title: words.step, axis: countAxis(0, steps) },
      y: { title: words.loss, axis: lossAxis([...subject.losses, ...other.losses]) },
      lines: [
        {
          tone: 'reference',
          isDashed: true,
          label: words.guessing,
          points: [0, steps].map((x) => ({ x, y: chance })),
        },
        { tone: 'series-1', label: `${otherName}\n${digits(otherLoss)}`, points: curve(other) },
        { tone: 'subject', label: `${name}\n${digits(loss)}`, points: curve(subject) },
      ],
    }),
  };
}

/** Powers of ten up to 1, and above it no more than is needed: every curve begins near guessing. */
function lossAxis(losses: readonly number[]): ValueAxis {
  const axis = powerAxis(losses.map((loss) => Math.min(loss, 1)));
  return { ...axis, domain: [axis.domain[0], Math.log10(Math.max(chance, ...losses))] };
}

const lastOf = ({ losses }: Trained) => losses.at(-1) ?? Number.NaN;
const digits = (loss: number) => readable(Number(loss.toPrecision(2)));

interface Told {
  readonly name: string;
  readonly otherName: string;
  readonly loss: number;
  readonly otherLoss: number;
  readonly depth: number;
  readonly steps: number;
}

const wordsIn = {
  en: {
    finding: ({ name, otherName, loss, otherLoss, depth }: Told) => {
      const [own, others] = [digits(loss), digits(otherLoss)];
      if (isStuck(loss))
        return `${depth} layers of ${name} do not learn: loss ${own}; ${otherName}: ${others}`;
      if (loss < otherLoss)
        return `${name} trains ${depth} layers down to loss ${own}; ${otherName}: ${others}`;
      return `${depth} layers of ${name} lag behind at loss ${own}; ${otherName}: ${others}`;
    },
    setting: ({ depth, steps }: Told) =>
      `${depth} layers × 24, 256 points, 3 classes, Adam 0.003, ${steps} steps`,
    step: 'training step',
    loss: 'training loss',
    guessing: 'guessing\n1.1',
    alt: ({ name, otherName, loss, otherLoss, depth, steps }: Told) =>
      `Line chart on a logarithmic axis: the training loss of two networks of ${depth} layers over ${steps} steps. ` +
      `${name} ends at ${digits(loss)}, ${otherName} at ${digits(otherLoss)}; guessing costs ${readable(chance)}.`,
  },
  zh: {
    finding: ({ name, otherName, loss, otherLoss, depth }: Told) => {
      const [own, others] = [digits(loss), digits(otherLoss)];
      if (isStuck(loss)) return `${depth} 层 ${name} 学不动，损失 ${own}；${otherName}：${others}`;
      if (loss < otherLoss) return `${depth} 层 ${name} 的训练损失降到 ${own}；${otherName}：${others}`;
      return `${depth} 层 ${name} 降得慢：损失 ${own}；${otherName}：${others}`;
    },
    setting: ({ depth, steps }: Told) => `${depth} 层 × 24，256 个点，3 类，Adam 0.003，${steps} 步`,
    step: '训练步数',
    loss: '训练损失',
    guessing: '瞎猜\n1.1',
    alt: ({ name, otherName, loss, otherLoss, depth, steps }: Told) =>
      `对数坐标折线图：两个 ${depth} 层网络在 ${steps} 步训练中的损失。${name} 最后是 ${digits(loss)}，` +
      `${otherName} 是 ${digits(otherLoss)}；瞎猜的损失是 ${readable(chance)}。`,
  },
};
