/** What one person achieved in a window. */
export interface Tally {
  readonly personId: string;
  readonly name: string;
  /** Sum over questions of the best attempt, and over daily questions of the first. */
  readonly points: number;
  /** Attempts of any kind: the effort. */
  readonly attempts: number;
  /** Highest score of one attempt, 0..1. */
  readonly best: number;
  /** Wants not to be seen on the board. */
  readonly isHidden: boolean;
}

/** A tally with its place on the board. */
export interface Standing extends Tally {
  /** Equal points share a rank and the next rank is skipped: 1, 2, 2, 4 (standard competition ranking). */
  readonly rank: number;
}

/**
 * Ranks the tallies that may be seen, best first; people with equal points are ordered by name, so the board is stable.
 * The reader always sees themself: someone hidden gets a rank of their own without taking one from others.
 */
export function rankTallies(
  tallies: readonly Tally[],
  readerId?: string,
): { readonly standings: readonly Standing[]; readonly reader: Standing | undefined } {
  const visible = tallies.filter((tally) => !tally.isHidden && tally.points > 0).sort(byPointsThenName);
  const standings: Standing[] = [];
  for (const [index, tally] of visible.entries()) {
    const above = standings[index - 1];
    standings.push({ ...tally, rank: above?.points === tally.points ? above.rank : index + 1 });
  }
  return { standings, reader: findReader(tallies, standings, readerId) };
}

function findReader(
  tallies: readonly Tally[],
  standings: readonly Standing[],
  readerId: string | undefined,
): Standing | undefined {
  const listed = standings.find(({ personId }) => personId === readerId);
  if (listed !== undefined) return listed;
  const tally = tallies.find(({ personId }) => personId === readerId);
  if (tally === undefined) return undefined;
  return { ...tally, rank: 1 + standings.filter(({ points }) => points > tally.points).length };
}

function byPointsThenName(a: Tally, b: Tally): number {
  return (
    b.points - a.points ||
    (a.name < b.name ? -1 : Number(a.name > b.name)) ||
    (a.personId < b.personId ? -1 : 1)
  );
}
