import { type Expected, unbounded } from '../experiment.ts';
import { contrast } from './contrast.ts';
import type { Network, TrainMeasure, Values } from './settings.ts';

/** Bounds of the loss, at one depth after so many steps. */
interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

const withShortcuts = 0.05;
const [degradation, identity] = ['He et al. 2016a, fig. 1: degradation', 'He et al. 2016b'];

/** By activation, norm and skip: at 20 layers and up to 80 steps, and at 30 layers and 100 steps. */
const rows: Readonly<Record<string, readonly [at20: Bounds, at30: Bounds]>> = {
  'sigmoid none none': both({
    low: 0.95,
    high: unbounded,
    source: 'Glorot & Bengio 2010: sigmoid nets stay at chance, ln 3',
  }),
  'sigmoid batch none': both({ low: 0, high: 0.3, source: 'Ioffe & Szegedy 2015, §4.2.2' }),
  'sigmoid none highway': [below(0.35, 'Srivastava et al. 2015'), below(0.3, 'Srivastava et al. 2015')],
  'relu batch none': [
    // Above what the same layers stay below with shortcuts; where exactly it ends, rounding decides.
    { low: withShortcuts, high: unbounded, source: degradation },
    { low: 0.4, high: unbounded, source: degradation },
  ],
  'relu batch resnet-v1': both(below(withShortcuts, 'He et al. 2016a')),
  'relu batch resnet-v2': both(below(withShortcuts, identity)),
};

/** Steps from which the bounds at 20 layers hold; they were measured after 80. */
const heldFrom: Readonly<Record<Network['activation'], number>> = { relu: 40, sigmoid: 80, tanh: 80 };

function both(bounds: Bounds): [Bounds, Bounds] {
  return [bounds, bounds];
}

function below(high: number, source: string): Bounds {
  return { low: 0, high, source };
}

/** What is known of both networks at the two sizes they were measured at. */
export function expectLosses({ steps, ...network }: Values): Expected<TrainMeasure>[] {
  return [...expectLoss('finalLoss', network, steps), ...expectLoss('otherLoss', contrast(network), steps)];
}

function expectLoss(
  measure: TrainMeasure,
  { activation, norm, skip, depth }: Network,
  steps: number,
): Expected<TrainMeasure>[] {
  const [at20, at30] = rows[`${activation} ${norm} ${skip}`] ?? [];
  const isTrained = heldFrom[activation] <= steps && steps <= 80;
  if (at20 !== undefined && depth === 20 && isTrained) return [{ measure, ...at20 }];
  if (at30 !== undefined && depth === 30 && steps === 100) return [{ measure, ...at30 }];
  return [];
}
