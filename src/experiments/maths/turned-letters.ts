import type { Random } from './random.ts';

/** Images of one letter in one of four quarter turns, which is what is to be told. */
export interface Images {
  /** Row by row, image after image, `imageSide`² numbers each. */
  readonly pixels: Float32Array;
  /** Quarter turns, 0 to 3. */
  readonly labels: Int32Array;
}

/** Pixels along each side of an image. */
export const imageSide = 10;

/** Classes to tell apart. */
export const turns = 4;

/** Standard deviation of the noise on every pixel; the letter is 1. */
const noise = 0.3;

const upright = [
  [1, 1, 1],
  [0, 1, 0],
  [0, 1, 0],
];
const letters = turnsOf(upright);

/** Draws a T of 3 × 3 pixels in noise, anywhere in the image or always in its centre. */
export function drawImages(random: Random, count: number, place: 'anywhere' | 'centre'): Images {
  const pixels = random.normals(count * imageSide ** 2, noise);
  const labels = new Int32Array(count);
  const room = imageSide - upright.length;
  const corner = () => (place === 'centre' ? Math.floor(room / 2) : random.integer(room + 1));
  for (let image = 0; image < count; image++) {
    const label = random.integer(turns);
    const [top, left] = [corner(), corner()];
    labels[image] = label;
    for (const [row, values] of (letters[label] ?? []).entries()) {
      for (const [column, value] of values.entries()) {
        const at = (image * imageSide + top + row) * imageSide + left + column;
        pixels[at] = (pixels[at] ?? 0) + value;
      }
    }
  }
  return { pixels, labels };
}

type Letter = readonly (readonly number[])[];

function turnsOf(letter: Letter): Letter[] {
  const turned = [letter];
  while (turned.length < turns) turned.push(quarterTurn(turned.at(-1) ?? letter));
  return turned;
}

function quarterTurn(letter: Letter): Letter {
  return letter.map((_, column) => letter.map((row) => row[column] ?? 0).reverse());
}
