/** A rehearsal's record: what was said and done, and every check with whether it held. */
export interface Record {
  /** A line of the transcript; `who` is a person, the coach, or the platform. */
  say(who: string, text: string): void;
  /** A heading between two scenes. */
  scene(title: string): void;
  /** Notes whether something held; `detail` says what was seen instead. */
  check(what: string, holds: boolean, detail?: string): void;
}

/** What came of a rehearsal. */
export interface Tally {
  readonly checks: number;
  readonly failed: readonly string[];
}

/** Writes a record to an output as it grows. */
export function createRecord(write: (text: string) => void): { record: Record; tally: () => Tally } {
  let checks = 0;
  const failed: string[] = [];
  const record: Record = {
    say: (who, text) => write(`${who}: ${text.split('\n').join(`\n${' '.repeat(4)}`)}\n`),
    scene: (title) => write(`\n── ${title} ──\n`),
    check: (what, holds, detail) => {
      checks += 1;
      if (!holds) failed.push(what);
      write(`  ${holds ? '✓' : '✗'} ${what}${holds || detail === undefined ? '' : ` (${detail})`}\n`);
    },
  };
  return { record, tally: () => ({ checks, failed }) };
}
