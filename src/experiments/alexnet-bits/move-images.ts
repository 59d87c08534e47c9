import { imageSide } from '../maths/turned-letters.ts';

const size = imageSide ** 2;

/** Images moved down and to the right, each by its own number of pixels; what leaves at a border enters opposite. */
export function moveImages(
  pixels: Float32Array,
  nextMove: () => readonly [down: number, right: number],
): Float32Array {
  const moved = new Float32Array(pixels.length);
  for (let image = 0; image < pixels.length; image += size) {
    const [down, right] = nextMove();
    for (let at = 0; at < size; at++) {
      const row = (Math.floor(at / imageSide) + down) % imageSide;
      const column = ((at % imageSide) + right) % imageSide;
      moved[image + row * imageSide + column] = pixels[image + at] ?? 0;
    }
  }
  return moved;
}
