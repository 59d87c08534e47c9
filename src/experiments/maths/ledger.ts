import * as tf from '@tensorflow/tfjs';

/** Numbers that arise in a loop and are read after it: every read waits for the backend. */
export interface Ledger {
  /** Keeps a copy of the scalar, also beyond the scope it is made in. */
  add(scalar: tf.Scalar): void;
  /** Everything added since the last reading, in order. */
  read(): number[];
  /** Frees what was not read. */
  dispose(): void;
}

/** An empty ledger. */
export function createLedger(): Ledger {
  let entries: tf.Tensor[] = [];
  const dispose = () => {
    tf.dispose(entries);
    entries = [];
  };
  return {
    add: (scalar) => {
      entries.push(tf.keep(scalar.clone()));
    },
    read: () => {
      if (entries.length === 0) return [];
      const stacked = tf.stack(entries);
      const values = Array.from(stacked.dataSync());
      stacked.dispose();
      dispose();
      return values;
    },
    dispose,
  };
}
