import type { Question } from '../../core/question/question.ts';
import type { Attempt } from '../../core/quiz/attempt.ts';
import type { Round } from '../../core/quiz/round.ts';
import { demoChoice, sourceBlock } from '../quiz/present-grade.ts';
import { findOpenRound } from '../quiz/submit-answer.ts';
import type { Block, PointLine, Response } from '../reply.ts';
import { textReply } from '../text-reply.ts';
import type { Command, CommandContext, OptionValues, Voice } from './command.ts';

/** `/explain`: everything about a question, for someone who has tried it or gives up on it. */
export const explain: Command = {
  name: 'explain',
  actions: [
    {
      path: 'explain',
      audience: 'person',
      options: [{ name: 'round', isForButtons: true, kind: { kind: 'text', maxLength: 40 } }],
      run,
    },
  ],
};

async function run(context: CommandContext, { values }: OptionValues): Promise<Response> {
  const { tx, incoming, nowMs, personal, services } = context;
  const round = await findRound(context, values.round);
  const question = services.bank.questions.find(({ id }) => id === round?.questionId);
  if (round === undefined || question === undefined)
    return refuse(personal, personal.words.explain.nothingYet);
  const attempt = await tx.attempts.findLatest({ roundId: round.id }, incoming.person.id);
  const isOpenDaily = round.origin.kind === 'daily' && round.closedMs === undefined;
  if (attempt === undefined && isOpenDaily) return refuse(personal, personal.words.explain.answerFirst);
  await tx.explanations.mark(round.id, incoming.person.id, nowMs);
  const blocks = explanationBlocks(question, attempt, personal);
  return { replies: [{ audience: 'person', language: personal.language, blocks }] };
}

/** The round named, the last one answered, or the one that is open. */
async function findRound(context: CommandContext, roundId: string | undefined): Promise<Round | undefined> {
  const { tx, group, incoming } = context;
  if (roundId !== undefined) return tx.rounds.find(roundId);
  const latest = await tx.attempts.findLatest({ groupId: group.id }, incoming.person.id);
  return latest === undefined ? findOpenRound(context) : tx.rounds.find(latest.roundId);
}

function explanationBlocks(question: Question, attempt: Attempt | undefined, voice: Voice): readonly Block[] {
  const { language, words } = voice;
  const demo = question.demo;
  return [
    { kind: 'heading', text: words.explain.heading },
    { kind: 'points', points: question.rubric.points.map((point) => pointLine(point, attempt, voice)) },
    { kind: 'heading', text: words.explain.modelAnswer },
    { kind: 'quote', text: question.modelAnswer[language] },
    ...(question.sources.length === 0 ? [] : [{ kind: 'heading', text: words.explain.sources } as const]),
    ...question.sources.map(sourceBlock),
    ...(demo === undefined
      ? []
      : [{ kind: 'choices', as: 'buttons', choices: [demoChoice(words.verdict.seeDemo, demo)] } as const]),
  ];
}

function pointLine(
  { id, says, bonus }: Question['rubric']['points'][number],
  attempt: Attempt | undefined,
  { language }: Voice,
): PointLine {
  const grade = attempt?.grade.points.find((point) => point.id === id);
  const evidence = [...new Set(grade?.evidence.map(({ text }) => text) ?? [])];
  return { state: grade?.reason ?? 'missed', bonus, text: says[language], evidence };
}

function refuse(voice: Voice, text: string): Response {
  return { replies: [textReply('person', voice, text)] };
}
