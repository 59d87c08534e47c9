import { formulaSigns } from '../text/formula.ts';
import { gap, type Unit } from '../text/unit.ts';
import type { Piece } from './split-reference.ts';

/** A formula in a piece of a reference, over the units `from..to`, end exclusive. */
export interface FormulaStretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches of single letters, numbers and signs that belong together: `(2n+1)/3`, `O(n)`. */
export function formulasIn(piece: Piece): readonly FormulaStretch[] {
  const formulas: FormulaStretch[] = [];
  for (let from = 0; from < piece.length; ) {
    let to = from + 1;
    while (to < piece.length && isFormulaPart(piece[from]) && continuesFormula(piece[to], piece[to - 1])) {
      to += 1;
    }
    if (to - from >= 2 && piece.slice(from, to).some(isVariable)) formulas.push({ from, to });
    from = to;
  }
  return formulas;
}

const isVariable = ({ kind, key }: Unit) => kind === 'number' || (kind === 'word' && key.length === 1);

const isFormulaPart = (unit: Unit | undefined) =>
  unit !== undefined && (isVariable(unit) || (unit.kind === 'sign' && formulaSigns.has(unit.key)));

function continuesFormula(unit: Unit | undefined, before: Unit | undefined): boolean {
  if (unit === undefined || !isFormulaPart(unit) || !isFormulaPart(before)) return false;
  return unit.kind === 'sign' || before?.kind === 'sign' || unit.gap === gap.none || unit.gap === gap.hyphen;
}
