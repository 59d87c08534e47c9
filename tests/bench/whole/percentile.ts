/** The value below which a share of the times lies; times in milliseconds, in any order. */
export function percentile(timesMs: readonly number[], share: number): number {
  const sorted = [...timesMs].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** One line of a bench's table. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  /** What the figure is held against: a target, or a bare loop beside it. */
  readonly beside: string;
}

/** Prints figures as a table with aligned columns. */
export function printFigures(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const valueWidth = Math.max(...figures.map(({ value }) => value.length));
  for (const { what, value, beside } of figures) {
    process.stdout.write(`${what.padEnd(width)}  ${value.padStart(valueWidth)}  ${beside}\n`);
  }
}
