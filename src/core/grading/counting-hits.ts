import { isBlank } from './blank.ts';
import { findEcho } from './echo.ts';
import { findHits, type Hit } from './find-hits.ts';
import type { Flag } from './grade.ts';
import type { PreparedRubric } from './prepared-rubric.ts';
import { plays, role } from './text/roles.ts';
import type { Unit } from './text/unit.ts';

/**
 * The hits of an answer that says something of its own; raises `blank` or `question-echo` when it does not. Words
 * copied from the question fill only slots that the question fills anyway, and none under a rubric from references.
 */
export function countingHits(
  rubric: PreparedRubric,
  units: readonly Unit[],
  flags: Set<Flag>,
): readonly Hit[] {
  if (isBlank(units)) {
    flags.add('blank');
    return [];
  }
  const copied = findEcho(rubric.echo, units);
  if (!copied.includes(true)) return findHits(rubric, units);
  if (units.every((unit, at) => copied[at] === true || isFiller(unit))) {
    flags.add('question-echo');
    return [];
  }
  return findHits(rubric, units).filter(({ claim, slot, from, to }) => {
    const given = rubric.coverage === undefined && rubric.points[claim]?.slots[slot]?.generic === true;
    return given || copied.slice(from, to).includes(false);
  });
}

const isFiller = (unit: Unit) => plays(unit, role.filler | role.functionWord | role.functionCharacter);
