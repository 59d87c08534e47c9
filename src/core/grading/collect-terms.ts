import type { Alias, Slot } from '../question/rubric.ts';
import type { Lexicon } from './lexicon.ts';
import { looseItems } from './match/loose-terms.ts';
import { buildTrie, type TermTrie } from './match/term-trie.ts';
import type { LooseTerm, PreparedTerm, TermUse } from './prepared-rubric.ts';

/** Every alias of a rubric with what it may mean, and the trie to find it by. */
export interface CollectedTerms {
  readonly terms: readonly PreparedTerm[];
  readonly looseTerms: readonly LooseTerm[];
  readonly trie: TermTrie;
}

/** Collects the aliases and opposites of all claims, by claim and slot; an alias that several slots share is one term. */
export function collectTerms(claims: readonly (readonly Slot[])[], lexicon: Lexicon): CollectedTerms {
  const uses = new Map<string, TermUse[]>();
  const usesOf = (text: string) => {
    const known = uses.get(text) ?? [];
    uses.set(text, known);
    return known;
  };
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  claims.forEach((slots, claim) => {
    const own = new Set(slots.flatMap(({ aliases }) => aliases.map(({ text }) => lexicon.compile(text).han)));
    slots.forEach((slot, index) => {
      const add = ({ text, notIn }: Alias, opposite: boolean) => {
        numberOf(text);
        const compounds = [...notIn, ...compoundsAround(text, own, lexicon)];
        usesOf(text).push({ claim, slot: index, opposite, notWithin: [...new Set(compounds.map(numberOf))] });
      };
      for (const alias of slot.aliases) add(alias, false);
      for (const alias of slot.opposites) add(alias, true);
    });
  });
  return toTerms([...numbers.keys()], uses, lexicon);
}

function toTerms(
  texts: readonly string[],
  uses: ReadonlyMap<string, readonly TermUse[]>,
  { compile, hanTerms }: Lexicon,
): CollectedTerms {
  const trie = buildTrie(
    texts.flatMap((text, term) => compile(text).patterns.map((pattern) => ({ term, pattern }))),
  );
  const wrapping = new Set([...uses.values()].flat().flatMap(({ notWithin }) => notWithin));
  const terms = texts.map((text, term): PreparedTerm => {
    const { keys } = compile(text);
    return { text, keys, isWrapping: wrapping.has(term), uses: uses.get(text) ?? [] };
  });
  const looseTerms = terms.flatMap(({ text, uses: all }, term): readonly LooseTerm[] => {
    const items = looseItems(compile(text).units, trie, hanTerms);
    const asserting = all.filter(({ opposite }) => !opposite);
    return items === undefined || asserting.length === 0 ? [] : [{ term, items, uses: asserting }];
  });
  return { terms, looseTerms, trie };
}

/**
 * Chinese concepts of the glossary that hold the alias as a mere part: 方差 in 协方差, 监督 in 无监督. The longer term
 * wins there, unless the claim knows it too. A compound whose parts are terms themselves (梯度消失) still speaks of them.
 */
function compoundsAround(
  alias: string,
  own: ReadonlySet<string | undefined>,
  { compile, hanConcepts, hanTerms }: Lexicon,
): readonly string[] {
  const part = compile(alias).han;
  if (part === undefined) return [];
  return [...hanConcepts].filter((compound) => {
    const at = compound.indexOf(part);
    if (at < 0 || compound === part || own.has(compound)) return false;
    const rest = [compound.slice(0, at), compound.slice(at + part.length)].filter((piece) => piece !== '');
    return rest.some((piece) => !hanTerms.has(piece));
  });
}
