import { createCanvas, loadImage } from '@napi-rs/canvas';
import { compile } from 'vega-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ChartDescription } from '../../../src/experiments/chart/description.ts';
import { drawChart, type Picture } from '../../../src/experiments/chart/draw-chart.ts';
import { lineChart } from '../../../src/experiments/chart/line-chart.ts';
import { palettes, type Theme } from '../../../src/experiments/chart/theme.ts';
import { countAxis, powerAxis } from '../../../src/experiments/chart/value-axis.ts';

const description: ChartDescription = {
  title: 'A long finding that needs more than one line of the headline to be told in full',
  subtitle: '20 层',
  alt: 'a line',
  spec: lineChart({
    x: { title: 'x', axis: countAxis(1, 3), isReversed: true },
    y: { title: 'y', axis: powerAxis([1, 1e-6, 0]) },
    lines: [
      {
        label: 'subject\n0',
        tone: 'subject',
        points: [
          { x: 3, y: 1 },
          { x: 2, y: 1e-6 },
          { x: 1, y: 0 },
        ],
      },
      {
        label: 'reference',
        tone: 'reference',
        isDashed: true,
        points: [
          { x: 3, y: 1 },
          { x: 1, y: 1 },
        ],
      },
    ],
    notes: [{ at: { x: 2, y: 1e-6 }, text: 'note', tone: 'reference', side: 'left' }],
  }),
};

async function colorsOf({ png }: Picture): Promise<Map<string, number>> {
  const image = await loadImage(Buffer.from(png));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const counts = new Map<string, number>();
  for (let i = 0; i < data.length; i += 4) {
    const hex = [...data.subarray(i, i + 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    counts.set(`#${hex}`, (counts.get(`#${hex}`) ?? 0) + 1);
  }
  return counts;
}

/** WCAG 2.2 relative luminance contrast. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('drawChart', () => {
  const pictures = new Map<Theme, Picture>();
  beforeAll(async () => {
    for (const theme of ['light', 'dark'] as const) {
      pictures.set(theme, await drawChart(description, theme, 'footer'));
    }
  });

  it.each(['light', 'dark'] as const)('paints paper, ink and both lines of the %s theme', async (theme) => {
    const picture = pictures.get(theme)!;
    const counts = await colorsOf(picture);
    const { paper, ink, tones } = palettes[theme];
    expect(counts.get(paper)).toBeGreaterThan(0.7 * picture.widthPx * picture.heightPx);
    for (const color of [ink, tones.subject, tones.reference]) expect(counts.get(color)).toBeGreaterThan(100);
  });

  it('draws twice the pixels of its page and stays small enough to send', () => {
    const { png, widthPx, heightPx } = pictures.get('light')!;
    expect([widthPx, heightPx]).toEqual([1040, 880]);
    expect(png.length).toBeLessThan(300_000);
  });

  it('draws the same bytes again', async () => {
    const again = await drawChart(description, 'light', 'footer');
    expect(Buffer.from(again.png).equals(Buffer.from(pictures.get('light')!.png))).toBe(true);
  });
});

describe('palettes', () => {
  it.each(['light', 'dark'] as const)('keep every %s text legible on the paper (WCAG AA)', (theme) => {
    const { paper, ink, quiet, tones } = palettes[theme];
    for (const color of [ink, quiet, ...Object.values(tones)]) {
      expect(contrast(color, paper), color).toBeGreaterThan(4.5);
    }
  });
});

describe('lineChart', () => {
  it('compiles without a warning and carries no colour of its own', () => {
    expect(() => compile(description.spec)).not.toThrow();
    expect(JSON.stringify(description.spec)).not.toMatch(/#[0-9a-f]{6}/i);
  });

  it('labels the axis in powers of ten, with the floor called 0', () => {
    expect(JSON.stringify(description.spec)).toContain('10⁻⁶');
    expect(JSON.stringify(description.spec)).toContain('["0",'.replaceAll('"', '\\"'));
  });
});
