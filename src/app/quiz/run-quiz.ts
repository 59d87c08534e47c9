import { matchingQuestions, pickQuestion } from '../../core/quiz/pick-question.ts';
import {
  type AskedQuestion,
  askNext,
  type ClosedSession,
  closeQuiz,
  hasNext,
  type OpenSession,
  type QuizPlan,
  startQuiz,
} from '../../core/quiz/quiz-session.ts';
import type { CommandContext } from '../commands/command.ts';

/** An open quiz that nobody touched for this long has expired; a new one may take its place. */
const idleLimitMs = 24 * 3_600_000;

/** Outcome of {@link beginQuiz}. */
export type BeginOutcome =
  | { readonly kind: 'asked'; readonly session: OpenSession }
  | { readonly kind: 'already-open'; readonly session: OpenSession }
  | { readonly kind: 'no-match' };

/** Starts a quiz here. In private a new quiz replaces the old one; in a group the running one has to end first. */
export async function beginQuiz(context: CommandContext, plan: QuizPlan): Promise<BeginOutcome> {
  const { incoming } = context;
  const open = await findOpenQuiz(context);
  if (open !== undefined && incoming.conversation.kind === 'group' && !(await isIdle(context, open))) {
    return { kind: 'already-open', session: open };
  }
  const asked = await openRound(context, plan, [], open?.current.questionId);
  if (asked === undefined) return { kind: 'no-match' };
  if (open !== undefined) await context.tx.rounds.close(open.current.roundId, context.nowMs);
  // A quiz never asks a question twice, so it is no longer than there are questions.
  const matching = matchingQuestions(context.services.bank.questions, plan).length;
  const session = startQuiz(
    { ...plan, count: Math.min(plan.count, matching) },
    asked.questionId,
    asked.roundId,
  );
  await save(context, session);
  return { kind: 'asked', session };
}

/** Outcome of {@link advanceQuiz}; `behind` is the question left behind. */
export type AdvanceOutcome =
  | { readonly kind: 'none-open' }
  | { readonly kind: 'asked'; readonly session: OpenSession; readonly behind: OpenSession['current'] }
  | { readonly kind: 'closed'; readonly session: ClosedSession; readonly behind: OpenSession['current'] };

/** Goes on to the next question, or closes the quiz when its plan is fulfilled. */
export async function advanceQuiz(context: CommandContext): Promise<AdvanceOutcome> {
  const open = await findOpenQuiz(context);
  if (open === undefined) return { kind: 'none-open' };
  if (!hasNext(open)) return endQuiz(context, 'finished');
  const asked = await openRound(context, open.plan, [...open.earlier, open.current]);
  if (asked === undefined) return endQuiz(context, 'finished');
  await context.tx.rounds.close(open.current.roundId, context.nowMs);
  const session = askNext(open, asked.questionId, asked.roundId);
  await save(context, session);
  return { kind: 'asked', session, behind: open.current };
}

/** Ends the quiz that is open here. */
export async function endQuiz(
  context: CommandContext,
  reason: ClosedSession['reason'],
): Promise<Exclude<AdvanceOutcome, { kind: 'asked' }>> {
  const open = await findOpenQuiz(context);
  if (open === undefined) return { kind: 'none-open' };
  await context.tx.rounds.close(open.current.roundId, context.nowMs);
  const session = closeQuiz(open, reason);
  await save(context, session);
  return { kind: 'closed', session, behind: open.current };
}

/** The quiz that is open in this conversation. */
export async function findOpenQuiz({ tx, incoming }: CommandContext): Promise<OpenSession | undefined> {
  const session = await tx.sessions.find(incoming.conversation.id);
  return session?.kind === 'open' ? session : undefined;
}

async function isIdle({ tx, nowMs }: CommandContext, session: OpenSession): Promise<boolean> {
  const round = await tx.rounds.find(session.current.roundId);
  return round === undefined || nowMs - round.openedMs > idleLimitMs;
}

async function openRound(
  { tx, services, incoming, nowMs }: CommandContext,
  plan: QuizPlan,
  inSession: readonly AskedQuestion[],
  previousId?: string,
): Promise<{ questionId: string; roundId: string } | undefined> {
  const { conversation } = incoming;
  const timesAsked = await tx.rounds.timesAsked({ conversationId: conversation.id });
  const candidates = matchingQuestions(services.bank.questions, plan).filter(
    ({ id }) => !inSession.some(({ questionId }) => questionId === id),
  );
  const question = pickQuestion(candidates, timesAsked, services.chance(), previousId);
  if (question === undefined) return undefined;
  const roundId = services.createId();
  await tx.rounds.open({
    id: roundId,
    groupId: conversation.groupId,
    conversationId: conversation.id,
    questionId: question.id,
    origin: { kind: 'quiz' },
    openedMs: nowMs,
  });
  return { questionId: question.id, roundId };
}

function save({ tx, incoming, nowMs }: CommandContext, session: OpenSession | ClosedSession): Promise<void> {
  return tx.sessions.save(incoming.conversation.id, session, nowMs);
}
