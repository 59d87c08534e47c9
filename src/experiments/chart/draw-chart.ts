import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import * as vega from 'vega';
import { compile } from 'vega-lite';
import type { ChartDescription } from './description.ts';
import { registerFonts } from './fonts.ts';
import { measureTextInVega } from './measure-text.ts';
import { fontFamily, palettes, sizes, type Theme, themeConfig } from './theme.ts';
import { wrapText } from './wrap-text.ts';

/** A drawn chart. */
export interface Picture {
  readonly png: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Pixels per CSS pixel, so that the picture stays sharp on a phone. */
const resolution = 2;
/** In CSS pixels. */
const page = { width: 520, height: 440, margin: 24 } as const;
const inner = page.width - 2 * page.margin;

const titleFont = `600 ${sizes.title}px ${fontFamily}`;
const subtitleFont = `${sizes.subtitle}px ${fontFamily}`;
const footerFont = `${sizes.footer}px ${fontFamily}`;

/** Draws a chart on a page of its own: the finding as a headline, the plot, and where it came from. */
export async function drawChart(
  description: ChartDescription,
  theme: Theme,
  footer: string,
): Promise<Picture> {
  registerFonts();
  measureTextInVega();
  const canvas = createCanvas(page.width * resolution, page.height * resolution);
  const context = canvas.getContext('2d');
  context.scale(resolution, resolution);
  const palette = palettes[theme];
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, page.width, page.height);

  const headBottom = drawHead(context, description, theme);
  const footTop = page.height - page.margin - sizes.footer;
  await drawPlot(context, description, theme, { top: headBottom + 14, bottom: footTop - 10 });

  context.font = footerFont;
  context.fillStyle = palette.quiet;
  context.fillText(footer, page.margin, page.height - page.margin);
  return {
    png: await canvas.encode('png'),
    widthPx: canvas.width,
    heightPx: canvas.height,
  };
}

/** Headline and subtitle; returns where they end. */
function drawHead(context: SKRSContext2D, { title, subtitle }: ChartDescription, theme: Theme): number {
  const palette = palettes[theme];
  const write = (text: string, font: string, color: string, lineHeight: number, from: number) => {
    context.font = font;
    context.fillStyle = color;
    const lines = wrapText(text, inner, (part) => context.measureText(part).width);
    for (const [index, line] of lines.entries()) {
      context.fillText(line, page.margin, from + (index + 1) * lineHeight);
    }
    return from + lines.length * lineHeight;
  };
  const titleBottom = write(title, titleFont, palette.ink, sizes.title * 1.3, page.margin - 10);
  return write(subtitle, subtitleFont, palette.quiet, sizes.subtitle * 1.5, titleBottom + 2);
}

async function drawPlot(
  context: SKRSContext2D,
  { spec }: ChartDescription,
  theme: Theme,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Promise<void> {
  const sized = {
    autosize: { type: 'fit', contains: 'padding' },
    ...spec,
    width: inner,
    height: bottom - top,
  } as const;
  const compiled = compile(sized, { config: themeConfig(theme) });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none' });
  const plot = createCanvas(inner * resolution, (bottom - top) * resolution);
  // Vega's types know the browser's context only; Skia's has the same methods.
  await view.toCanvas(resolution, { externalContext: plot.getContext('2d') });
  view.finalize();
  context.drawImage(plot, page.margin, top, inner, bottom - top);
}
