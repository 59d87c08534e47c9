const superscripts = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/** An integer power of ten with real superscripts: −6 → "10⁻⁶". */
export function powerOfTen(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)] ?? '').join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

/** A number as a reader wants it, to two or three digits: 0.794, 38.1, 1.2×10⁻¹², 0, ∞. */
export function readable(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size === 0) return '0';
  if (size === Number.POSITIVE_INFINITY) return `${sign}∞`;
  if (size >= 1e-3 && size < 1e5) return sign + plain(size);
  // toExponential rounds the mantissa, so 9.96e-4 is already 1.0e-3 here.
  const [mantissa = '', exponent = '0'] = size.toExponential(1).split('e');
  return `${sign}${mantissa}×${powerOfTen(Number(exponent))}`;
}

/** How many times something grew or shrank: "770", "3,800", "10¹²". */
export function fold(factor: number): string {
  const times = factor < 1 ? 1 / factor : factor;
  if (times >= 1e4) return powerOfTen(Math.round(Math.log10(times)));
  return plain(Number(times.toPrecision(2)));
}

function plain(size: number): string {
  if (size >= 1000) return Math.round(size).toLocaleString('en-US');
  return String(Number(size.toPrecision(3)));
}
