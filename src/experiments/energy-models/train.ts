/** Moments at which a model is judged, the first and the last step among them. */
const looks = 30;
/** Steps between checkpoints; a few milliseconds. */
const checkpointEvery = 50;

/** Takes steps and looks at the model now and then; returns what was seen, in order. */
export function trainAndLook<Seen>(
  steps: number,
  { step, look, checkpoint }: { step: () => void; look: (step: number) => Seen; checkpoint: () => void },
): Seen[] {
  const seen = [look(0)];
  for (let done = 1; done <= steps; done++) {
    step();
    if (Math.floor((done * looks) / steps) > Math.floor(((done - 1) * looks) / steps)) {
      checkpoint();
      seen.push(look(done));
    }
    if (done % checkpointEvery === 0) checkpoint();
  }
  return seen;
}

/** The two ends of what was seen. */
export function firstAndLast<Seen>(seen: readonly Seen[]): readonly [first: Seen, last: Seen] {
  const [first, last] = [seen[0], seen.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a training was never looked at');
  return [first, last];
}
