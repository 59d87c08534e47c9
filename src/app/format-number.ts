/** A share 0..1 as whole per cent. */
export function formatPercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Whole numbers up to here are counts and written to the digit. */
const largestCount = 1e12;

/** A measured number as one would write it: counts to the digit, else 3 significant digits, powers of ten beyond 10⁻³…10⁵. */
export function formatMeasure(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) <= largestCount) {
    return withMinus(value.toLocaleString('en-US'));
  }
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  const magnitude = Math.abs(value);
  if (magnitude >= 1e-3 && magnitude < 1e5) return withMinus(String(Number(value.toPrecision(3))));
  const [mantissa = '', exponent = ''] = value.toExponential(1).split('e');
  return `${withMinus(mantissa)}·10${superscript(exponent.replace('+', ''))}`;
}

/** Bounds of a measure in words; a bound of 0 below or of `Number.MAX_VALUE` above is none. */
export function formatRange(
  low: number,
  high: number,
  words: { readonly atMost: string; readonly atLeast: string; readonly to: string },
): string {
  if (formatMeasure(low) === formatMeasure(high)) return formatMeasure(low);
  if (high === Number.MAX_VALUE) return `${words.atLeast} ${formatMeasure(low)}`;
  if (low === 0) return `${words.atMost} ${formatMeasure(high)}`;
  return `${formatMeasure(low)} ${words.to} ${formatMeasure(high)}`;
}

function withMinus(text: string): string {
  return text.replace('-', '−');
}

function superscript(digits: string): string {
  return [...digits].map((digit) => (digit === '-' ? '⁻' : (superscripts[Number(digit)] ?? digit))).join('');
}

const superscripts = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
