import { eachTerm, plainLattice } from '../match/find-terms.ts';
import { buildTrie } from '../match/term-trie.ts';
import { readUnits } from '../text/read-units.ts';
import { gap, type Unit } from '../text/unit.ts';
import { type CueKind, cueLists } from './cues.ts';

/** A cue in a text, over the units `from..to`, end exclusive. */
export interface Cue {
  readonly kind: CueKind;
  readonly from: number;
  readonly to: number;
}

// `Object.entries` forgets the key type; the record names exactly the cue kinds.
const kinds = Object.keys(cueLists) as CueKind[];

const cueKinds: readonly CueKind[] = kinds.flatMap((kind) => listOf(kind).map(() => kind));

const patterns = kinds
  .flatMap(listOf)
  .map((text, term) => ({ term, pattern: readUnits(text).map(({ key }) => key) }));

const trie = buildTrie(patterns);

function listOf(kind: CueKind): readonly string[] {
  return cueLists[kind].flatMap((line) => line.split(', '));
}

/**
 * The cues of a text in reading order, none overlapping: the longest wins, so 不仅 is never read as 不.
 * Cues of kind `pseudo` are left out: they only keep others from being read into them.
 */
export function findCues(units: readonly Unit[]): readonly Cue[] {
  const cues: Cue[] = [];
  let longest: Cue | undefined;
  let readTo = 0;
  const take = () => {
    if (longest === undefined || longest.from < readTo) return;
    readTo = longest.to;
    if (longest.kind !== 'pseudo') cues.push(longest);
  };
  eachTerm(trie, plainLattice(trie, units, 'key'), (term, from, to) => {
    const kind = cueKinds[term] ?? 'pseudo';
    if (isTorn(term, units, from, to)) return;
    // Not closing its clause, it denies nothing as a whole; a "not" in it is read on its own.
    if (kind === 'after' && !closesClause(to, units)) return;
    if (longest?.from === from) {
      if (to > longest.to) longest = { kind, from, to };
      return;
    }
    take();
    longest = { kind, from, to };
  });
  take();
  return inStep(cues.map((cue) => (isSentential(cue, units) ? { ...cue, kind: 'wide' } : cue)));
}

/** Chinese cues are written in one piece: 不是同理 holds 不是, and no 不同. */
const isTorn = (term: number, units: readonly Unit[], from: number, to: number) =>
  units[from]?.kind === 'han' && to - from > (patterns[term]?.pattern.length ?? 0);

/** Of two denials side by side (不能说不是) both reach as far as the farther, so that they take each other back. */
function inStep(cues: readonly Cue[]): readonly Cue[] {
  if (!cues.some(({ kind }) => kind === 'wide')) return cues;
  return cues.map((cue, at) => {
    const besides = [cues[at - 1], cues[at + 1]].filter(
      (other) => other?.to === cue.from || other?.from === cue.to,
    );
    const isWide = besides.some((other) => other?.kind === 'wide');
    return isWide && cue.kind === 'negator' ? { ...cue, kind: 'wide' } : cue;
  });
}

const sententialKeys = new Set(['并非', '并不是']);

/** 并非 at the head of a clause denies all that follows; behind a subject only its predicate. */
function isSentential({ from, to }: Cue, units: readonly Unit[]): boolean {
  const unit = units[from];
  if (unit?.key !== '并' || (from > 0 && unit.gap < gap.comma)) return false;
  const text = units.slice(from, to).map(({ key }) => key);
  return sententialKeys.has(text.join(''));
}

/** Whether nothing but a tail follows: "saturation does not occur here", but not 不会出现饱和. */
function closesClause(to: number, units: readonly Unit[]): boolean {
  const next = units[to];
  return next === undefined || next.gap >= gap.comma || clauseTails.has(next.key);
}

const clauseTails = new Set('的 了 吗 呢 here either anymore at any in with and for'.split(' '));
