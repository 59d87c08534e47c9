import { takeHint } from '../../core/quiz/quiz-session.ts';
import { toChoice } from '../choice.ts';
import { behindBlock, currentQuestionReply, questionOf, quizSummaryReply } from '../quiz/present-quiz.ts';
import { type AdvanceOutcome, advanceQuiz, beginQuiz, endQuiz, findOpenQuiz } from '../quiz/run-quiz.ts';
import type { Block, Choice, Response } from '../reply.ts';
import { textReply } from '../text-reply.ts';
import type { Command, CommandContext, OptionValues } from './command.ts';

/** The question a button stood under, so that pressing it late, or twice, does not move a quiz that has gone on. */
const roundOption = { name: 'round', isForButtons: true, kind: { kind: 'text', maxLength: 40 } } as const;

/** `/quiz`: questions one after another, for everyone in the conversation. */
export const quiz: Command = {
  name: 'quiz',
  actions: [
    {
      path: 'quiz start',
      audience: 'conversation',
      options: [
        { name: 'topic', kind: { kind: 'topic' } },
        { name: 'level', kind: { kind: 'integer', low: 1, high: 3 } },
        { name: 'count', kind: { kind: 'integer', low: 1, high: 50 } },
      ],
      textOption: 'topic',
      run: start,
    },
    { path: 'quiz next', audience: 'conversation', options: [roundOption], run: next },
    { path: 'quiz hint', audience: 'conversation', options: [roundOption], run: hint },
    { path: 'quiz skip', audience: 'conversation', options: [roundOption], run: next },
    { path: 'quiz stop', audience: 'conversation', options: [roundOption], run: stop },
  ],
};

/** Questions in a quiz that names no number. */
const defaultCount = 5;

async function start(context: CommandContext, { values }: OptionValues): Promise<Response> {
  const plan = {
    count: Number(values.count ?? defaultCount),
    ...(values.topic !== undefined && { topic: values.topic }),
    ...(values.level !== undefined && { level: Number(values.level) }),
  };
  const outcome = await beginQuiz(context, plan);
  switch (outcome.kind) {
    case 'asked':
      return { replies: [currentQuestionReply(context, outcome.session)] };
    case 'already-open': {
      const { words } = context.personal;
      return refusal(context, words.quiz.alreadyOpen, [
        toChoice(words.quiz.next, '/quiz next', 'primary', { round: outcome.session.current.roundId }),
        toChoice(words.quiz.stop, '/quiz stop', 'plain', { round: outcome.session.current.roundId }),
      ]);
    }
    case 'no-match':
      return refusal(context, context.personal.words.quiz.noMatch, [
        toChoice(context.personal.words.topics.heading, '/topics'),
      ]);
  }
}

async function next(context: CommandContext, { values }: OptionValues): Promise<Response> {
  return (await movedOn(context, values.round)) ?? presentAdvance(context, await advanceQuiz(context));
}

async function stop(context: CommandContext, { values }: OptionValues): Promise<Response> {
  return (await movedOn(context, values.round)) ?? presentAdvance(context, await endQuiz(context, 'stopped'));
}

/** What to say to a button of a question that is no longer the current one; undefined when it still is. */
async function movedOn(context: CommandContext, roundId: string | undefined): Promise<Response | undefined> {
  const session = await findOpenQuiz(context);
  if (roundId === undefined || session === undefined || session.current.roundId === roundId) return undefined;
  const { words } = context.personal;
  const current = { round: session.current.roundId };
  return refusal(context, words.quiz.movedOn, [
    toChoice(words.quiz.next, '/quiz next', 'plain', current),
    toChoice(words.quiz.stop, '/quiz stop', 'plain', current),
  ]);
}

async function presentAdvance(context: CommandContext, outcome: AdvanceOutcome): Promise<Response> {
  if (outcome.kind === 'none-open') return noneOpen(context);
  const behind = behindBlock(context, outcome.behind.questionId);
  const reply =
    outcome.kind === 'asked'
      ? currentQuestionReply(context, outcome.session)
      : await quizSummaryReply(context, outcome.session);
  return { replies: [{ ...reply, blocks: [behind, ...reply.blocks] }] };
}

async function hint(context: CommandContext, { values }: OptionValues): Promise<Response> {
  const session = await findOpenQuiz(context);
  if (session === undefined) return noneOpen(context);
  const late = await movedOn(context, values.round);
  if (late !== undefined) return late;
  const { hints } = questionOf(context.services, session.current.questionId);
  const outcome = takeHint(session, hints.length);
  const { language, words } = context.shared;
  if (outcome.kind === 'no-more-hints') return refusal(context, words.quiz.noMoreHints);
  await context.tx.sessions.save(context.incoming.conversation.id, outcome.session, context.nowMs);
  const text = hints[outcome.index]?.[language] ?? '';
  const blocks: Block[] = [
    { kind: 'note', text: words.quiz.hintNumber(outcome.index + 1, hints.length) },
    { kind: 'text', text },
  ];
  return { replies: [{ audience: 'conversation', language, blocks }] };
}

function noneOpen(context: CommandContext): Response {
  const { words } = context.personal;
  return refusal(context, words.quiz.noneOpen, [
    toChoice(words.start.quiz, '/quiz start', 'primary'),
    toChoice(words.start.daily, '/daily show'),
  ]);
}

function refusal({ personal }: CommandContext, text: string, choices: readonly Choice[] = []): Response {
  return { replies: [textReply('person', personal, text, choices)] };
}
