import type { Config } from 'vega-lite';
import type { Tone } from './description.ts';

/** Font families in order of preference: Inter has the Latin letters and superscripts, Noto Sans SC the Chinese. */
export const fontFamily = '"GradCoach Latin", "GradCoach Han"';

/** Colours of a theme: Okabe & Ito's hues, shaded until text in them is legible on the paper. */
interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly grid: string;
  readonly tones: Readonly<Record<Tone, string>>;
}

/** The two looks a chart comes in. */
export const palettes = {
  light: {
    paper: '#fcfbf8',
    ink: '#1b1d22',
    quiet: '#5c6069',
    grid: '#e6e3dc',
    tones: {
      subject: '#c44900',
      reference: '#6b717c',
      'series-1': '#0069a5',
      'series-2': '#c44900',
      'series-3': '#00795a',
      'series-4': '#a23b82',
      'series-5': '#7d5a00',
    },
  },
  dark: {
    paper: '#15171c',
    ink: '#f0eee8',
    quiet: '#a8abb4',
    grid: '#2c3038',
    tones: {
      subject: '#ff9a57',
      reference: '#9aa0ac',
      'series-1': '#5bb8ee',
      'series-2': '#ff9a57',
      'series-3': '#37c9a0',
      'series-4': '#e79acb',
      'series-5': '#efc84a',
    },
  },
} as const satisfies Record<string, Palette>;

/** One of {@link palettes}. */
export type Theme = keyof typeof palettes;

/** Sizes in CSS pixels; a phone shows the picture at two thirds of them, so 15 is still read as 10. */
export const sizes = { title: 22, subtitle: 15, label: 15, axisTitle: 15, footer: 13 } as const;

/** Vega-Lite's configuration for a theme: everything about the look that a spec leaves open. */
export function themeConfig(theme: Theme): Config {
  const palette = palettes[theme];
  const style = Object.fromEntries(Object.entries(palette.tones).map(([tone, color]) => [tone, { color }]));
  return {
    background: 'transparent',
    font: fontFamily,
    view: { stroke: null },
    // Vega's bounds of a title leave out its descenders.
    padding: { left: 0, right: 0, top: 2, bottom: 6 },
    line: { strokeWidth: 3, strokeCap: 'round', strokeJoin: 'round' },
    text: { fontSize: sizes.label, font: fontFamily },
    rule: { strokeWidth: 1.5 },
    axis: {
      domainColor: palette.quiet,
      tickColor: palette.quiet,
      gridColor: palette.grid,
      labelColor: palette.quiet,
      titleColor: palette.quiet,
      labelFontSize: sizes.label,
      titleFontSize: sizes.axisTitle,
      titleFontWeight: 'normal',
      labelPadding: 6,
      titlePadding: 10,
      tickSize: 4,
      labelFlush: false,
    },
    axisX: { grid: false },
    axisY: { domain: false, ticks: false },
    style,
  };
}
