const wide = String.raw`[\p{Script=Han}\u3001-\u303f\uff01-\uff5e“”‘’…—]`;
const punctuation = String.raw`[\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5e]`;
const foldedSpace = new RegExp(`(?<=${wide}) +(?=${wide})|(?<=${punctuation}) +| +(?=${punctuation})`, 'gu');

/**
 * YAML joins the lines of a folded text with a space, which Chinese does not have.
 * Removes spaces between two Chinese characters and around Chinese punctuation; those between 字 and Latin stay.
 */
export function unwrapChinese(text: string): string {
  return text.trim().replace(foldedSpace, '');
}
