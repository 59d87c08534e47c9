import type { Stemmer } from './match/pattern.ts';
import { symbolOf } from './match/pattern.ts';
import { readUnits } from './text/read-units.ts';
import type { Unit } from './text/unit.ts';

/** How telling terms are, by inverse document frequency over a bank's questions and model answers. */
export interface TermWeights {
  /** Inverse document frequency of a symbol, or of two neighbouring Chinese characters; at least about 0.3. */
  readonly of: (term: string) => number;
}

/** Counts terms over documents, one for each question. */
export function createTermWeights(documents: readonly string[], stem: Stemmer): TermWeights {
  const frequency = new Map<string, number>();
  for (const document of documents) {
    for (const term of termsOf(readUnits(document), stem))
      frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const total = documents.length;
  return { of: (term) => Math.log(1 + (total + 1) / ((frequency.get(term) ?? 0) + 0.5)) };
}

/** The distinct symbols of a text and its pairs of neighbouring Chinese characters. */
function termsOf(units: readonly Unit[], stem: Stemmer): ReadonlySet<string> {
  const terms = new Set<string>();
  units.forEach((unit, index) => {
    terms.add(symbolOf(unit, stem));
    const next = units[index + 1];
    if (unit.kind === 'han' && next?.kind === 'han' && next.gap === 0) terms.add(unit.key + next.key);
  });
  return terms;
}
