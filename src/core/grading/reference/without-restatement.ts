import { createEcho, findEcho } from '../echo.ts';
import { functionCharacters, functionWords } from '../text/function-words.ts';
import type { Unit } from '../text/unit.ts';

/** Words that lead from the question's words to the answer: "include", 分为, 包括. */
const linkers = new Set([
  ...'分包括含即指由成通常'.split(''),
  ...'include includes consist consists namely following'.split(' '),
]);

/** A lead of fewer words is the answer's own subject. */
const shortestLeadWords = 2;
const hanWords = 0.5;

/**
 * A reference without the stretches it copies from its question and without a lead-in made of the question's words
 * ("物品验收方式分为…"); a reference that says nothing else stays whole.
 */
export function withoutRestatement(units: readonly Unit[], asked: readonly Unit[]): readonly Unit[] {
  const copied = findEcho(createEcho([asked]), units);
  const own = units.filter((_, at) => copied[at] === false);
  return withoutLead(own.length === 0 ? units : own, asked);
}

function withoutLead(units: readonly Unit[], asked: readonly Unit[]): readonly Unit[] {
  const keys = new Set(asked.map(({ key }) => key));
  let restated = 0;
  const end = units.findIndex((unit) => {
    if (isLinker(unit)) return false;
    if (!keys.has(unit.key)) return true;
    restated += unit.kind === 'han' ? hanWords : 1;
    return false;
  });
  return end < 0 || restated < shortestLeadWords ? units : units.slice(end);
}

const isLinker = ({ key }: Unit) => functionWords.has(key) || functionCharacters.has(key) || linkers.has(key);
