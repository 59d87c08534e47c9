import type { ClosedSession, OpenSession } from '../../core/quiz/quiz-session.ts';
import { toChoice } from '../choice.ts';
import { CoachError } from '../coach-error.ts';
import type { CommandContext, Services } from '../commands/command.ts';
import { formatPercent } from '../format-number.ts';
import type { RoundsResult } from '../ports/store.ts';
import type { Block, Reply } from '../reply.ts';
import { questionReply, quizChoices } from './present-question.ts';

/** The current question of a quiz. */
export function currentQuestionReply(
  { services, shared }: CommandContext,
  session: OpenSession,
  answeredBy: readonly RoundsResult[] = [],
): Reply {
  const { current, plan, earlier } = session;
  const view = {
    question: questionOf(services, current.questionId),
    roundId: current.roundId,
    title: shared.words.quiz.title(earlier.length + 1, plan.count),
    note: shared.words.quiz.howToAnswer,
    choices: quizChoices(current.roundId, shared),
    answeredBy,
  };
  return questionReply(view, services, shared);
}

/** The model answer of a question left behind, folded away. */
export function behindBlock({ services, shared }: CommandContext, questionId: string): Block {
  const { language, words } = shared;
  const text = questionOf(services, questionId).modelAnswer[language];
  return { kind: 'spoiler', label: words.quiz.modelAnswerOf, text };
}

/** How a quiz went, person by person. */
export async function quizSummaryReply(context: CommandContext, session: ClosedSession): Promise<Reply> {
  const { tx, shared, incoming } = context;
  const { language, words } = shared;
  const asked = session.earlier.length;
  const results = await tx.attempts.results(session.earlier.map(({ roundId }) => roundId));
  const visible = results.filter(({ isHidden, personId }) => !isHidden || isAlone(context, personId));
  const text = session.reason === 'finished' ? words.quiz.finished(asked) : words.quiz.stopped(asked);
  const { name, answered, score } = words.quiz.columns;
  const table: Block = {
    kind: 'table',
    columns: [
      { text: name, align: 'start' },
      { text: answered, align: 'end' },
      { text: score, align: 'end' },
    ],
    rows: visible.map((result) => ({
      cells: [result.name, String(result.answered), formatPercent(result.average)],
      isReader: result.personId === incoming.person.id,
    })),
  };
  const body: Block = visible.length > 0 ? table : { kind: 'text', text: words.quiz.nobodyAnswered };
  const choices = [
    toChoice(words.quiz.again, '/quiz start', 'primary', againOptions(session)),
    toChoice(words.start.demo, '/demo list'),
  ];
  return {
    audience: 'conversation',
    language,
    blocks: [{ kind: 'text', text }, body, { kind: 'choices', as: 'buttons', choices }],
  };
}

/** The question of an id that is known to be in the bank; throws when a running bank lost it. */
export function questionOf({ bank }: Services, questionId: string) {
  const question = bank.questions.find(({ id }) => id === questionId);
  if (question === undefined) {
    throw new CoachError(
      'question-missing',
      `The bank no longer holds ${questionId}; restore its file or stop the quiz.`,
    );
  }
  return question;
}

function isAlone({ incoming }: CommandContext, personId: string): boolean {
  return incoming.conversation.kind === 'private' && incoming.person.id === personId;
}

function againOptions({ plan }: ClosedSession): Readonly<Record<string, string>> {
  return {
    ...(plan.topic !== undefined && { topic: plan.topic }),
    ...(plan.level !== undefined && { level: String(plan.level) }),
    count: String(plan.count),
  };
}
