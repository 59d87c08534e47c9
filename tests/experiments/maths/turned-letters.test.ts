import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/experiments/maths/random.ts';
import { drawImages, imageSide, turns } from '../../../src/experiments/maths/turned-letters.ts';

const size = imageSide ** 2;

/** Mean of all images of one class: where the letter always stands in the centre, the noise averages out. */
function meanOf(label: number): string[] {
  const { pixels, labels } = drawImages(createRandom(1, 'images'), 4000, 'centre');
  const own = [...labels.keys()].filter((image) => labels[image] === label);
  const mean = Array.from(
    { length: size },
    (_, at) => own.reduce((sum, image) => sum + pixels[image * size + at]!, 0) / own.length,
  );
  const picture = mean.map((value) => (value > 0.5 ? '#' : '.'));
  return [3, 4, 5].map((row) => picture.slice(row * imageSide + 3, row * imageSide + 6).join(''));
}

describe('drawImages', () => {
  it('draws the four quarter turns of a T, all different', () => {
    expect(meanOf(0)).toEqual(['###', '.#.', '.#.']);
    expect(meanOf(1)).toEqual(['..#', '###', '..#']);
    expect(meanOf(2)).toEqual(['.#.', '.#.', '###']);
    expect(meanOf(3)).toEqual(['#..', '###', '#..']);
  });

  it('draws each turn about as often', () => {
    const { labels } = drawImages(createRandom(2, 'images'), 4000, 'anywhere');
    for (let turn = 0; turn < turns; turn++) {
      expect(labels.filter((label) => label === turn).length / 4000).toBeCloseTo(1 / turns, 1);
    }
  });

  it('lets the letter stand anywhere, up to the borders, and nowhere else than in the image', () => {
    const { pixels, labels } = drawImages(createRandom(3, 'images'), 4000, 'anywhere');
    const mean = Array.from({ length: size }, (_, at) => {
      let sum = 0;
      for (let image = 0; image < labels.length; image++) sum += pixels[image * size + at]!;
      return sum / labels.length;
    });
    // Five pixels of letter in every image, none of them lost beyond a border.
    expect(mean.reduce((sum, value) => sum + value, 0)).toBeCloseTo(5, 0);
    // A corner is inked by one place of 64 only, and by three of the four turns.
    expect(mean[0]).toBeGreaterThan(0);
    expect(mean[0]).toBeLessThan(mean[4 * imageSide + 4]!);
  });
});
