/**
 * Texts as numbers, the same for one text as long as the program runs: whatever is compared or looked up for every unit
 * of every answer goes by them, for a number finds its place in an array where a text has to be hashed and compared.
 */
const ids = new Map<string, number>();

/** The id of a text that is not numbered. It is then compared as text. */
export const noId = -1;

/** Words of answers get ids up to so many, that memory stays flat whatever people write; words of rubrics always do. */
const mostIds = 50_000;

/** The id of a text that answers are searched for; numbered when it is new. */
function idFor(text: string): number {
  const known = ids.get(text);
  if (known !== undefined) return known;
  const id = ids.size;
  ids.set(text, id);
  return id;
}

/** The id of a text that stands in an answer, or {@link noId}. */
export function idOfWritten(text: string): number {
  return ids.size < mostIds ? idFor(text) : (ids.get(text) ?? noId);
}

/** Values by the ids of their texts, `missing` between them; ids beyond its end have none either. */
export function tableById(
  entries: Iterable<readonly [text: string, value: number]>,
  missing: number,
): Int32Array {
  const numbered = Array.from(entries, ([text, value]) => [idFor(text), value] as const);
  const table = new Int32Array(numbered.reduce((length, [id]) => Math.max(length, id + 1), 0)).fill(missing);
  for (const [id, value] of numbered) table[id] = value;
  return table;
}

/**
 * A set of texts by their ids, a bit for each. A vocabulary takes two kilobytes, which stay at hand where a table of
 * values would have to be fetched for every word: ask the set first.
 */
export type IdSet = Uint8Array;

/** Gathers the ids of texts. */
export function idSetOf(texts: Iterable<string>): IdSet {
  const all = Array.from(texts, idFor);
  const set = new Uint8Array((all.reduce((most, id) => Math.max(most, id), -1) >> 3) + 1);
  for (const id of all) set[id >> 3] = (set[id >> 3] ?? 0) | (1 << (id & 7));
  return set;
}

/** Whether the text of an id is in the set; {@link noId} never is. */
export const hasId = (set: IdSet, id: number): boolean =>
  id >= 0 && ((set[id >> 3] ?? 0) & (1 << (id & 7))) !== 0;
