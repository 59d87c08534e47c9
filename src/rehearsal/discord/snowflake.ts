/** Discord counts milliseconds from the first of January 2015. */
const epochMs = 1_420_070_400_000;

/** Makes ids as Discord does: the time in front, so that ids sort like the things they name. */
export function createSnowflakes(nowMs: () => number): () => string {
  let latestMs = 0;
  let count = 0;
  return () => {
    const ms = Math.max(nowMs(), latestMs);
    count = ms === latestMs ? count + 1 : 0;
    latestMs = ms;
    return String((BigInt(ms - epochMs) << 22n) + BigInt(count));
  };
}

/** The time in an id; epoch milliseconds. */
export function timeOf(snowflake: string): number {
  return Number(BigInt(snowflake) >> 22n) + epochMs;
}
