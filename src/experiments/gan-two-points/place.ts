/** What became of fakes that were to move from their start to the real points at 0. */
export type Fate = 'stays' | 'arrives' | 'elsewhere';

/** A tenth of the way is as good as none, and within a third of it is there. */
export function fateOf(end: number, start: number): Fate {
  const left = Math.abs(end) / start;
  if (left <= 0.3) return 'arrives';
  return left >= 0.9 && left <= 1.1 ? 'stays' : 'elsewhere';
}

/** A place on the line: 2.00, −0.10. */
export function placeText(theta: number): string {
  const text = Math.abs(theta).toFixed(2);
  return theta < 0 && Number(text) > 0 ? `−${text}` : text;
}
