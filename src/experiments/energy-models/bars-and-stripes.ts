import type { State } from './states.ts';

/** Pixels of an image. */
export const pixels = 9;

/**
 * The 14 images of 3×3 pixels made of whole rows or whole columns (MacKay 2003, §43). A model that knows them and
 * nothing else has a negative log-likelihood of ln 14 = 2.639 nats; one that knows nothing, 9 ln 2 = 6.238.
 */
export const patterns: readonly State[] = [
  ...new Set(Array.from({ length: 8 }, (_, lines) => [rows(lines), columns(lines)]).flat()),
];

/** Lowest possible mean negative log-likelihood, in nats. */
export const floor = Math.log(patterns.length);

function rows(lines: number): State {
  return paint((row) => ((lines >> row) & 1) === 1);
}

function columns(lines: number): State {
  return paint((_, column) => ((lines >> column) & 1) === 1);
}

function paint(isOn: (row: number, column: number) => boolean): State {
  let image = 0;
  for (let pixel = 0; pixel < pixels; pixel++) {
    if (isOn(Math.floor(pixel / 3), pixel % 3)) image |= 1 << pixel;
  }
  return image;
}
