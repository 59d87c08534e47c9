/** A word by its letters in threes, for telling how much of its form another word shares. */
export interface WordForm {
  readonly symbol: number;
  readonly trigrams: ReadonlySet<string>;
}

/** Words that share less of their form than this have nothing to do with each other. */
const leastShare = 0.5;
/** Below this length words look alike by chance. */
const shortestWord = 4;

/** The form of a stem, with its beginning and end marked. */
export function toWordForm(stem: string, symbol: number): WordForm | undefined {
  return stem.length < shortestWord ? undefined : { symbol, trigrams: trigramsOf(stem) };
}

/** The known word that shares most of a stem's form ("allocatable" for "allocation"), and how much: 0.5..1. */
export function nearestForm(
  stem: string,
  forms: readonly WordForm[],
): { readonly symbol: number; readonly share: number } | undefined {
  if (stem.length < shortestWord) return undefined;
  const trigrams = trigramsOf(stem);
  let nearest: { symbol: number; share: number } | undefined;
  for (const form of forms) {
    const share = dice(trigrams, form.trigrams);
    if (share >= leastShare && share > (nearest?.share ?? 0)) nearest = { symbol: form.symbol, share };
  }
  return nearest;
}

function trigramsOf(word: string): ReadonlySet<string> {
  const marked = `^${word}$`;
  return new Set(Array.from({ length: marked.length - 2 }, (_, at) => marked.slice(at, at + 3)));
}

/** Dice's coefficient: shared trigrams by the mean number of trigrams. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const trigram of a) if (b.has(trigram)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
