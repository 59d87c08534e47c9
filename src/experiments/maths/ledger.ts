import * as tf from '@tensorflow/tfjs';

/** Numbers that arise in a loop and are read after it: every read waits for the backend. */
export interface Ledger {
  /** Keeps a copy of a number, or of a row of as many as before, also beyond the scope it is made in. */
  add(numbers: tf.Tensor): void;
  /** Everything added since the last reading, in order, rows one after another. */
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
    add: (numbers) => {
      entries.push(tf.keep(numbers.clone()));
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
