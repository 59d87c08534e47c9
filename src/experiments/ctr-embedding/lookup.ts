import * as tf from '@tensorflow/tfjs';
import { learnTogether } from '../maths/learn-together.ts';
import { oneHot } from '../maths/losses.ts';
import { inScope } from '../maths/scope.ts';
import { sgd } from '../maths/update-rules.ts';
import { type Clicks, users } from './clicks.ts';
import { clickLosses, type drawModels } from './models.ts';

/** What an embedding is, in two exact numbers. */
export interface Lookup {
  /** Largest difference between rows looked up in the table and one-hot rows times the table. */
  readonly lookupDifference: number;
  /** Rows of the table with a gradient, less those of the people in the batch. */
  readonly strayRows: number;
}

/** Holds the product that the models use against a look-up, and one step of learning against the people it saw. */
export function compareLookup(initial: ReturnType<typeof drawModels>, clicks: Clicks): Lookup {
  return learnTogether(initial, sgd(1), ({ weights, descend }) => {
    const [table] = weights().deep;
    const before = table.dataSync();
    const lookupDifference = inScope(() => {
      const product = tf.matMul(oneHot(clicks.users, users), table);
      return tf.max(tf.abs(tf.sub(product, tf.gather(table, clicks.users)))).dataSync()[0] ?? Number.NaN;
    });
    descend((models) => clickLosses(models, clicks));
    const after = weights().deep[0].dataSync();
    const width = before.length / users;
    const isMoved = (row: number) => {
      const own = after.subarray(row * width, (row + 1) * width);
      return own.some((value, column) => value !== before[row * width + column]);
    };
    const moved = Array.from({ length: users }, (_, row) => row).filter(isMoved);
    return { lookupDifference, strayRows: moved.length - new Set(clicks.users).size };
  });
}
