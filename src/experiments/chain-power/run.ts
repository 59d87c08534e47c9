import type { Bench, Run } from '../experiment.ts';
import type { PowerTrace, ProductCurve } from './chart.ts';
import type { PowerMeasure, Values } from './settings.ts';

/** Constant factors to hold a product against. */
const references = [0.9, 0.99, 1.01, 1.1];

/** Multiplies the factors one by one, as backpropagation does. */
export function runChainPower(values: Values, { checkpoint }: Bench): Run<PowerMeasure, PowerTrace> {
  const { factors, factor, depth } = values;
  checkpoint();
  const subject =
    factors === 'constant'
      ? multiply({ factor }, depth)
      : multiply({ factor: undefined }, depth, (k) => 1 - 1 / (k + 1) ** 2);
  const others = references.filter((each) => factors !== 'constant' || each !== factor);
  return {
    measures: { product: subject.products.at(-1) ?? 1 },
    trace: { subject, references: others.map((each) => multiply({ factor: each }, depth)) },
  };
}

/** Products of the first 1, 2, … `depth` factors; `factorAt` counts layers from 1. */
function multiply(
  { factor }: Pick<ProductCurve, 'factor'>,
  depth: number,
  factorAt: (layer: number) => number = () => factor ?? 1,
): ProductCurve {
  const products: number[] = [];
  let product = 1;
  for (let layer = 1; layer <= depth; layer++) {
    product *= factorAt(layer);
    products.push(product);
  }
  return { factor, products };
}
