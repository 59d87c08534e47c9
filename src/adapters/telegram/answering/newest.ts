/**
 * What a source gives, without what was overtaken while nobody was looking: whoever shows states one a second shows the
 * newest each time, and the last one always. Ends when the source ends, and throws what it throws.
 */
export async function* newest<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const unseen: T[] = [];
  let wake = () => {};
  let isOver = false;
  const reading = (async () => {
    try {
      for await (const state of source) {
        unseen.splice(0, unseen.length, state);
        wake();
      }
    } finally {
      isOver = true;
      wake();
    }
  })();
  // What it throws is thrown below; until then it must not count as unheard.
  reading.catch(() => undefined);
  const isFinished = () => isOver;
  while (!isFinished() || unseen.length > 0) {
    if (unseen.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    } else yield* unseen.splice(0);
  }
  await reading;
}
