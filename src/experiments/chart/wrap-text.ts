/** Width of a text in pixels, as the canvas measures it. */
export type Measure = (text: string) => number;

/**
 * Breaks a text into as few lines as fit the width, then as evenly as that many lines allow.
 * Words stay whole, Chinese ones too; no line begins with closing punctuation.
 */
export function wrapText(text: string, maxWidth: number, measure: Measure): string[] {
  const pieces = breakable(text);
  const greedy = fill(pieces, maxWidth, measure);
  if (greedy.length < 2) return greedy;
  // An orphaned last word looks like a mistake: narrow the column while the number of lines stays.
  let best = greedy;
  for (let width = maxWidth * 0.95; width > maxWidth * 0.5; width -= maxWidth * 0.05) {
    const narrower = fill(pieces, width, measure);
    if (narrower.length > greedy.length) break;
    best = narrower;
  }
  return best;
}

function fill(pieces: readonly string[], maxWidth: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && measure((line + piece).trimEnd()) > maxWidth) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

/** Pieces that may stand at the end of a line: words with their spaces; Chinese by word, punctuation kept beside it. */
function breakable(text: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const before = pieces.at(-1);
    if (before !== undefined && belongTogether(before, segment)) pieces[pieces.length - 1] = before + segment;
    else pieces.push(segment);
  }
  return pieces;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of the field that the segmenter takes apart. */
const fieldWords = [
  '回传',
  '下溢',
  '上溢',
  '激活',
  '残差',
  '偏置',
  '遗忘门',
  '卷积核',
  '全连接',
  '反向传播',
  '归一化',
];

function belongTogether(before: string, after: string): boolean {
  if (fieldWords.some((word) => spans(word, before, after))) return true;
  if (/^[\s，。：；！？、）」》】]/u.test(after) || /[（「《【]$/u.test(before)) return true;
  // A number and how many times it means.
  if (/\d\s?$/u.test(before) && after.startsWith('倍')) return true;
  if (/\s$/u.test(before)) return false;
  // Only Chinese breaks without a space: "1.0×10⁻¹²" is several words to the segmenter.
  return !/\p{Script=Han}$|[，。：；！？、）」》】]$/u.test(before) && !/^\p{Script=Han}/u.test(after);
}

/** Whether the word begins in one piece and goes on in the next. */
function spans(word: string, before: string, after: string): boolean {
  return [...word].some((_, at) => {
    const rest = word.slice(at);
    return at > 0 && before.endsWith(word.slice(0, at)) && (after.startsWith(rest) || rest.startsWith(after));
  });
}

/** Width of a text in Latin letters, for where nothing is drawn yet; a Chinese character counts two. */
export function widthInLetters(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
}
