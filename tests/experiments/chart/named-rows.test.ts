import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { barChart } from '../../../src/experiments/chart/bar-chart.ts';
import type { ChartSpec } from '../../../src/experiments/chart/description.ts';
import { dotChart } from '../../../src/experiments/chart/dot-chart.ts';
import { drawChart } from '../../../src/experiments/chart/draw-chart.ts';
import { palettes } from '../../../src/experiments/chart/theme.ts';
import { linearAxis, powerAxis } from '../../../src/experiments/chart/value-axis.ts';

const pairs = barChart({
  value: { title: 'test accuracy', axis: linearAxis([0, 1]) },
  rules: [{ at: 0.25, label: 'chance' }],
  rows: [
    {
      name: 'convolutional network',
      bars: [
        { value: 0.94, tone: 'subject', text: '0.94 in order', expected: [0.85, 1] },
        { value: 0.25, tone: 'reference', text: '0.25 permuted' },
      ],
    },
    { name: '全连接网络', bars: [{ value: 0.27, tone: 'subject', text: '0.27' }] },
  ],
});

const magnitudes = dotChart({
  value: { title: 'ratio', axis: powerAxis([1e-12, 0, 10]) },
  rows: [
    { name: 'sigmoid', series: [{ values: [0, 0], tone: 'subject', text: '0 (underflow)' }] },
    { name: 'ReLU', series: [{ values: [0.5, 1.5, 1], tone: 'reference', text: '1' }] },
  ],
});

/** The colours in the last pixels before the margin of the page, where a label that does not fit is cut off. */
async function coloursAtTheEdge(spec: ChartSpec): Promise<Set<string>> {
  const { png } = await drawChart({ title: 't', subtitle: 's', alt: '', spec }, 'light', 'f');
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const margin = 48;
  const { data } = context.getImageData(image.width - margin - 4, 0, 4, image.height);
  const colours = new Set<string>();
  for (let i = 0; i < data.length; i += 4) colours.add([...data.subarray(i, i + 3)].join(' '));
  return colours;
}

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(' ');
const rectsOf = (spec: ChartSpec) =>
  spec.layer.filter((layer) => 'mark' in layer && JSON.stringify(layer.mark).includes('"rect"'));

describe('barChart', () => {
  it('compiles without a warning and carries no colour of its own', () => {
    expect(() => compile(pairs)).not.toThrow();
    expect(JSON.stringify(pairs)).not.toMatch(/#[0-9a-f]{6}/i);
  });

  it('draws a bar for every number, and a band behind one whose range is known', () => {
    expect(rectsOf(pairs)).toHaveLength(4);
  });

  it('begins a bar at 0, also where values are negative', () => {
    const spec = barChart({
      value: { title: 'cosine', axis: linearAxis([-0.5, 1]) },
      rows: [{ name: 'end', bars: [{ value: -0.5, tone: 'subject', text: '−0.5' }] }],
    });
    expect(rectsOf(spec)[0]).toMatchObject({ data: { values: [{ x: 0, x2: -0.5 }] } });
  });

  it('leaves every label room beside its bar, however long the bar', async () => {
    const bar = fc.record({
      value: fc.integer({ min: -100, max: 100 }).map((cents) => cents / 100),
      letters: fc.integer({ min: 1, max: 14 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(bar, { minLength: 1, maxLength: 4 }), async (bars) => {
        const spec = barChart({
          value: { title: 'x', axis: linearAxis(bars.map(({ value }) => value)) },
          rows: bars.map(({ value, letters }) => ({
            name: 'a name of some length',
            bars: [{ value, tone: 'subject', text: '143,667,240 in'.slice(0, letters) }],
          })),
        });
        expect(await coloursAtTheEdge(spec)).not.toContain(rgb(palettes.light.tones.subject));
      }),
      { numRuns: 8, seed: 1 },
    );
  });
});

describe('dotChart', () => {
  it('compiles without a warning and carries no colour of its own', () => {
    expect(() => compile(magnitudes)).not.toThrow();
    expect(JSON.stringify(magnitudes)).not.toMatch(/#[0-9a-f]{6}/i);
  });

  it('puts a 0 on the floor of a logarithmic axis and names it', () => {
    expect(JSON.stringify(magnitudes)).toContain('0 (underflow)');
    expect(JSON.stringify(magnitudes)).toContain('10⁻¹²');
  });

  it('tells joined series as one change', () => {
    const spec = dotChart({
      areJoined: true,
      value: { title: 'accuracy', axis: linearAxis([0.5, 1], false) },
      rows: [
        {
          name: 'stumps',
          series: [
            { values: [0.97], tone: 'subject', text: '0.97' },
            { values: [0.78], tone: 'subject', text: '0.78' },
          ],
        },
      ],
    });
    expect(JSON.stringify(spec)).toContain('0.97 → 0.78');
  });

  it('leaves the label of the rightmost dot room', async () => {
    expect(await coloursAtTheEdge(magnitudes)).not.toContain(rgb(palettes.light.tones.reference));
  });
});
