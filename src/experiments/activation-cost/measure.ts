import type { Random } from '../maths/random.ts';
import { type Kernel, kernels, multiply } from './kernels.ts';
import type { Values } from './settings.ts';

/** Samples that go through the layer together. */
const batch = 32;
/** Each part is timed this often, in turn with the others, and the fastest counts: whatever else the machine does only adds. */
const rounds = 5;
/** Elements per timing of an activation; fewer would be too quick for the clock. */
const leastElements = 65_536;

/** Nanoseconds per output of the layer, forwards and backwards. */
export interface Cost {
  readonly forward: number;
  readonly backward: number;
}

/** What a fully connected layer spends on its products and would spend on each activation. */
export interface LayerCosts {
  readonly product: Cost;
  readonly activations: Readonly<Record<Values['activation'], Cost>>;
  /** Of the backward pass that starts from the input again. */
  readonly recomputed: Readonly<Record<Values['activation'], number>>;
}

/** Times the parts of a layer with a clock of milliseconds. */
export function measureLayer(
  width: number,
  random: Random,
  clock: () => number,
  checkpoint: () => void,
): LayerCosts {
  const parts = partsOf(width, random).map((part) => ({ ...part, nanoseconds: [] as number[] }));
  for (let round = 0; round <= rounds; round++) {
    for (const { work, nanoseconds } of parts) {
      checkpoint();
      const startedMs = clock();
      const outputs = work();
      const tookNs = (clock() - startedMs) * 1e6;
      // The first round is for the compiler.
      if (round > 0) nanoseconds.push(tookNs / outputs);
    }
  }
  const of = (name: string) => Math.min(...(parts.find((part) => part.name === name)?.nanoseconds ?? []));
  const cost = (name: string): Cost => ({ forward: of(name), backward: of(`${name} back`) });
  return {
    product: { forward: of('product'), backward: of('product for inputs') + of('product for weights') },
    activations: { sigmoid: cost('sigmoid'), tanh: cost('tanh'), relu: cost('relu') },
    recomputed: {
      sigmoid: of('sigmoid from input'),
      tanh: of('tanh from input'),
      relu: of('relu from input'),
    },
  };
}

interface Part {
  readonly name: string;
  /** Runs it; returns how many outputs of the layer it worked for. */
  readonly work: () => number;
}

function partsOf(width: number, random: Random): Part[] {
  const elements = batch * width;
  const [x, dy, weights] = [random.normals(elements), random.normals(elements), random.normals(width ** 2)];
  const [y, dx, slopes] = [
    new Float32Array(elements),
    new Float32Array(elements),
    new Float32Array(width ** 2),
  ];
  const repeats = Math.ceil(leastElements / elements);
  const part = (name: string, times: number, work: () => void): Part => ({
    name,
    work: () => {
      for (let i = 0; i < times; i++) work();
      return times * elements;
    },
  });
  const ofActivation = ([name, kernel]: [string, Kernel]) => [
    part(name, repeats, () => kernel.forward(x, y)),
    // From the output of its own forward pass, which ran just before.
    part(`${name} back`, repeats, () => kernel.backward(y, dy, dx)),
    part(`${name} from input`, repeats, () => kernel.backwardFromInput(x, dy, dx)),
  ];
  return [
    part('product', 1, () => multiply(x, weights, dx, width, width)),
    // Two backwards, for the gradients of inputs and weights; as far as time goes, a matrix is its own transpose.
    part('product for inputs', 1, () => multiply(dy, weights, dx, width, width)),
    part('product for weights', 1, () => multiply(x, dy, slopes, batch, width)),
    ...Object.entries(kernels).flatMap(ofActivation),
  ];
}
