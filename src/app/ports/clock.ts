/** Time as an argument; epoch milliseconds. */
export interface Clock {
  nowMs(): number;
}

/** Chance as an argument: uniform in [0, 1). */
export type Chance = () => number;
