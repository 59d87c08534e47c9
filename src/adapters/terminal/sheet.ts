import type { Mark } from '../../app/reply.ts';
import type { Menu } from './menu.ts';
import type { Paint } from './paint.ts';
import type { Words } from './words.ts';
import { wrap } from './wrap.ts';

/** What replies are written on. */
export interface Paper {
  readonly columns: number;
  readonly paint: Paint;
  readonly words: Words;
  readonly menu: Menu;
  /** Keeps a chart where the reader can open it, and says where; undefined when the chart is gone. */
  readonly saveChart: (key: string) => Promise<string | undefined>;
}

/** What one reply is written on. */
export interface Sheet extends Paper {
  /** Why words of an answer in this reply were marked; a reason's number is its place, from 1. */
  readonly reasons: readonly Mark[];
  /** Points that this reply tells. */
  readonly told: ReadonlySet<string>;
}

/** Text behind a lead such as a sign or a number; further lines stand under the text, not under the lead. */
export function hanging(lead: string, leadColumns: number, text: string, columns: number): readonly string[] {
  return wrap(text, Math.max(columns - leadColumns, 10)).map((line, index) =>
    index === 0 ? `${lead}${line}` : `${' '.repeat(leadColumns)}${line}`,
  );
}
