/** A matrix, its numbers row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
  /** ∂L/∂values, complete once the tape has run back; undefined where nobody asks for it. */
  readonly slopes: Float64Array | undefined;
}

/** A matrix that an operation made, or that learns: its slopes are asked for. */
export interface Variable extends Matrix {
  readonly slopes: Float64Array;
}

/**
 * Remembers operations on small matrices and runs back through them for the gradient: what TensorFlow.js does, without
 * the 10–20 µs it takes for every operation. Faster by far where matrices have a few thousand numbers; beyond that its
 * products, which use no SIMD, are slower.
 */
export interface Tape {
  /** Zeros for an operation to fill, lent until the tape begins anew. */
  blank(rows: number, columns: number): Variable;
  /** What adds to slopes on the way back; called once, after everything that is recorded later. */
  record(wayBack: () => void): void;
  /** Runs back through everything recorded. */
  runBack(): void;
  /** Forgets what was recorded and takes back what was lent. */
  begin(): void;
}

/** An empty tape. */
export function createTape(): Tape {
  const lent: Variable[] = [];
  let next = 0;
  let waysBack: (() => void)[] = [];
  return {
    blank: (rows, columns) => {
      // A loop makes the same matrices in the same order at every step, so those of the last step are used again.
      const known = lent[next];
      const isSame = known?.rows === rows && known.columns === columns;
      const matrix = isSame ? emptied(known) : zeros(rows, columns);
      lent[next++] = matrix;
      return matrix;
    },
    record: (wayBack) => {
      waysBack.push(wayBack);
    },
    runBack: () => {
      for (let at = waysBack.length - 1; at >= 0; at--) waysBack[at]?.();
    },
    begin: () => {
      next = 0;
      waysBack = [];
    },
  };
}

/** Numbers that are given: nobody asks how the loss depends on them. */
export function given(values: ArrayLike<number>, rows: number, columns: number): Matrix {
  return { rows, columns, values: Float64Array.from(values), slopes: undefined };
}

function zeros(rows: number, columns: number): Variable {
  const size = rows * columns;
  return { rows, columns, values: new Float64Array(size), slopes: new Float64Array(size) };
}

function emptied(matrix: Variable): Variable {
  matrix.values.fill(0);
  matrix.slopes.fill(0);
  return matrix;
}
