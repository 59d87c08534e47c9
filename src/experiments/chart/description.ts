import type { TopLevelSpec } from 'vega-lite';

/** A chart before it is drawn: words in one language and a Vega-Lite spec without size, colours or fonts. */
export interface ChartDescription {
  /** The finding, as a sentence without a full stop. */
  readonly title: string;
  /** What was run, in one line. */
  readonly subtitle: string;
  /** What the picture says, for those who do not see it. */
  readonly alt: string;
  readonly spec: ChartSpec;
}

/** A layered Vega-Lite spec; its marks name a {@link Tone} as their style, and the theme colours them. */
export type ChartSpec = Extract<TopLevelSpec, { layer: unknown }>;

/** One layer of a {@link ChartSpec}. */
export type ChartLayer = ChartSpec['layer'][number];

/** What a mark stands for; every theme has a colour for each. */
export type Tone =
  /** The system the run is about. */
  | 'subject'
  /** What it is compared with, a boundary, a theoretical value. */
  | 'reference'
  /** Systems compared as equals. */
  | 'series-1'
  | 'series-2'
  | 'series-3'
  | 'series-4'
  | 'series-5';
