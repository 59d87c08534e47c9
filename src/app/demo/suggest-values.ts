import type { ParameterInfo, ParameterValue } from '../ports/laboratory.ts';

/** A menu of more values than this is no help. */
const mostValues = 12;

/** Values of a parameter worth offering in a menu, in order, the default among them; never more than twelve numbers. */
export function suggestValues({
  kind,
  choices,
  range,
  default: usual,
}: ParameterInfo): readonly ParameterValue[] {
  if (kind === 'boolean') return [true, false];
  if (range === undefined || typeof usual !== 'number') return choices ?? [usual];
  const [low, high] = range;
  const isWhole = kind === 'integer';
  if (isWhole && high - low < mostValues)
    return Array.from({ length: high - low + 1 }, (_, step) => low + step);
  const between = low > 0 && high / low >= 20 ? decades(low, high) : steps(low, high, isWhole);
  const inRange = between.filter(
    (value) => value > low && value < high && (!isWhole || Number.isInteger(value)),
  );
  return thinned(
    [...new Set([low, ...inRange, usual, high])].sort((a, b) => a - b),
    usual,
  );
}

/** 1, 2, 5, 10, 20, … between two positive numbers: what feels evenly spaced over several powers of ten. */
function decades(low: number, high: number): readonly number[] {
  const first = Math.floor(Math.log10(low));
  const count = Math.ceil(Math.log10(high)) - first + 1;
  // Through text, because 10 ** -3 * 2 is not the double that one means by 0.002.
  return Array.from({ length: count }, (_, step) => first + step).flatMap((power) =>
    [1, 2, 5].map((digit) => Number(`${digit}e${power}`)),
  );
}

/** Multiples of a round step, about eight to the range. */
function steps(low: number, high: number, isWhole: boolean): readonly number[] {
  const rough = (high - low) / 8;
  const power = Math.floor(Math.log10(rough));
  const digit = [1, 2, 5, 10].find((each) => each * 10 ** power >= rough) ?? 10;
  const step = isWhole ? Math.max(1, Math.round(digit * 10 ** power)) : digit * 10 ** power;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(6)),
  );
}

/** Every second value, as often as it takes; the ends and the default stay. */
function thinned(values: readonly number[], usual: number): readonly number[] {
  if (values.length <= mostValues) return values;
  const last = values.length - 1;
  return thinned(
    values.filter((value, index) => index % 2 === 0 || index === last || value === usual),
    usual,
  );
}
