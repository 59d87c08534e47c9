import type { Hit } from './find-hits.ts';
import type { PreparedRubric } from './prepared-rubric.ts';
import { functionCharacters, functionWords } from './text/function-words.ts';
import type { Unit } from './text/unit.ts';

/** An answer at least this long that scores next to nothing may be a paraphrase the rubric does not know. */
const fewestWords = 25;
const highestScore = 0.15;
const hanWords = 0.6;

/** Whether a long answer uses words of the question or of the rubric and yet earns next to nothing. */
export function isUnmatched(
  rubric: PreparedRubric,
  units: readonly Unit[],
  hits: readonly Hit[],
  score: number,
): boolean {
  if (score > highestScore) return false;
  const words = units.reduce((sum, { kind }) => sum + (kind === 'han' ? hanWords : 1), 0);
  if (words < fewestWords) return false;
  const asked = new Set(
    rubric.echo.keys.filter((key) => !functionWords.has(key) && !functionCharacters.has(key)),
  );
  return hits.length > 0 || units.some(({ key }) => asked.has(key));
}
