import { articles, fillers } from '../text/function-words.ts';
import { readUnits } from '../text/read-units.ts';
import { gap, type Unit } from '../text/unit.ts';
import { stemOf } from '../text/word.ts';

type Stemmer = (word: string) => string;

/** One way an alias may be written, as a sequence of symbols: stems, numbers, Chinese characters, signs. */
export type Pattern = readonly string[];

/** An alias made ready for matching. */
export interface CompiledAlias {
  readonly units: readonly Unit[];
  /** Its folded text, where that is two or more Chinese characters and nothing else. */
  readonly han: string | undefined;
  /** Its own units without fillers; what counts as written exactly so. */
  readonly keys: readonly string[];
  readonly patterns: readonly Pattern[];
}

/** Words that together are shorter than this are not also tried as one ("a b" as "ab"). */
const shortestJoined = 5;

/** The ways to write an alias: with or without its fillers, hyphenated words apart or as one; words go by their stem. */
export function compileAlias(alias: string, stem: Stemmer = stemOf): CompiledAlias {
  const all = readUnits(alias);
  const units = essentialUnits(all);
  const symbols = units.map(({ kind, key }) => (kind === 'word' ? stem(key) : key));
  const patterns: Pattern[] = symbols.length === 0 ? [] : [symbols];
  const whole = joinWords(units, 0, units.length, stem);
  if (whole !== undefined && units.length <= 3) patterns.push([whole]);
  // n² is also written n2.
  if (symbols.includes('^')) patterns.push(symbols.filter((symbol, at) => !isPlainPower(units, symbol, at)));
  for (let at = 1; at < units.length && units.length > 2; at += 1) {
    const pair = units[at]?.gap === gap.hyphen ? joinWords(units, at - 1, at + 1, stem) : undefined;
    if (pair !== undefined) patterns.push([...symbols.slice(0, at - 1), pair, ...symbols.slice(at + 1)]);
  }
  return { units: all, han: hanText(all), keys: units.map(({ key }) => key), patterns };
}

/** Compiles each alias once; one per lexicon, for rubrics share most of their aliases. */
export function createAliasCompiler(): (alias: string) => CompiledAlias {
  const compiled = new Map<string, CompiledAlias>();
  return (alias) => {
    const known = compiled.get(alias);
    if (known !== undefined) return known;
    const made = compileAlias(alias);
    compiled.set(alias, made);
    return made;
  };
}

function hanText(units: readonly Unit[]): string | undefined {
  if (units.length < 2 || units.some(({ kind }) => kind !== 'han')) return undefined;
  return units.map(({ key }) => key).join('');
}

const isPlainPower = (units: readonly Unit[], symbol: string, at: number) =>
  symbol === '^' && units[at - 1]?.kind === 'word' && units[at + 1]?.kind === 'number';

/** Leading articles and inner fillers go; the ends stay, for 在线 without 在 would be found in 离线. */
function essentialUnits(units: readonly Unit[]): readonly Unit[] {
  const first = units.findIndex(({ key }) => !articles.has(key));
  const trimmed = units.slice(Math.max(0, first));
  return trimmed.filter(({ key }, index) => index === 0 || index === trimmed.length - 1 || !fillers.has(key));
}

function joinWords(units: readonly Unit[], from: number, to: number, stem: Stemmer): string | undefined {
  const words = units.slice(from, to);
  if (words.length < 2 || words.some(({ kind }) => kind !== 'word')) return undefined;
  const joined = words.map(({ key }) => key).join('');
  return joined.length < shortestJoined ? undefined : stem(joined);
}
