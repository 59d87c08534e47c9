import { type Prose, readProse } from './prose.ts';
import { gap, type Unit } from './text/unit.ts';

/** An answer, read once for all points. */
export interface ReadAnswer {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly prose: Prose;
  /** For each unit: the sentence it is in, or the piece of a bag of keywords. */
  readonly blockOf: readonly number[];
}

/** Keywords this far apart in a bag have nothing to do with each other. */
const soupBlockWords = 8;
const hanWords = 0.5;

/** Lays out the units of an answer. */
export function readAnswer(text: string, units: readonly Unit[]): ReadAnswer {
  const prose = readProse(text, units);
  return { text, units, prose, blockOf: blocksOf(units, prose) };
}

function blocksOf(units: readonly Unit[], { soup }: Prose): readonly number[] {
  let block = 0;
  let words = 0;
  return units.map((unit) => {
    const full = soup.size > 0 && soup.has(unit.sentence) && words >= soupBlockWords;
    if (unit.gap === gap.sentence || full) {
      block += 1;
      words = 0;
    }
    words += unit.kind === 'han' ? hanWords : 1;
    return block;
  });
}
