/** What the picture needs of a run. */
export type EnergyTrace = RbmTrace | StackTrace;

/** A single RBM. */
export interface RbmTrace {
  readonly model: 'rbm';
  readonly gibbs: number;
  readonly points: readonly RbmPoint[];
}

/** A moment of its training. */
export interface RbmPoint {
  readonly step: number;
  /** Between the training direction and the exact gradient. */
  readonly cosine: number;
  /** Share of pixels that come back wrong. */
  readonly flipped: number;
  readonly nll: number;
}

/** Two hidden layers; for a DBN only the training of the upper one. */
export interface StackTrace {
  readonly model: 'dbn' | 'dbm';
  readonly points: readonly StackPoint[];
}

/** A moment of its training; the bound is one on the likelihood from below, so on this from above. */
export interface StackPoint {
  readonly step: number;
  readonly nll: number;
  readonly bound: number;
}
