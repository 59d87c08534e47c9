import type { Alias, Slot } from '../question/rubric.ts';
import { type Lexicon, pureHan } from './lexicon.ts';
import { looseItems } from './match/loose-terms.ts';
import { compileAlias } from './match/pattern.ts';
import { buildTrie, type TermTrie } from './match/term-trie.ts';
import type { PreparedTerm, TermUse } from './prepared-rubric.ts';
import { readUnits } from './text/read-units.ts';

/** Every alias of a rubric with what it may mean, and the trie to find it by. */
export interface CollectedTerms {
  readonly terms: readonly PreparedTerm[];
  readonly trie: TermTrie;
}

/** Collects the aliases and opposites of all claims, by claim and slot; an alias that several slots share is one term. */
export function collectTerms(claims: readonly (readonly Slot[])[], lexicon: Lexicon): CollectedTerms {
  const uses = new Map<string, TermUse[]>();
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  claims.forEach((slots, claim) => {
    slots.forEach((slot, index) => {
      const add = (alias: Alias, opposite: boolean) => {
        const compounds = [...alias.notIn, ...compoundsAround(alias.text, slots, lexicon)];
        const notWithin = new Set(compounds.map(numberOf));
        numberOf(alias.text);
        uses.set(alias.text, [...(uses.get(alias.text) ?? []), { claim, slot: index, opposite, notWithin }]);
      };
      for (const alias of slot.aliases) add(alias, false);
      for (const alias of slot.opposites) add(alias, true);
    });
  });
  const compiled = [...numbers.keys()].map((text) => ({ text, ...compileAlias(text, lexicon.stem) }));
  const trie = buildTrie(
    compiled.flatMap(({ patterns }, term) => patterns.map((pattern) => ({ term, pattern }))),
  );
  const terms = compiled.map(({ text, keys }) => ({
    text,
    keys,
    loose: looseItems(readUnits(text), trie, lexicon.stem, lexicon.hanTerms),
    uses: uses.get(text) ?? [],
  }));
  return { terms, trie };
}

/**
 * Chinese concepts of the glossary that hold the alias as a mere part: 方差 in 协方差, 监督 in 无监督. The longer term
 * wins there. A compound whose parts are terms themselves (梯度消失) still speaks of them.
 */
function compoundsAround(alias: string, claim: readonly Slot[], lexicon: Lexicon): readonly string[] {
  const part = pureHan(alias);
  if (part === undefined) return [];
  const own = new Set(claim.flatMap(({ aliases }) => aliases.map(({ text }) => pureHan(text) ?? text)));
  return [...lexicon.hanConcepts.keys()].filter((compound) => {
    const at = compound.indexOf(part);
    if (at < 0 || compound === part || own.has(compound)) return false;
    const rest = [compound.slice(0, at), compound.slice(at + part.length)].filter((piece) => piece !== '');
    return rest.some((piece) => !lexicon.hanTerms.has(piece));
  });
}
