import { createCanvas } from '@napi-rs/canvas';
import * as vega from 'vega';
import { fontFamily } from './theme.ts';

declare module 'vega' {
  /** Exported by vega-scenegraph for renderers of their own; missing in Vega's types. */
  const textMetrics: {
    width: (item: { fontSize?: number; fontWeight?: string | number }, text: unknown) => number;
  };
}

/** Vega lays out axes and labels by measured text; left alone outside a browser it guesses from the number of characters. */
export function measureTextInVega(): void {
  const context = createCanvas(1, 1).getContext('2d');
  vega.textMetrics.width = ({ fontSize = 11, fontWeight = 'normal' }, text) => {
    context.font = `${fontWeight} ${fontSize}px ${fontFamily}`;
    return context.measureText(String(text)).width;
  };
}
