import { findTerms, plainLattice } from '../match/find-terms.ts';
import { buildTrie } from '../match/term-trie.ts';
import { readUnits } from '../text/read-units.ts';
import { gap, type Unit } from '../text/unit.ts';

/** What an answer to a yes-or-no question opens with. */
export type Verdict = 'yes' | 'no';

const words: Readonly<Record<Verdict, string>> = {
  yes: 'yes, true, correct, right, 正确, 对, 对的, 是的, 是, 可以, 能, 会, 成立',
  no: 'no, false, incorrect, wrong, not true, not correct, not right, 错误, 错, 错的, 不正确, 不对, 不成立, 否, 不是, 不可以, 不能, 不会, 不行, 没有, 不, 不可能',
};

const phrases = (['yes', 'no'] as const).flatMap((verdict) =>
  words[verdict].split(', ').map((text) => ({ verdict, pattern: readUnits(text).map(({ key }) => key) })),
);

const trie = buildTrie(phrases.map(({ pattern }, term) => ({ term, pattern })));

/** A verdict stands in the first clause, after a short lead-in at most ("我认为该叙述是错误的"). */
const longestLeadUnits = 8;

/** The verdict that a text opens with, if it opens with one: "No, because …", 错误。 */
export function readVerdict(units: readonly Unit[]): Verdict | undefined {
  const end = units.findIndex((unit, at) => at > 0 && (unit.gap >= gap.comma || isReason(unit)));
  const clause = units.slice(0, end < 0 ? units.length : end);
  if (clause.length > longestLeadUnits + 3) return undefined;
  const matches = findTerms(trie, plainLattice(trie, clause, 'key'));
  const closing = matches
    .filter(({ to }) => clause.slice(to).every(({ key }) => tails.has(key)) || isParted(clause[to]))
    .toSorted((a, b) => a.from - b.from || b.to - a.to)[0];
  return closing === undefined ? undefined : phrases[closing.term]?.verdict;
}

const tails = new Set(['的', '了', '啊', '吧']);
const reasons = new Set([
  'because',
  'since',
  'as',
  'it',
  'they',
  'this',
  'the',
  'if',
  'when',
  '因',
  '原',
  '理',
]);

const isReason = (unit: Unit) => reasons.has(unit.key);

/** A space between Chinese characters is as good as a comma. */
const isParted = (unit: Unit | undefined) => unit?.kind === 'han' && unit.gap >= gap.space;
