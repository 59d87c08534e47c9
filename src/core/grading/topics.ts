import type { Question } from '../question/question.ts';
import { eachTerm, plainLattice } from './match/find-terms.ts';
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
  /** The slots it fills, by their number in the whole bank. */
  readonly slots: readonly number[];
  /** Few questions have it in their rubrics, so it tells which of them is meant. */
  readonly isOwn: boolean;
}

/** The points of all questions, for telling an answer to one question from answers to others. */
export interface TopicIndex {
  readonly trie: TermTrie;
  readonly points: readonly TopicPoint[];
  /** The point of each slot. */
  readonly pointOf: Int32Array;
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
  const pointOf: number[] = [];
  const terms = new Map<string, { slots: number[]; questions: Set<string> }>();
  const totals = new Map<string, number>();
  for (const { id, rubric } of questions) {
    for (const { bonus, need, slots, weight } of rubric.points) {
      if (bonus) continue;
      totals.set(id, (totals.get(id) ?? 0) + weight);
      const point = points.push({ question: id, weight, need: need ?? slots.length }) - 1;
      for (const { aliases } of slots) {
        const slot = pointOf.push(point) - 1;
        for (const { text } of aliases) {
          const term = terms.get(text) ?? { slots: [], questions: new Set() };
          term.slots.push(slot);
          term.questions.add(id);
          terms.set(text, term);
        }
      }
    }
  }
  const patterns = [...terms.keys()].flatMap((text, term) =>
    compile(text).patterns.map((pattern) => ({ term, pattern })),
  );
  return {
    trie: buildTrie(patterns),
    points,
    pointOf: Int32Array.from(pointOf),
    terms: [...terms.values()].map(({ slots, questions: owners }) => ({
      slots,
      isOwn: owners.size <= mostOwners,
    })),
    totals,
  };
}

/** How far a text answers each question of the bank that it answers at all, going by words alone. */
export function coveredTopics(index: TopicIndex, units: readonly Unit[]): readonly TopicCoverage[] {
  const { any, own } = slotsFound(index, units);
  const covered = new Map<string, { weight: number; ownPoints: number }>();
  index.points.forEach(({ question, weight, need }, point) => {
    if ((any[point] ?? 0) < need) return;
    const topic = covered.get(question) ?? { weight: 0, ownPoints: 0 };
    topic.weight += weight;
    if ((own[point] ?? 0) >= need) topic.ownPoints += 1;
    covered.set(question, topic);
  });
  return [...covered].map(([question, { weight, ownPoints }]) => ({
    question,
    share: weight / (index.totals.get(question) ?? weight),
    ownPoints,
  }));
}

/** How many slots of each point a text fills, by any term and by its own terms. */
function slotsFound({ trie, terms, points, pointOf }: TopicIndex, units: readonly Unit[]) {
  const isFilled = new Uint8Array(pointOf.length);
  const isOwn = new Uint8Array(pointOf.length);
  const isSeen = new Uint8Array(terms.length);
  eachTerm(trie, plainLattice(trie, units, 'symbol'), (number) => {
    if (isSeen[number] === 1) return;
    isSeen[number] = 1;
    const term = terms[number];
    for (const slot of term?.slots ?? []) {
      isFilled[slot] = 1;
      if (term?.isOwn === true) isOwn[slot] = 1;
    }
  });
  const any = new Int32Array(points.length);
  const own = new Int32Array(points.length);
  pointOf.forEach((point, slot) => {
    any[point] = (any[point] ?? 0) + (isFilled[slot] ?? 0);
    own[point] = (own[point] ?? 0) + (isOwn[slot] ?? 0);
  });
  return { any, own };
}
