import { answerLimit } from '../../core/grading/grade-answer.ts';
import { toChoice } from '../choice.ts';
import { dailyQuestionReply } from '../daily/present-daily.ts';
import { personalQuestionReply } from '../quiz/personal-question.ts';
import { gradeBlocks } from '../quiz/present-grade.ts';
import { currentQuestionReply } from '../quiz/present-quiz.ts';
import { findOpenQuiz } from '../quiz/run-quiz.ts';
import { type SubmitOutcome, submitAnswer } from '../quiz/submit-answer.ts';
import type { Choice, Reply, Response } from '../reply.ts';
import { textReply } from '../text-reply.ts';
import type { Command, CommandContext, OptionValues } from './command.ts';
import { voiceOf } from './language-option.ts';

/** `/answer`: what a plain message means too. The verdict is for the person; the others see that they answered. */
export const answer: Command = {
  name: 'answer',
  actions: [
    {
      path: 'answer',
      audience: 'person',
      options: [
        // The grader cuts at its limit and says so; this bound only keeps a paste of a whole book out of the database.
        { name: 'text', kind: { kind: 'text', maxLength: answerLimit * 10 } },
        { name: 'round', isForButtons: true, kind: { kind: 'text', maxLength: 40 } },
      ],
      textOption: 'text',
      run: (context, { values }) => runAnswer(context, values.text, values.round),
    },
  ],
};

/** Submits an answer and presents what came of it. */
export async function runAnswer(
  context: CommandContext,
  text: OptionValues['values']['text'],
  roundId: string | undefined,
): Promise<Response> {
  const { words } = context.personal;
  if (text === undefined || text.trim() === '') return askAgain(context, roundId);
  const starts = [
    toChoice(words.start.quiz, '/quiz start', 'primary'),
    toChoice(words.start.daily, '/daily show'),
  ];
  const outcome = await submitAnswer(context, text, roundId);
  switch (outcome.kind) {
    case 'no-open-question':
      return refusal(context, words.quiz.noneOpen, starts);
    case 'unknown-round':
      return refusal(context, words.quiz.unknownRound, starts);
    case 'graded':
      return presentGraded(context, outcome);
  }
}

/** What an answer without words means: show me that question, here where I want to answer it. */
async function askAgain(context: CommandContext, roundId: string | undefined): Promise<Response> {
  const { tx, services, personal } = context;
  const round = roundId === undefined ? undefined : await tx.rounds.find(roundId);
  const question = services.bank.questions.find(({ id }) => id === round?.questionId);
  if (round === undefined || question === undefined) return refusal(context, personal.words.quiz.needText);
  return { replies: [personalQuestionReply(services, personal, round, question)] };
}

async function presentGraded(
  context: CommandContext,
  outcome: Extract<SubmitOutcome, { kind: 'graded' }>,
): Promise<Response> {
  const { tx, nowMs, personal: voice } = context;
  if (outcome.round.origin.kind === 'follow-up') await tx.rounds.close(outcome.round.id, nowMs);
  const verdict: Reply = {
    audience: 'person',
    language: voice.language,
    roundId: outcome.round.id,
    blocks: gradeBlocks(outcome, voice),
  };
  const tally = outcome.attempt.ordinal === 1 ? await tallyReply(context, outcome) : undefined;
  return { replies: tally === undefined ? [verdict] : [tally, verdict] };
}

/** The question shown anew with who has answered it, for a group. */
async function tallyReply(
  context: CommandContext,
  { round, question }: Extract<SubmitOutcome, { kind: 'graded' }>,
): Promise<Reply | undefined> {
  const { conversation } = context.incoming;
  const isAlone = conversation.kind === 'private' && conversation.id === round.conversationId;
  if (isAlone || conversation.groupId !== round.groupId) return undefined;
  const answeredBy = await context.tx.attempts.results([round.id]);
  // The whole group answers the day's question, from wherever in it they talk.
  if (round.origin.kind === 'daily') {
    const { services, group, shared } = context;
    const voice = conversation.kind === 'group' ? shared : voiceOf(group.language);
    return { ...dailyQuestionReply(services, voice, round, question, answeredBy), replacesRound: true };
  }
  const session = await findOpenQuiz(context);
  if (session?.current.roundId !== round.id) return undefined;
  return { ...currentQuestionReply(context, session, answeredBy), replacesRound: true };
}

function refusal({ personal }: CommandContext, text: string, choices: readonly Choice[] = []): Response {
  return { replies: [textReply('person', personal, text, choices)] };
}
