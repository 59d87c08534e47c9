import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { type Line, lineChart } from '../chart/line-chart.ts';
import { fold, readable } from '../chart/number-text.ts';
import { countAxis, powerAxis } from '../chart/value-axis.ts';

/** The product asked for, and products of other constant factors to hold it against. */
export interface PowerTrace {
  readonly subject: ProductCurve;
  readonly references: readonly ProductCurve[];
}

/** What is left after every layer. */
export interface ProductCurve {
  /** Absent where every layer has its own: 1 − 1/k², from k = 2. */
  readonly factor: number | undefined;
  readonly products: readonly number[];
}

/** Products of many factors near one. */
export function describeChart({ subject, references }: PowerTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const depth = subject.products.length;
  const curves = [...references, subject];
  const last = lastOf(subject);
  return {
    title: words.finding(nameOf(subject), last, depth),
    subtitle: words.setting,
    alt: words.alt(nameOf(subject), last, depth, references.map(told).join(words.and)),
    spec: lineChart({
      x: { title: words.layers, axis: countAxis(0, depth) },
      y: {
        title: words.product,
        axis: powerAxis(curves.flatMap(({ products }) => [1, products.at(-1) ?? 1])),
      },
      lines: curves.map((curve) => toLine(curve, curve === subject ? 'subject' : 'reference')),
    }),
  };
}

/** Enough for a smooth curve. */
const mostPoints = 120;

const lastOf = ({ products }: ProductCurve) => products.at(-1) ?? 1;
const nameOf = ({ factor }: ProductCurve) => (factor === undefined ? '∏(1−1/k²)' : `${factor}ⁿ`);
const told = (curve: ProductCurve) => `${nameOf(curve)} = ${readable(lastOf(curve))}`;

function toLine(curve: ProductCurve, tone: Line['tone']): Line {
  const { products } = curve;
  const stride = Math.ceil(products.length / mostPoints);
  const shown = products
    .map((product, index) => ({ x: index + 1, y: product }))
    .filter(({ x }) => x % stride === 0 || x === products.length);
  return { tone, label: told(curve), points: [{ x: 0, y: 1 }, ...shown] };
}

const wordsIn = {
  en: {
    finding: (name: string, last: number, depth: number) => {
      if (last < 0.1) return `${name}: after ${depth} layers the gradient is ${fold(last)} times smaller`;
      if (last > 10) return `${name}: after ${depth} layers the gradient is ${fold(last)} times larger`;
      return `${name}: after ${depth} layers ${readable(last)} of the gradient is left`;
    },
    setting: 'a factor per layer, multiplied up as the chain rule does',
    layers: 'layers',
    product: 'product of the factors',
    and: ', ',
    alt: (name: string, last: number, depth: number, others: string) =>
      `Line chart on a logarithmic axis: products of up to ${depth} factors. ${name} ends at ${readable(last)}; ` +
      `for comparison ${others}.`,
  },
  zh: {
    finding: (name: string, last: number, depth: number) => {
      if (last < 0.1) return `${name}：连乘 ${depth} 层，梯度缩小到 1/${fold(last)}`;
      if (last > 10) return `${name}：连乘 ${depth} 层，梯度放大 ${fold(last)} 倍`;
      return `${name}：连乘 ${depth} 层，梯度是原来的 ${readable(last)} 倍`;
    },
    setting: '每层一个因子，像链式法则那样连乘',
    layers: '层数',
    product: '因子的乘积',
    and: '，',
    alt: (name: string, last: number, depth: number, others: string) =>
      `对数坐标折线图：最多 ${depth} 个因子的乘积。${name} 最后是 ${readable(last)}；作为对照，${others}。`,
  },
};
