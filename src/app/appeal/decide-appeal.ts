import { pointsFor } from '../../core/leaderboard/points.ts';
import type { Appeal, AppealState } from '../../core/review/appeal.ts';
import type { CommandContext } from '../commands/command.ts';
import type { AuditLine } from '../ports/store.ts';
import { gradingOptions } from '../quiz/submit-answer.ts';

/** Outcome of {@link decideAppeal}; `regraded` counts the attempts whose score changed. */
export type DecideOutcome =
  | { readonly kind: 'decided'; readonly appeal: Appeal; readonly regraded: number }
  | { readonly kind: 'unknown' }
  /** Someone else was faster, or there is nothing to undo. */
  | { readonly kind: 'not-possible'; readonly appeal: Appeal };

/** What a moderator may do with an appeal. */
export type Decision =
  | { readonly kind: 'accept' }
  | { readonly kind: 'reject'; readonly reason: string }
  | { readonly kind: 'undo' };

/**
 * Accepts, rejects or undoes an appeal of the group, grades everyone's answers to its question anew where that matters,
 * corrects the board and leaves an audit line; all of it in the one transaction of the command.
 */
export async function decideAppeal(
  context: CommandContext,
  id: string,
  decision: Decision,
): Promise<DecideOutcome> {
  const { tx, group, incoming, nowMs } = context;
  const appeal = await tx.appeals.find(id);
  if (appeal === undefined || appeal.groupId !== group.id) return { kind: 'unknown' };
  const state = nextState(appeal.state, decision, incoming.person.name, nowMs);
  if (state === undefined) return { kind: 'not-possible', appeal };
  await tx.appeals.setState(id, state);
  const changesGrades = state.kind === 'accepted' || appeal.state.kind === 'accepted';
  const regraded = changesGrades ? await regradeQuestion(context, appeal.questionId) : 0;
  await tx.audit.append(auditLine(context, appeal, decision, regraded));
  return { kind: 'decided', appeal: { ...appeal, state }, regraded };
}

function nextState(
  state: AppealState,
  decision: Decision,
  by: string,
  atMs: number,
): AppealState | undefined {
  switch (decision.kind) {
    case 'accept':
      return state.kind === 'waiting' ? { kind: 'accepted', by, atMs } : undefined;
    case 'reject':
      return state.kind === 'waiting' ? { kind: 'rejected', by, atMs, reason: decision.reason } : undefined;
    case 'undo':
      // An undone decision is open again to nobody: a rejected appeal goes back in line, an accepted one loses its effect.
      if (state.kind === 'rejected') return { kind: 'waiting' };
      return state.kind === 'accepted' ? { kind: 'undone', by, atMs } : undefined;
  }
}

const audited = { accept: 'accepted', reject: 'rejected', undo: 'undone' } as const;

function auditLine(
  { services, group, incoming, nowMs }: CommandContext,
  appeal: Appeal,
  decision: Decision,
  regraded: number,
): AuditLine {
  return {
    id: services.createId(),
    groupId: group.id,
    actorName: incoming.person.name,
    what: audited[decision.kind],
    appealId: appeal.id,
    regraded,
    atMs: nowMs,
  };
}

/** Grades every answer of the group to a question anew; returns how many scores changed. */
async function regradeQuestion(context: CommandContext, questionId: string): Promise<number> {
  const { tx, services, group } = context;
  const question = services.bank.questions.find(({ id }) => id === questionId);
  if (question === undefined) return 0;
  let changed = 0;
  for (const attempt of await tx.attempts.ofQuestion(group.id, questionId)) {
    const round = await tx.rounds.find(attempt.roundId);
    if (round === undefined) continue;
    const grade = services.grade(question, attempt.answer, await gradingOptions(context, round, question));
    if (JSON.stringify(grade) === JSON.stringify(attempt.grade)) continue;
    await tx.attempts.regrade(attempt.id, grade);
    if (grade.score === attempt.grade.score) continue;
    changed += 1;
    const event = await tx.scores.findByAttempt(attempt.id);
    if (event === undefined) continue;
    const points = event.counts ? pointsFor(grade.score, question.level) : 0;
    await tx.scores.correct(attempt.id, points, grade.score);
  }
  return changed;
}
