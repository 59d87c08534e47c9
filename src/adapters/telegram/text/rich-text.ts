/**
 * Text with looks, apart from how Telegram wants it written. It is measured as Telegram measures: what is left after the
 * markup is read, in UTF-16 code units.
 */

/** How a stretch of text looks, or what it is. */
export type Look =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strike'
  | 'spoiler'
  | { readonly link: string }
  /** An instant, shown in each reader's own zone. */
  | { readonly atMs: number }
  /** A person who is called. */
  | { readonly userId: number };

/** A stretch of text of one look. */
export interface Run {
  readonly text: string;
  readonly look?: Look;
}

/** A paragraph; `fold` is a quotation that shows its first lines and unfolds. */
export interface Paragraph {
  readonly as: 'plain' | 'quote' | 'fold' | 'code';
  readonly runs: readonly Run[];
  /** Follows the one before without an empty line, as one item of a list follows another. */
  readonly isTight?: boolean;
}

/** A plain paragraph. */
export function plain(...runs: readonly (Run | string)[]): Paragraph {
  return { as: 'plain', runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)) };
}

/** A run of one look. */
export function looking(look: Look, text: string): Run {
  return { text, look };
}

/** A quotation longer than this is folded, so that a phone shows what comes after it. */
const foldedFrom = 400;

/** How a quotation of a text is shown. */
export function foldOf(text: string): 'quote' | 'fold' {
  return text.length > foldedFrom ? 'fold' : 'quote';
}

/** The words of a paragraph without any look. */
export function textOf({ runs }: Paragraph): string {
  return runs.map(({ text }) => text).join('');
}

/** What stands between a paragraph and the one before. Quotations and code bring their own distance. */
function gapBefore(before: Paragraph, paragraph: Paragraph): string {
  const isSetApart = [before, paragraph].some(({ as }) => as !== 'plain');
  return paragraph.isTight === true || isSetApart ? '\n' : '\n\n';
}

/** Paragraphs as one text, each written by `write`. */
function join(paragraphs: readonly Paragraph[], write: (paragraph: Paragraph) => string): string {
  return paragraphs.reduce((text, paragraph, index) => {
    const before = paragraphs[index - 1];
    return `${text}${before === undefined ? '' : gapBefore(before, paragraph)}${write(paragraph)}`;
  }, '');
}

/** Paragraphs without any look: what counts against a message's limit, and what is sent when markup is refused. */
export function toPlainText(paragraphs: readonly Paragraph[]): string {
  return join(paragraphs, textOf);
}

/** Paragraphs in Telegram's HTML. */
export function toHtml(paragraphs: readonly Paragraph[]): string {
  return join(paragraphs, (paragraph) => wrapped(paragraph.as, paragraph.runs.map(runToHtml).join('')));
}

/** Paragraphs in both ways a message carries them: with markup, and without for the case that Telegram cannot read it. */
export function written(paragraphs: readonly Paragraph[]): { readonly html: string; readonly plain: string } {
  return { html: toHtml(paragraphs), plain: toPlainText(paragraphs) };
}

/** Looks in a text; Telegram ignores those of a message beyond its hundredth. */
export function countLooks({ as, runs }: Paragraph): number {
  return runs.filter(({ look }) => look !== undefined).length + (as === 'plain' ? 0 : 1);
}

function wrapped(as: Paragraph['as'], html: string): string {
  switch (as) {
    case 'plain':
      return html;
    case 'quote':
      return `<blockquote>${html}</blockquote>`;
    case 'fold':
      return `<blockquote expandable>${html}</blockquote>`;
    case 'code':
      return `<pre>${html}</pre>`;
  }
}

const tags = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strike: 's',
  spoiler: 'tg-spoiler',
} as const;

function runToHtml({ text, look }: Run): string {
  const html = escaped(text);
  if (look === undefined || text === '') return html;
  if (typeof look === 'string') return `<${tags[look]}>${html}</${tags[look]}>`;
  if ('link' in look) return `<a href="${escaped(look.link)}">${html}</a>`;
  if ('userId' in look) return `<a href="tg://user?id=${look.userId}">${html}</a>`;
  return `<tg-time unix="${Math.floor(look.atMs / 1000)}" format="wDt">${html}</tg-time>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
