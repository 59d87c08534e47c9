/** A slot that a term speaks for or against. */
export interface TermUse {
  readonly claim: number;
  readonly slot: number;
  /** The slot's number among those of all claims. */
  readonly seat: number;
  /** The term says the reverse of the slot. */
  readonly opposite: boolean;
  /** Terms inside which this one means something else. */
  readonly notWithin: readonly number[];
}

/**
 * What the terms of a rubric speak for, in flat arrays: it is looked up for every term found in an answer, and objects
 * would lie all over the memory. A seat is a slot's number among those of all claims.
 */
export interface TermUses {
  /** The claim and the slot of each seat. */
  readonly claimOf: Int32Array;
  readonly slotOf: Int32Array;
  /** Where the uses of each term begin; those of the next one are the end. */
  readonly from: Int32Array;
  readonly seatOf: Int32Array;
  /** 1 where the term says the reverse of the slot. */
  readonly isOpposite: Uint8Array;
  /** Where the wrapping terms of each use begin, those inside which the term means something else. */
  readonly wrappersFrom: Int32Array;
  readonly wrappers: Int32Array;
  /** 1 for a term that wraps others. */
  readonly isWrapping: Uint8Array;
}

/** Lays out the uses of each term; `slotCounts` are the claims' numbers of slots. */
export function layOutUses(uses: readonly (readonly TermUse[])[], slotCounts: readonly number[]): TermUses {
  const seats = slotCounts.flatMap((count, claim) =>
    Array.from({ length: count }, (_, slot) => ({ claim, slot })),
  );
  const all = uses.flat();
  const wrappers = all.flatMap(({ notWithin }) => notWithin);
  const isWrapping = new Uint8Array(uses.length);
  for (const term of wrappers) isWrapping[term] = 1;
  return {
    claimOf: Int32Array.from(seats, ({ claim }) => claim),
    slotOf: Int32Array.from(seats, ({ slot }) => slot),
    from: startsOf(uses.map(({ length }) => length)),
    seatOf: Int32Array.from(all, ({ seat }) => seat),
    isOpposite: Uint8Array.from(all, ({ opposite }) => (opposite ? 1 : 0)),
    wrappersFrom: startsOf(all.map(({ notWithin }) => notWithin.length)),
    wrappers: Int32Array.from(wrappers),
    isWrapping,
  };
}

/** Where each of several stretches begins, and where the last one ends. */
function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, at) => {
    starts[at + 1] = (starts[at] ?? 0) + length;
  });
  return starts;
}
