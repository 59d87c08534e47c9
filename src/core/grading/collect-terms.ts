import type { Alias, Slot } from '../question/rubric.ts';
import type { Lexicon } from './lexicon.ts';
import { type LooseTerm, type LooseTerms, looseItems } from './match/loose-terms.ts';
import { buildTrie, noSymbol, type TermTrie } from './match/term-trie.ts';
import type { PreparedTerm } from './prepared-rubric.ts';
import { layOutUses, type TermUse, type TermUses } from './term-uses.ts';

/** Every alias of a rubric with what it may mean, and the trie to find it by. */
export interface CollectedTerms {
  readonly terms: readonly PreparedTerm[];
  readonly uses: TermUses;
  readonly loose: LooseTerms;
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
  let seat = 0;
  claims.forEach((slots, claim) => {
    const own = new Set(slots.flatMap(({ aliases }) => aliases.map(({ text }) => lexicon.compile(text).han)));
    slots.forEach((slot, index) => {
      const add = ({ text, notIn }: Alias, opposite: boolean) => {
        numberOf(text);
        const compounds = [...notIn, ...compoundsAround(text, own, lexicon)];
        const notWithin = [...new Set(compounds.map(numberOf))];
        usesOf(text).push({ claim, slot: index, seat, opposite, notWithin });
      };
      for (const alias of slot.aliases) add(alias, false);
      for (const alias of slot.opposites) add(alias, true);
      seat += 1;
    });
  });
  const all = [...numbers.keys()].map((text) => ({ text, uses: uses.get(text) ?? [] }));
  return toTerms(
    all,
    claims.map(({ length }) => length),
    lexicon,
  );
}

interface UsedAlias {
  readonly text: string;
  readonly uses: readonly TermUse[];
}

function toTerms(
  aliases: readonly UsedAlias[],
  slotCounts: readonly number[],
  { compile, hanTerms }: Lexicon,
): CollectedTerms {
  const trie = buildTrie(
    aliases.flatMap(({ text }, term) => compile(text).patterns.map((pattern) => ({ term, pattern }))),
  );
  const terms = aliases.map(({ text }): PreparedTerm => ({ text, keys: compile(text).keys }));
  const looseTerms = aliases.flatMap(({ text, uses }, term): readonly LooseTerm[] => {
    const items = looseItems(compile(text).units, trie, hanTerms);
    const asserting = uses.filter(({ opposite }) => !opposite);
    return items === undefined || asserting.length === 0 ? [] : [{ term, items, uses: asserting }];
  });
  const uses = layOutUses(
    aliases.map((each) => each.uses),
    slotCounts,
  );
  return { terms, uses, loose: { terms: looseTerms, heads: headsOf(looseTerms) }, trie };
}

const headsOf = (terms: readonly LooseTerm[]): Int32Array =>
  Int32Array.from(
    terms.flatMap(({ items: [first, second] }) => [first?.[0] ?? noSymbol, second?.[0] ?? noSymbol]),
  );

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
