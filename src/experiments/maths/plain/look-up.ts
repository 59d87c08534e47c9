import type { Tape, Variable } from './tape.ts';

/** Rows of a table, as their numbers say: a look-up, which is one-hot rows times the table. */
export function lookUp(tape: Tape, table: Variable, numbers: Int32Array): Variable {
  const { columns } = table;
  const rows = tape.blank(numbers.length, columns);
  eachEntry(numbers, columns, (entry, inTable) => {
    rows.values[entry] = table.values[inTable] ?? 0;
  });
  tape.record(() => {
    eachEntry(numbers, columns, (entry, inTable) => {
      table.slopes[inTable] = (table.slopes[inTable] ?? 0) + (rows.slopes[entry] ?? 0);
    });
  });
  return rows;
}

function eachEntry(
  numbers: Int32Array,
  columns: number,
  visit: (entry: number, inTable: number) => void,
): void {
  for (let row = 0; row < numbers.length; row++) {
    const from = (numbers[row] ?? 0) * columns;
    for (let column = 0; column < columns; column++) visit(row * columns + column, from + column);
  }
}
