import { type Stemmer, symbolOf } from './match/pattern.ts';
import { type Prose, readProse } from './prose.ts';
import { fillers } from './text/function-words.ts';
import { gap, type Unit } from './text/unit.ts';

/** An answer, read once for all points. */
export interface ReadAnswer {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly stem: Stemmer;
  readonly prose: Prose;
  /** For each unit: the sentence it is in, or the piece of a bag of keywords. */
  readonly blockOf: readonly number[];
  /** Sentences that set one thing against another ("unlike sigmoid, …"), where a denial may be about the other. */
  readonly contrasts: ReadonlySet<number>;
}

/** Keywords this far apart in a bag have nothing to do with each other. */
const soupBlockWords = 8;
const hanWords = 0.5;

const contrastWords = new Set(
  'unlike whereas while contrast contrary compared comparison versus vs'.split(' '),
);
const contrastPairs = new Set(['不像', '相比', '相反', '不同', '对比', '反之']);

/** Lays out the units of an answer. */
export function readAnswer(text: string, units: readonly Unit[], stem: Stemmer): ReadAnswer {
  const prose = readProse(text, units);
  return { text, units, stem, prose, blockOf: blocksOf(units, prose), contrasts: contrastsIn(units) };
}

function blocksOf(units: readonly Unit[], { soup }: Prose): readonly number[] {
  let block = 0;
  let words = 0;
  return units.map((unit) => {
    const full = soup.has(unit.sentence) && words >= soupBlockWords;
    if (unit.gap === gap.sentence || full) {
      block += 1;
      words = 0;
    }
    words += unit.kind === 'han' ? hanWords : 1;
    return block;
  });
}

function contrastsIn(units: readonly Unit[]): ReadonlySet<number> {
  const sentences = new Set<number>();
  units.forEach(({ key, sentence }, index) => {
    if (contrastWords.has(key) || contrastPairs.has(key + (units[index + 1]?.key ?? '')))
      sentences.add(sentence);
  });
  return sentences;
}

/** The stems of a sentence's content words. */
export function contentOf({ units, stem }: ReadAnswer, sentence: number): ReadonlySet<string> {
  const content = units.filter((unit) => unit.sentence === sentence && !fillers.has(unit.key));
  return new Set(content.map((unit) => symbolOf(unit, stem)));
}
