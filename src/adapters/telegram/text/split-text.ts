import { countLooks, type Paragraph, type Run, textOf, toPlainText } from './rich-text.ts';

/** Telegram's limits, counted after the markup is read. */
export const textLimit = 4096;
export const captionLimit = 1024;
const looksLimit = 100;

/**
 * Puts paragraphs into as few messages as hold them, whole where possible. Only a paragraph that fits no message is cut:
 * at the end of a line, else of a sentence, else between words, and never inside a character.
 * The first message may have a limit of its own, because it is a picture's caption; it may then come out empty.
 */
export function splitText(
  paragraphs: readonly Paragraph[],
  firstLimit: number = textLimit,
): readonly (readonly Paragraph[])[] {
  const messages: Paragraph[][] = [[]];
  const limit = () => (messages.length === 1 ? firstLimit : textLimit);
  for (const paragraph of paragraphs.flatMap((each) => piecesOf(each, textLimit))) {
    const current = messages.at(-1) ?? [];
    if (fits([...current, paragraph], limit())) current.push(paragraph);
    else messages.push([paragraph]);
  }
  const isCaption = firstLimit < textLimit;
  return messages.filter((message, index) => message.length > 0 || (isCaption && index === 0));
}

function fits(paragraphs: readonly Paragraph[], limit: number): boolean {
  const looks = paragraphs.reduce((sum, paragraph) => sum + countLooks(paragraph), 0);
  return toPlainText(paragraphs).length <= limit && looks <= looksLimit;
}

/** A paragraph as pieces that each fit a message of their own. */
function piecesOf(paragraph: Paragraph, limit: number): readonly Paragraph[] {
  const pieces: Paragraph[] = [];
  let rest = paragraph;
  while (!fits([rest], limit)) {
    const [head, tail] = cut(rest, Math.max(1, Math.min(limit, endOfLooks(rest.runs))));
    pieces.push(head);
    rest = tail;
  }
  return [...pieces, rest];
}

/** Where the text has used up the looks a message may have. */
function endOfLooks(runs: readonly Run[]): number {
  let end = 0;
  let looks = 1;
  for (const { text, look } of runs) {
    if (look !== undefined) looks += 1;
    if (looks > looksLimit) return end;
    end += text.length;
  }
  return end;
}

function cut(paragraph: Paragraph, limit: number): readonly [Paragraph, Paragraph] {
  const at = cutAt(textOf(paragraph), limit);
  const heads: Run[] = [];
  const tails: Run[] = [];
  let start = 0;
  for (const run of paragraph.runs) {
    const inHead = Math.max(0, Math.min(run.text.length, at - start));
    if (inHead > 0) heads.push({ ...run, text: run.text.slice(0, inHead) });
    if (inHead < run.text.length) tails.push({ ...run, text: run.text.slice(inHead) });
    start += run.text.length;
  }
  return [
    { ...paragraph, runs: heads },
    { ...paragraph, runs: tails },
  ];
}

/** The best place to cut a text that is longer than `limit`, in its second half if there is one there. */
function cutAt(text: string, limit: number): number {
  const head = text.slice(0, limit);
  for (const border of [/\n/g, /[。！？；]|[.!?;](?=\s)/g, /\s/g]) {
    const ends = [...head.matchAll(border)].map(({ index, 0: sign }) => index + sign.length);
    const last = ends.filter((end) => end > limit / 2).at(-1);
    if (last !== undefined) return last;
  }
  const isInsideCharacter = /[\uD800-\uDBFF]$/.test(head);
  return isInsideCharacter && limit > 1 ? limit - 1 : limit;
}
