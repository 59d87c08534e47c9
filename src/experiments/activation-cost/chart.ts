import type { Language } from '../../core/question/language.ts';
import { barChart } from '../chart/bar-chart.ts';
import type { ChartDescription } from '../chart/description.ts';
import { readable } from '../chart/number-text.ts';
import { linearAxis } from '../chart/value-axis.ts';
import type { Cost, LayerCosts } from './measure.ts';
import type { Values } from './settings.ts';

/** What was timed. */
export interface CostTrace extends Values {
  readonly costs: LayerCosts;
}

/** The activations beside the product they belong to, on one scale. */
export function describeChart({ activation, width, costs }: CostTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const { product, activations } = costs;
  const rows = [
    { name: words.product(width), cost: product },
    ...(['relu', 'sigmoid', 'tanh'] as const).map((name) => ({ name: names[name], cost: activations[name] })),
  ];
  const told: Told = {
    name: names[activation],
    width,
    overRelu: readable(twoDigits(activations[activation].forward / activations.relu.forward)),
    share: share(activations[activation], product),
  };
  return {
    title: activation === 'relu' ? words.findingRelu(told) : words.finding(told),
    subtitle: words.setting,
    alt: words.alt(rows.map(({ name, cost }) => words.told(name, text(cost.forward), text(cost.backward)))),
    spec: barChart({
      value: {
        title: words.time,
        // Beyond the longest bar is room for its label.
        axis: linearAxis([1.5 * Math.max(...rows.flatMap(({ cost }) => [cost.forward, cost.backward]))]),
      },
      rows: rows.map(({ name, cost }) => ({
        name,
        bars: [
          { value: cost.forward, tone: 'subject', text: words.forward(text(cost.forward)) },
          { value: cost.backward, tone: 'reference', text: words.backward(text(cost.backward)) },
        ],
      })),
    }),
  };
}

const names = { relu: 'ReLU', sigmoid: 'Sigmoid', tanh: 'tanh' } as const;
const twoDigits = (value: number) => Number(value.toPrecision(2));
const text = (nanoseconds: number) => readable(twoDigits(nanoseconds));

function share(activation: Cost, product: Cost): string {
  const own = activation.forward + activation.backward;
  const per = (100 * own) / (own + product.forward + product.backward);
  return `${per < 1 ? per.toFixed(1) : Math.round(per)}%`;
}

interface Told {
  readonly name: string;
  readonly width: number;
  readonly overRelu: string;
  readonly share: string;
}

const wordsIn = {
  en: {
    finding: ({ name, width, overRelu, share: part }: Told) =>
      `${name} takes ${overRelu} times as long as ReLU, and ${part} of a layer of ${width} units`,
    findingRelu: ({ width, share: part }: Told) => `ReLU takes ${part} of a layer of ${width} units`,
    setting: 'Fully connected layer in plain JavaScript, batch 32, on this machine',
    product: (width: number) => `product with ${width}×${width}`,
    forward: (time: string) => `${time} ns forward`,
    backward: (time: string) => `${time} ns backward`,
    time: 'nanoseconds per output of the layer',
    told: (name: string, forward: string, backward: string) =>
      `${name} ${forward} forward, ${backward} backward`,
    alt: (rows: readonly string[]) =>
      `Bar chart of nanoseconds per output of a fully connected layer, forward and backward: ${rows.join('; ')}.`,
  },
  zh: {
    finding: ({ name, width, overRelu, share: part }: Told) =>
      `${name} 耗时是 ReLU 的 ${overRelu} 倍，占 ${width} 单元一层的 ${part}`,
    findingRelu: ({ width, share: part }: Told) => `ReLU 占 ${width} 单元一层耗时的 ${part}`,
    setting: '纯 JavaScript 的全连接层，批大小 32，就在这台机器上',
    product: (width: number) => `乘 ${width}×${width} 矩阵`,
    forward: (time: string) => `前向 ${time} ns`,
    backward: (time: string) => `反向 ${time} ns`,
    time: '每个输出的纳秒数',
    told: (name: string, forward: string, backward: string) => `${name} 前向 ${forward}，反向 ${backward}`,
    alt: (rows: readonly string[]) => `条形图：全连接层每个输出前向与反向的纳秒数。${rows.join('；')}。`,
  },
};
