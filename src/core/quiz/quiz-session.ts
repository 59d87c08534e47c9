/** What was asked for when a quiz began. */
export interface QuizPlan {
  readonly topic?: string;
  readonly level?: number;
  /** How many questions to ask in all. */
  readonly count: number;
}

/** A question as asked in a session. */
export interface AskedQuestion {
  readonly questionId: string;
  readonly roundId: string;
  /** Hints already shown for it. */
  readonly hintsShown: number;
}

/** A quiz in one conversation. Only an open one has a current question. */
export type QuizSession =
  | {
      readonly kind: 'open';
      readonly plan: QuizPlan;
      readonly earlier: readonly AskedQuestion[];
      readonly current: AskedQuestion;
    }
  | {
      readonly kind: 'closed';
      readonly reason: 'finished' | 'stopped' | 'expired';
      readonly plan: QuizPlan;
      readonly earlier: readonly AskedQuestion[];
    };

/** An open {@link QuizSession}. */
export type OpenSession = Extract<QuizSession, { kind: 'open' }>;

/** A closed {@link QuizSession}. */
export type ClosedSession = Extract<QuizSession, { kind: 'closed' }>;

/** Begins a quiz with its first question. */
export function startQuiz(plan: QuizPlan, questionId: string, roundId: string): OpenSession {
  return { kind: 'open', plan, earlier: [], current: { questionId, roundId, hintsShown: 0 } };
}

/** Whether the plan holds another question after the current one. */
export function hasNext(session: OpenSession): boolean {
  return session.earlier.length + 1 < session.plan.count;
}

/** Puts the current question behind and asks another. Only while {@link hasNext}. */
export function askNext(session: OpenSession, questionId: string, roundId: string): OpenSession {
  return {
    ...session,
    earlier: [...session.earlier, session.current],
    current: { questionId, roundId, hintsShown: 0 },
  };
}

/** Ends the quiz; what was asked stays on record. */
export function closeQuiz(session: OpenSession, reason: ClosedSession['reason']): ClosedSession {
  return { kind: 'closed', reason, plan: session.plan, earlier: [...session.earlier, session.current] };
}

/** Outcome of {@link takeHint}: the session with one more hint shown and the hint's index, or that none is left. */
export type HintOutcome =
  | { readonly kind: 'hint'; readonly session: OpenSession; readonly index: number }
  | { readonly kind: 'no-more-hints' };

/** Shows the next hint of the current question, of which there are `available`. */
export function takeHint(session: OpenSession, available: number): HintOutcome {
  const { current } = session;
  if (current.hintsShown >= available) return { kind: 'no-more-hints' };
  return {
    kind: 'hint',
    index: current.hintsShown,
    session: { ...session, current: { ...current, hintsShown: current.hintsShown + 1 } },
  };
}
