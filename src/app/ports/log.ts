/** Where the operator reads what happened: codes and ids, never tokens, never what people wrote. */
export interface Log {
  info(code: string, facts?: LogFacts): void;
  warn(code: string, facts?: LogFacts): void;
  /** `cause` goes to the log with its stack; its message must not quote people. */
  error(code: string, cause: unknown, facts?: LogFacts): void;
}

/** Ids, counts and durations. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;
