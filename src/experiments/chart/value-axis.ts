import { powerOfTen, readable } from './number-text.ts';

/** How values are laid out along one side of a chart, and what is written there. */
export interface ValueAxis {
  /** Where a value stands, in the units of `domain`. */
  position(value: number): number;
  readonly domain: readonly [low: number, high: number];
  /** Where a bar begins, in the same units: 0, or the low end where there is no 0. */
  readonly origin: number;
  /** Positions of the ticks, with what is written at each. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** Most ticks that can be read at phone size. */
const mostTicks = 7;
/** Steps between powers of ten that a reader can count in. */
const exponentSteps = [1, 2, 3, 4, 5, 6, 10, 15, 20, 50, 100];

/**
 * A logarithmic axis; positions are exponents of ten. Always spans two of them, so that noise does not look like a trend.
 * A 0 stands on the floor and ∞ or NaN on the ceiling, each a step outside the other values and labelled as such.
 */
export function powerAxis(values: readonly number[]): ValueAxis {
  const exponents = values.filter((value) => value > 0 && Number.isFinite(value)).map(Math.log10);
  const [low, high] = wholePowers(exponents.length > 0 ? exponents : [0]);
  const step = exponentSteps.find((each) => (high - low) / each < mostTicks) ?? high - low;
  const ticks: { at: number; label: string }[] = [];
  for (let at = Math.ceil(low / step) * step; at <= high; at += step) {
    ticks.push({ at, label: at === 0 ? '1' : powerOfTen(at) });
  }
  const floor = values.some((value) => value === 0) ? low - step : low;
  const ceiling = values.some((value) => !Number.isFinite(value)) ? high + step : high;
  if (floor < low) ticks.unshift({ at: floor, label: '0' });
  if (ceiling > high) ticks.push({ at: ceiling, label: '∞' });
  return {
    domain: [floor, ceiling],
    origin: floor,
    ticks,
    position: (value) => {
      if (value === 0) return floor;
      return value > 0 && Number.isFinite(value) ? Math.log10(value) : ceiling;
    },
  };
}

/**
 * A linear axis that holds every finite value, rounded out to steps of 1, 2 or 5. It holds 0 as well unless told not to:
 * lengths need it, places may go without.
 */
export function linearAxis(values: readonly number[], holdsZero = true): ValueAxis {
  const finite = values.filter(Number.isFinite);
  if (holdsZero || finite.length === 0) finite.push(0);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const step = high === low ? 1 : readableStep((high - low) / (mostTicks - 1));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => {
    const at = Number(((first + index) * step).toPrecision(12));
    return { at, label: readable(at) };
  });
  return {
    domain: [first * step, last * step],
    origin: holdsZero ? 0 : first * step,
    ticks,
    position: (value) => value,
  };
}

/** A linear axis over whole numbers, such as layers or steps, with ticks at both ends. */
export function countAxis(first: number, last: number): ValueAxis {
  const step = Math.max(1, readableStep((last - first) / (mostTicks - 1)));
  const between: number[] = [];
  for (let at = (Math.floor(first / step) + 1) * step; at <= last - 0.6 * step; at += step) between.push(at);
  const ticks = first === last ? [first] : [first, ...between.filter((at) => at - first >= 0.6 * step), last];
  return {
    domain: [first, Math.max(last, first + 1)],
    origin: first,
    ticks: ticks.map((at) => ({ at, label: String(at) })),
    position: (value) => value,
  };
}

function wholePowers(exponents: readonly number[]): [low: number, high: number] {
  // A value that is a power of ten up to rounding needs no further power.
  const low = Math.floor(Math.min(...exponents) + 1e-6);
  const high = Math.ceil(Math.max(...exponents) - 1e-6);
  return high - low < 2 ? [low - 1, Math.max(high, low + 1)] : [low, high];
}

function readableStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return step * power;
}
