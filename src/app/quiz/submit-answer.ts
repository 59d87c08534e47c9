import type { PrepareOptions } from '../../core/grading/prepare-rubric.ts';
import { pointsFor } from '../../core/leaderboard/points.ts';
import type { Question } from '../../core/question/question.ts';
import type { Attempt } from '../../core/quiz/attempt.ts';
import type { Round } from '../../core/quiz/round.ts';
import { toAliasOverlay } from '../../core/review/alias-overlay.ts';
import type { CommandContext } from '../commands/command.ts';

/** Why an answer earns no board points. */
export type PracticeReason = 'daily-again' | 'daily-over' | 'explained' | 'follow-up';

/** Outcome of {@link submitAnswer}. */
export type SubmitOutcome =
  | { readonly kind: 'no-open-question' }
  /** The round named is not known, or its question has left the bank. */
  | { readonly kind: 'unknown-round' }
  | {
      readonly kind: 'graded';
      readonly round: Round;
      readonly question: Question;
      readonly attempt: Attempt;
      readonly points: number;
      readonly practice: PracticeReason | undefined;
      /** Score of the person's attempt before this one, in the same round. */
      readonly previousScore: number | undefined;
    };

/**
 * Grades an answer and writes down the attempt and its points.
 * Without a round it answers what is open to the person here: their follow-up, the quiz, the daily question.
 */
export async function submitAnswer(
  context: CommandContext,
  answer: string,
  roundId: string | undefined,
): Promise<SubmitOutcome> {
  const { tx, services, incoming, nowMs } = context;
  const round = roundId === undefined ? await findOpenRound(context) : await tx.rounds.find(roundId);
  if (round === undefined) return { kind: roundId === undefined ? 'no-open-question' : 'unknown-round' };
  const question = services.bank.questions.find(({ id }) => id === round.questionId);
  if (question === undefined) return { kind: 'unknown-round' };
  const previous = await tx.attempts.findLatestScore(round.id, incoming.person.id);
  const attempt: Attempt = {
    id: services.createId(),
    roundId: round.id,
    groupId: round.groupId,
    personId: incoming.person.id,
    questionId: question.id,
    ordinal: (previous?.ordinal ?? 0) + 1,
    answer,
    grade: services.grade(question, answer, await gradingOptions(context, round, question)),
    atMs: nowMs,
  };
  await tx.attempts.append(attempt, round.origin.kind === 'follow-up');
  const practice = await practiceReason(context, round, attempt);
  const points = await score(context, round, question, attempt, practice);
  return { kind: 'graded', round, question, attempt, points, practice, previousScore: previous?.score };
}

/** What is open to a person in a conversation: of their follow-up and the quiz the later, or else the daily question. */
export async function findOpenRound({ tx, incoming }: CommandContext): Promise<Round | undefined> {
  const { conversation, person } = incoming;
  const followUp = await tx.rounds.findOpenFollowUp(conversation.id, person.id);
  const session = await tx.sessions.find(conversation.id);
  const quiz = session?.kind === 'open' ? await tx.rounds.find(session.current.roundId) : undefined;
  // A probe left unanswered must not swallow the answer to a question asked after it.
  if (followUp !== undefined && (quiz === undefined || followUp.openedMs >= quiz.openedMs)) return followUp;
  return quiz ?? tx.rounds.findOpenDaily(conversation.groupId);
}

/** How a round's answers are graded: on the points it asks for, with the words its group has accepted. */
export async function gradingOptions(
  { tx }: Pick<CommandContext, 'tx'>,
  round: Pick<Round, 'groupId' | 'origin'>,
  question: Question,
): Promise<PrepareOptions> {
  const probes = probesOf(round, question);
  const overlay = toAliasOverlay(await tx.appeals.accepted(round.groupId, question.id));
  return { ...(probes !== undefined && { probes }), ...(overlay.size > 0 && { overlay }) };
}

/** The points a follow-up asks for; undefined for a whole question. */
function probesOf(round: Pick<Round, 'origin'>, question: Question): readonly string[] | undefined {
  const { origin } = round;
  if (origin.kind !== 'follow-up') return undefined;
  return question.followUps.find(({ id }) => id === origin.followUpId)?.probes;
}

async function practiceReason(
  { tx }: CommandContext,
  round: Round,
  attempt: Attempt,
): Promise<PracticeReason | undefined> {
  if (round.origin.kind === 'follow-up') return 'follow-up';
  if (await tx.explanations.has(round.id, attempt.personId)) return 'explained';
  if (round.origin.kind === 'quiz') return undefined;
  if (round.closedMs !== undefined) return 'daily-over';
  return attempt.ordinal > 1 ? 'daily-again' : undefined;
}

async function score(
  { tx, incoming, member }: CommandContext,
  round: Round,
  question: Question,
  attempt: Attempt,
  practice: PracticeReason | undefined,
): Promise<number> {
  if (round.origin.kind === 'follow-up') return 0;
  const points = practice === undefined ? pointsFor(attempt.grade.score, question.level) : 0;
  // Someone may answer a group's question from a private talk; the board must know them all the same.
  if (round.groupId !== incoming.conversation.groupId) {
    await tx.members.meet({ ...member, groupId: round.groupId }, attempt.atMs);
  }
  await tx.scores.add({
    attemptId: attempt.id,
    roundId: round.id,
    groupId: round.groupId,
    personId: attempt.personId,
    questionId: question.id,
    kind: round.origin.kind,
    counts: practice === undefined,
    points,
    score: attempt.grade.score,
    atMs: attempt.atMs,
  });
  return points;
}
