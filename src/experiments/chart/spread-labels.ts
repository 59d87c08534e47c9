/**
 * Moves label positions apart until neighbours keep `gap`, as little as possible and in the same order; none lies below
 * `floor`.
 */
export function spreadLabels(
  positions: readonly number[],
  gap: number,
  floor = Number.NEGATIVE_INFINITY,
): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  // Groups of touching labels share the mean of what their members want (pool adjacent violators).
  const groups: Group[] = [];
  for (const index of order) {
    let group: Group = { wanted: Math.max(floor, positions[index] ?? 0), members: [index] };
    for (
      let below = groups.at(-1);
      below !== undefined && overlap(below, group, gap);
      below = groups.at(-1)
    ) {
      groups.pop();
      group = lifted(merge(below, group), gap, floor);
    }
    groups.push(group);
  }
  const spread = new Array<number>(positions.length).fill(0);
  for (const { wanted, members } of groups) {
    for (const [place, index] of members.entries()) {
      spread[index] = wanted + (place - (members.length - 1) / 2) * gap;
    }
  }
  return spread;
}

interface Group {
  readonly wanted: number;
  readonly members: number[];
}

function overlap(below: Group, above: Group, gap: number): boolean {
  return above.wanted - below.wanted < ((below.members.length + above.members.length) / 2) * gap;
}

/** High enough for its lowest member to stand on the floor. */
function lifted({ wanted, members }: Group, gap: number, floor: number): Group {
  return { wanted: Math.max(wanted, floor + ((members.length - 1) / 2) * gap), members };
}

function merge(below: Group, above: Group): Group {
  const members = [...below.members, ...above.members];
  const wanted = (below.wanted * below.members.length + above.wanted * above.members.length) / members.length;
  return { wanted, members };
}
