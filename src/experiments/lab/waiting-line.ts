/** A bounded line in front of a few workbenches: first come, first served. */
export interface WaitingLine<Bench> {
  /** Takes a place at once; undefined when the line is full. */
  join(): Place<Bench> | undefined;
}

/** A place in the line, and later at a bench. */
export interface Place<Bench> {
  /** Runs that have to end before this one starts; 0 when a bench is free. */
  ahead(): number;
  /** Resolves when the line has moved next, whoever moved. */
  moved(): Promise<void>;
  /** Resolves when it is this place's turn; never, once the place is left. */
  readonly turn: Promise<Bench>;
  /** Gives the place, or the bench, to the next; leaving twice is harmless. */
  leave(): void;
}

/** A line in front of these benches, with room for `maxWaiting` more. */
export function createWaitingLine<Bench>(benches: readonly Bench[], maxWaiting: number): WaitingLine<Bench> {
  const free = [...benches];
  const waiting: ((bench: Bench) => void)[] = [];

  let movement = createMovement();

  function serve(): void {
    if (waiting.length === 0) return;
    const bench = free.shift();
    if (bench !== undefined) waiting.shift()?.(bench);
  }

  /** Tells those who watch that the places have changed. */
  function move(): void {
    const { done } = movement;
    movement = createMovement();
    done();
  }

  return {
    join: () => {
      if (free.length === 0 && waiting.length >= maxWaiting) return undefined;
      let held: Bench | undefined;
      let hasLeft = false;
      let take: (bench: Bench) => void = () => undefined;
      const turn = new Promise<Bench>((resolve) => {
        take = (bench) => {
          held = bench;
          resolve(bench);
        };
      });
      waiting.push(take);
      serve();
      return {
        turn,
        ahead: () => waiting.indexOf(take) + 1,
        moved: () => movement.next,
        leave: () => {
          if (hasLeft) return;
          hasLeft = true;
          if (held === undefined) waiting.splice(waiting.indexOf(take), 1);
          else free.push(held);
          serve();
          move();
        },
      };
    },
  };
}

/** One change of the line, still to come. */
function createMovement(): { readonly next: Promise<void>; readonly done: () => void } {
  let done: () => void = () => undefined;
  const next = new Promise<void>((resolve) => {
    done = resolve;
  });
  return { next, done };
}
