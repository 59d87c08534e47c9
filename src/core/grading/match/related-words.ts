/** Known words by their letters in threes, for finding the one that shares most of its form with another word. */
export interface WordForms {
  readonly symbols: readonly number[];
  /** How many different threes each word has. */
  readonly sizes: readonly number[];
  /** The words that hold a three, by their position. */
  readonly holders: ReadonlyMap<string, readonly number[]>;
}

/** Words that share less of their form than this have nothing to do with each other. */
const leastShare = 0.5;
/** Below this length words look alike by chance. */
const shortestWord = 4;

/** Indexes stems and their symbols by form. */
export function indexForms(stems: Iterable<readonly [stem: string, symbol: number]>): WordForms {
  const symbols: number[] = [];
  const sizes: number[] = [];
  const holders = new Map<string, number[]>();
  for (const [stem, symbol] of stems) {
    if (stem.length < shortestWord || !/^[a-z]+$/.test(stem)) continue;
    const trigrams = trigramsOf(stem);
    for (const trigram of trigrams) {
      const known = holders.get(trigram);
      if (known === undefined) holders.set(trigram, [symbols.length]);
      else known.push(symbols.length);
    }
    symbols.push(symbol);
    sizes.push(trigrams.size);
  }
  return { symbols, sizes, holders };
}

/** The known word that shares most of a stem's form ("allocatable" for "allocation"), and how much: 0.5..1. */
export function nearestForm(
  stem: string,
  { symbols, sizes, holders }: WordForms,
): { readonly symbol: number; readonly share: number } | undefined {
  if (stem.length < shortestWord) return undefined;
  const trigrams = trigramsOf(stem);
  const shared = new Uint8Array(symbols.length);
  for (const trigram of trigrams) {
    for (const word of holders.get(trigram) ?? []) shared[word] = (shared[word] ?? 0) + 1;
  }
  let nearest: { symbol: number; share: number } | undefined;
  symbols.forEach((symbol, word) => {
    // Dice's coefficient: shared trigrams by the mean number of trigrams.
    const share = (2 * (shared[word] ?? 0)) / (trigrams.size + (sizes[word] ?? 0));
    if (share >= leastShare && share > (nearest?.share ?? 0)) nearest = { symbol, share };
  });
  return nearest;
}

/** The threes of a word with its beginning and end marked. */
function trigramsOf(word: string): ReadonlySet<string> {
  const marked = `^${word}$`;
  return new Set(Array.from({ length: marked.length - 2 }, (_, at) => marked.slice(at, at + 3)));
}
