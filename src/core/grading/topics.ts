import type { Question } from '../question/question.ts';
import { findTerms, plainLattice } from './match/find-terms.ts';
import type { CompiledAlias } from './match/pattern.ts';
import { buildTrie, type TermTrie } from './match/term-trie.ts';
import type { Unit } from './text/unit.ts';

/** A required point of some question of the bank. */
interface TopicPoint {
  readonly question: string;
  readonly weight: number;
  /** Slots that must be found for the point to be made. */
  readonly need: number;
}

/** A term of the bank's rubrics. */
interface TopicTerm {
  readonly uses: readonly { readonly point: number; readonly slot: number }[];
  /** Questions in whose rubrics it occurs. */
  readonly questions: ReadonlySet<string>;
}

/** The points of all questions, for telling an answer to one question from answers to others. */
export interface TopicIndex {
  readonly trie: TermTrie;
  readonly points: readonly TopicPoint[];
  readonly terms: readonly TopicTerm[];
  /** Weight of each question's required points together. */
  readonly totals: ReadonlyMap<string, number>;
}

/** How far a text answers a question. */
export interface TopicCoverage {
  readonly question: string;
  /** Share of its required points that are made, by weight. */
  readonly share: number;
  /** How many of them are made by terms of its own. */
  readonly ownPoints: number;
}

/** A term that more questions share tells nothing about which of them is meant. */
const mostOwners = 2;

/** Indexes the required points of a bank's questions. */
export function createTopicIndex(
  questions: readonly Question[],
  compile: (alias: string) => CompiledAlias,
): TopicIndex {
  const points: TopicPoint[] = [];
  const terms = new Map<string, { uses: { point: number; slot: number }[]; questions: Set<string> }>();
  const totals = new Map<string, number>();
  for (const { id, rubric } of questions) {
    for (const { bonus, need, slots, weight } of rubric.points) {
      if (bonus) continue;
      totals.set(id, (totals.get(id) ?? 0) + weight);
      const point = points.push({ question: id, weight, need: need ?? slots.length }) - 1;
      slots.forEach(({ aliases }, slot) => {
        for (const { text } of aliases) {
          const term = terms.get(text) ?? { uses: [], questions: new Set() };
          term.uses.push({ point, slot });
          term.questions.add(id);
          terms.set(text, term);
        }
      });
    }
  }
  const patterns = [...terms.keys()].flatMap((text, term) =>
    compile(text).patterns.map((pattern) => ({ term, pattern })),
  );
  return { trie: buildTrie(patterns), points, terms: [...terms.values()], totals };
}

/** How far a text answers each question of the bank that it answers at all, going by words alone. */
export function coveredTopics(index: TopicIndex, units: readonly Unit[]): readonly TopicCoverage[] {
  const lattice = plainLattice(index.trie, units, ({ symbol }) => symbol);
  const matches = findTerms(index.trie, lattice);
  const slots = new Map<number, Set<number>>();
  const ownSlots = new Map<number, Set<number>>();
  for (const number of new Set(matches.map(({ term }) => term))) {
    const term = index.terms[number];
    for (const { point, slot } of term?.uses ?? []) {
      addTo(slots, point, slot);
      if ((term?.questions.size ?? 0) <= mostOwners) addTo(ownSlots, point, slot);
    }
  }
  const covered = new Map<string, { weight: number; ownPoints: number }>();
  for (const [number, hit] of slots) {
    const point = index.points[number];
    if (point === undefined || hit.size < point.need) continue;
    const topic = covered.get(point.question) ?? { weight: 0, ownPoints: 0 };
    topic.weight += point.weight;
    if ((ownSlots.get(number)?.size ?? 0) >= point.need) topic.ownPoints += 1;
    covered.set(point.question, topic);
  }
  return [...covered].map(([question, { weight, ownPoints }]) => ({
    question,
    share: weight / (index.totals.get(question) ?? weight),
    ownPoints,
  }));
}

function addTo(sets: Map<number, Set<number>>, key: number, value: number): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}
