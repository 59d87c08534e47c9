/** Set between what Discord would otherwise read together. */
const zeroWidth = '\u200B';

/** Text of the outside world, so that Discord shows every character of it as it is: no styles, links, mentions or lists. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\*_~`|<[\]]/g, '\\$&')
    .replace(/^(\s*)(#{1,3}|[->])(?=\s|$)/gm, '$1\\$2')
    .replace(/^(\s*)-#/gm, '$1\\-#')
    .replace(/^(\s*)>>>/gm, '$1\\>>>')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, '$1\\$2')
    .replace(/(https?|steam):\/\//gi, '$1\\://')
    .replace(/@(?=everyone|here)/g, `@${zeroWidth}`);
}

/** Text on one line, for headings and lists. */
export function escapeLine(text: string): string {
  return escapeText(text.replace(/\s*\n\s*/g, ' '));
}

/** Text for a machine, as it is, in letters of one width. */
export function inlineCode(text: string): string {
  return `\`${text.replaceAll('`', 'ˋ')}\``;
}

/** Lines for a machine, as they are and easy to copy. */
export function fence(text: string): string {
  return `\`\`\`\n${text.replaceAll('```', `\`${zeroWidth}\`\``)}\n\`\`\``;
}

/** A style around a stretch; two neighbours of one style stay two. */
export function styled(mark: '**' | '__', escaped: string): string {
  return `${mark}${escaped}${mark}${zeroWidth}`;
}

/** Every line marked as quoted. */
export function quoted(escaped: string): string {
  return escaped
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** A link whose words are not its address. */
export function link(text: string, url: string): string {
  const address = url.replace(/[()\s]/g, (each) => `%${each.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `[${escapeLine(text)}](${address})`;
}
