import { contentlessCharacters, functionWords } from '../text/function-words.ts';
import { gap, type Unit } from '../text/unit.ts';

/** A piece of a reference answer: units that make one point. */
export type Piece = readonly Unit[];

/** More points than this would be words, not thoughts. */
const mostPoints = 8;
const fewestContentUnits = 2;
/** An item of an enumeration is short; Chinese characters count half. */
const longestItemWords = 3.6;
const hanWords = 0.5;

/** A reference taken apart. */
export interface SplitReference {
  readonly pieces: readonly Piece[];
  /** The pieces are short items of an enumeration rather than thoughts. */
  readonly isEnumeration: boolean;
}

/**
 * Takes a reference apart into points: by items where it enumerates short ones, else by sentences, of which those that
 * say too little join their neighbour. Pieces that only repeat words of the question (`isAsked`) are no items.
 */
export function splitReference(
  text: string,
  units: readonly Unit[],
  asksForList: boolean,
  isAsked: (unit: Unit) => boolean,
): SplitReference {
  if (asksForList) {
    const items = itemsOf(text, units).filter((item) =>
      item.some((unit) => isContent(unit) && !isAsked(unit)),
    );
    const lengths = items.map(wordsIn).toSorted((a, b) => a - b);
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
    if (items.length >= 2 && median <= longestItemWords) return { pieces: items, isEnumeration: true };
  }
  const sentences = splitWhere(units, (unit) => unit.gap === gap.sentence);
  return { pieces: limited(merged(sentences)), isEnumeration: false };
}

function itemsOf(text: string, units: readonly Unit[]): readonly Piece[] {
  const pieces = splitWhere(
    units,
    (unit, before, after) => unit.gap >= gap.comma || joinsItems(text, unit, before, after),
  ).map((piece) =>
    piece.filter((unit, at) => !(isJoiner(unit, piece[at - 1], piece[at + 1]) || trails(unit, at, piece))),
  );
  const [head, ...rest] = pieces;
  const next = rest[0]?.[0];
  const last = head?.at(-1);
  // "There are three of them: …"
  const isHeading =
    next !== undefined && last !== undefined && /[:：]|—/.test(text.slice(last.end, next.start));
  return isHeading && rest.length >= 2 ? rest : pieces;
}

function joinsItems(text: string, unit: Unit, before: Unit, after: Unit | undefined): boolean {
  return isJoiner(unit, before, after) || /[、;；]|——/.test(text.slice(before.end, unit.start));
}

const joiners = new Set(['和', '及', '或', 'and', 'or']);

/** 和 in 饱和 and 及 in 及时 join nothing. */
function isJoiner({ key }: Unit, before: Unit | undefined, after: Unit | undefined): boolean {
  return (
    joiners.has(key) && !'饱总调缓温涉普'.includes(before?.key ?? ' ') && !'时谐'.includes(after?.key ?? ' ')
  );
}

/** "etc." */
const trails = ({ key }: Unit, at: number, piece: Piece) =>
  (key === '等' || key === 'etc') && at === piece.length - 1;

type StartsPiece = (unit: Unit, before: Unit, after: Unit | undefined) => boolean;

function splitWhere(units: readonly Unit[], starts: StartsPiece): readonly Piece[] {
  const pieces: Unit[][] = [];
  units.forEach((unit, at) => {
    const before = units[at - 1];
    if (before === undefined || starts(unit, before, units[at + 1])) pieces.push([unit]);
    else pieces.at(-1)?.push(unit);
  });
  return pieces;
}

const isContent = ({ key }: Unit) => !functionWords.has(key) && !contentlessCharacters.has(key);
const contentOf = (piece: Piece) => piece.filter(isContent).length;

const wordsIn = (piece: Piece) => piece.reduce((sum, { kind }) => sum + (kind === 'han' ? hanWords : 1), 0);

/** Sentences of too little content join the one before them. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Unit[][] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (
      last !== undefined &&
      (contentOf(piece) < fewestContentUnits || contentOf(last) < fewestContentUnits)
    ) {
      last.push(...piece);
    } else result.push([...piece]);
  }
  return result;
}

/** Neighbours share a point where there are too many. */
function limited(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.length <= mostPoints) return pieces;
  const each = Math.ceil(pieces.length / mostPoints);
  return Array.from({ length: Math.ceil(pieces.length / each) }, (_, at) =>
    pieces.slice(at * each, (at + 1) * each).flat(),
  );
}
