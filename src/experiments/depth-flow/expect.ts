import { type Expected, unbounded } from '../experiment.ts';
import type { Network } from './network.ts';
import type { FlowMeasure } from './settings.ts';

/** Bounds of the ratio for one kind of network. */
interface Row {
  readonly low: number;
  readonly high: number;
  /** Theoretical factor per layer; with it the bounds, given for 20 layers, follow the depth. */
  readonly perLayer?: number;
  readonly source: string;
}

/** Depth the bounds were measured at. */
const measuredDepth = 20;
/** Growth per layer of a plain ReLU net under BN: √(π/(π−1)) (Yang et al. 2019). */
const batchNormGrowth = Math.sqrt(Math.PI / (Math.PI - 1));

/** By activation, init, norm and skip. */
const rows: Readonly<Record<string, Row>> = {
  'sigmoid xavier none none': {
    low: 0,
    high: 1e-11,
    perLayer: 0.25,
    source: 'Bengio et al. 1994: ≤ max σ′ = 0.25 per layer',
  },
  'tanh xavier none none': { low: 0.05, high: 1, source: 'tanh′(0) = 1 (Glorot & Bengio 2010)' },
  'tanh gain-3 none none': { low: 50, high: unbounded, source: 'chaotic phase (Schoenholz et al. 2017)' },
  'relu he none none': { low: 0.1, high: 10, perLayer: 1, source: 'He et al. 2015, eq. 14: 1' },
  'relu xavier none none': {
    low: 3e-4,
    high: 6e-3,
    perLayer: Math.SQRT1_2,
    source: 'He et al. 2015: 2^(−½) per layer',
  },
  'leaky-relu he none none': {
    low: 0.1,
    high: 10,
    perLayer: 1,
    source: 'Maas et al. 2013; He et al. 2015: ≈ 1',
  },
  'prelu he none none': {
    low: 0.5,
    high: 8,
    perLayer: Math.sqrt(1.0625),
    source: 'He et al. 2015: √1.0625 per layer',
  },
  'rrelu he none none': { low: 0.5, high: 8, source: 'Xu et al. 2015' },
  'elu lecun none none': { low: 0.03, high: 1, source: 'Clevert et al. 2016' },
  'selu lecun none none': { low: 0.5, high: 6, source: 'Klambauer et al. 2017: ≈ 1' },
  'linear orthogonal none none': { low: 0.999, high: 1.001, perLayer: 1, source: 'Saxe et al. 2014: 1' },
  'sigmoid xavier batch none': { low: 0.5, high: 6, source: 'Ioffe & Szegedy 2015' },
  'relu he batch none': {
    low: 20,
    high: 80,
    perLayer: batchNormGrowth,
    source: 'Yang et al. 2019: 1.2112 per layer',
  },
  'relu he layer none': { low: 0.2, high: 6, source: 'Ba et al. 2016' },
  'sigmoid xavier none highway': { low: 0.02, high: 0.5, source: 'Srivastava et al. 2015' },
  'relu he none highway': { low: 0.02, high: 0.5, source: 'Srivastava et al. 2015' },
  'relu he batch resnet-v1': { low: 2, high: 15, source: 'He et al. 2016a' },
  'relu he batch resnet-v2': { low: 2, high: 10, source: 'He et al. 2016b' },
  'relu he none resnet-v2': { low: 10, high: unbounded, source: 'variance doubles per block: 2^4.5' },
};

/** What is known about a network before it runs; nothing, for many. */
export function expectFlow({ activation, init, norm, skip, depth }: Network): Expected<FlowMeasure>[] {
  const row = rows[`${activation} ${init} ${norm} ${skip}`];
  if (row === undefined || (row.perLayer === undefined && depth !== measuredDepth)) return [];
  const shift = (row.perLayer ?? 1) ** (depth - measuredDepth);
  const ratio = {
    measure: 'ratio',
    low: row.low * shift,
    high: row.high * shift,
    source: row.source,
  } as const;
  if (skip !== 'resnet-v2' || norm !== 'batch') return [ratio];
  return [ratio, { measure: 'lastMeanSquare', low: 9.5, high: 12.5, source: 'He et al. 2016b: 1 + blocks' }];
}
