import { styleText } from 'node:util';

/** What a stretch of text is, and so how it looks in a terminal with colours. */
export type Look = 'strong' | 'quiet' | 'good' | 'half' | 'bad' | 'accent';

/** Puts a look on text; without colours the text stays as it is. */
export type Paint = (look: Look, text: string) => string;

const styles = {
  strong: 'bold',
  quiet: 'dim',
  good: 'green',
  half: 'yellow',
  bad: 'red',
  accent: 'cyan',
} as const;

export const plain: Paint = (_look, text) => text;

// Whether there are colours is the caller's to know; the standard output of this process may be another one.
export const coloured: Paint = (look, text) => styleText(styles[look], text, { validateStream: false });
