import type { Hit } from './find-hits.ts';
import type { Evidence, MatchKind, SlotGrade } from './grade.ts';
import type { PreparedTerm } from './prepared-rubric.ts';
import type { ReadAnswer } from './read-answer.ts';
import { hasTraditional } from './text/fold-text.ts';
import { plays, role } from './text/roles.ts';
import type { Unit } from './text/unit.ts';

/** The learner's own words behind a hit. */
export function evidenceOf(hit: Hit, { text, units }: ReadAnswer, terms: readonly PreparedTerm[]): Evidence {
  const start = units[hit.from]?.start ?? 0;
  const end = units[hit.to - 1]?.end ?? start;
  const words = text.slice(start, end);
  const term = terms[hit.term];
  return {
    start,
    end,
    text: words,
    how: howMatched(hit, words, units, term?.keys ?? []),
    alias: term?.text ?? '',
  };
}

function howMatched(hit: Hit, words: string, units: readonly Unit[], keys: readonly string[]): MatchKind {
  if (hit.related) return 'related';
  if (hit.typos > 0) return 'typo';
  if (hit.loose) return 'loose';
  if (!isWritten(hit, units, keys)) return 'stem';
  return hasTraditional(words) ? 'script' : 'exact';
}

/** Whether the words are the term's own, but for fillers between them. */
function isWritten({ from, to }: Hit, units: readonly Unit[], keys: readonly string[]): boolean {
  let read = 0;
  for (let at = from; at < to; at += 1) {
    const unit = units[at];
    if (unit?.key === keys[read]) read += 1;
    else if (at === from || at === to - 1 || unit === undefined || !plays(unit, role.filler)) return false;
  }
  return read === keys.length;
}

/** The evidence of a point's slots in order of appearance, each stretch once: of slots that were hit, or of any. */
export function evidenceIn(slots: readonly SlotGrade[], which: 'hit' | 'any'): readonly Evidence[] {
  const found: Evidence[] = [];
  for (const { state, evidence } of slots) {
    if (evidence !== undefined && (which === 'any' || state === 'hit')) found.push(evidence);
  }
  if (found.length < 2) return found;
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  return found.filter((each, at) => {
    const next = found[at + 1];
    return next?.start !== each.start || next.end !== each.end;
  });
}
