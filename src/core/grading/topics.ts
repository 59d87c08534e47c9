import type { Question } from '../question/question.ts';
import { findTerms } from './match/find-terms.ts';
import { compileAlias, type Stemmer, symbolOf } from './match/pattern.ts';
import { buildTrie, type TermTrie } from './match/term-trie.ts';
import type { Unit } from './text/unit.ts';

/** A required point of some question of the bank. */
interface TopicPoint {
  readonly question: string;
  /** Slots that must be found for the point to be made. */
  readonly need: number;
}

/** The points of all questions, for telling an answer to one question from answers to many. */
export interface TopicIndex {
  readonly stem: Stemmer;
  readonly trie: TermTrie;
  readonly points: readonly TopicPoint[];
  /** For each term: the points it is an alias in, and of which slot. */
  readonly uses: readonly (readonly { readonly point: number; readonly slot: number }[])[];
  /** Terms that rubrics of several questions share tell no topic. */
  readonly questionsOf: readonly ReadonlySet<string>[];
}

/** Share of another question's own points that an answer must make to count as answering it. */
const strongShare = 0.5;
const strongPoints = 3;

/** Indexes the required points of a bank's questions. */
export function createTopicIndex(questions: readonly Question[], stem: Stemmer): TopicIndex {
  const points: TopicPoint[] = [];
  const terms = new Map<string, { point: number; slot: number }[]>();
  const owners = new Map<string, Set<string>>();
  for (const { id, rubric } of questions) {
    for (const { bonus, need, slots } of rubric.points) {
      if (bonus) continue;
      const point = points.push({ question: id, need: need ?? slots.length }) - 1;
      slots.forEach(({ aliases }, slot) => {
        for (const { text } of aliases) {
          terms.set(text, [...(terms.get(text) ?? []), { point, slot }]);
          owners.set(text, (owners.get(text) ?? new Set()).add(id));
        }
      });
    }
  }
  const texts = [...terms.keys()];
  return {
    stem,
    points,
    trie: buildTrie(
      texts.flatMap((text, term) => compileAlias(text, stem).patterns.map((pattern) => ({ term, pattern }))),
    ),
    uses: texts.map((text) => terms.get(text) ?? []),
    questionsOf: texts.map((text) => owners.get(text) ?? new Set()),
  };
}

/** How many questions other than `questionId` the text answers as well, by terms that are theirs alone. */
export function otherTopicsIn(index: TopicIndex, units: readonly Unit[], questionId: string): number {
  const symbols = units.map((unit) => index.trie.symbols.get(symbolOf(unit, index.stem)));
  const matches = findTerms(index.trie, { units, symbols, corrections: new Map(), joined: new Map() });
  const slotsHit = new Map<number, Set<number>>();
  for (const { term } of matches) {
    if (index.questionsOf[term]?.has(questionId) === true || (index.questionsOf[term]?.size ?? 0) > 2)
      continue;
    for (const { point, slot } of index.uses[term] ?? []) {
      slotsHit.set(point, (slotsHit.get(point) ?? new Set()).add(slot));
    }
  }
  const made = new Map<string, number>();
  const asked = new Map<string, number>();
  index.points.forEach(({ question, need }, point) => {
    asked.set(question, (asked.get(question) ?? 0) + 1);
    if ((slotsHit.get(point)?.size ?? 0) >= need) made.set(question, (made.get(question) ?? 0) + 1);
  });
  return [...made].filter(
    ([question, count]) => count >= Math.max(strongPoints, strongShare * (asked.get(question) ?? 0)),
  ).length;
}
