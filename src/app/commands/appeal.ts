import { quoteLength } from '../../core/review/appeal.ts';
import { type FileOutcome, fileAppeal } from '../appeal/file-appeal.ts';
import { toChoice, toInvocation } from '../choice.ts';
import { isAppealable } from '../quiz/present-grade.ts';
import type { Reply, Response } from '../reply.ts';
import { textReply } from '../text-reply.ts';
import type { Command, CommandContext, OptionValues } from './command.ts';

/** `/appeal`: "I said this", against a point that was missed. */
export const appeal: Command = {
  name: 'appeal',
  actions: [
    {
      path: 'appeal',
      audience: 'person',
      options: [
        { name: 'text', kind: { kind: 'text', maxLength: 1000 } },
        { name: 'round', isForButtons: true, kind: { kind: 'text', maxLength: 40 } },
        { name: 'point', isForButtons: true, kind: { kind: 'text', maxLength: 80 } },
      ],
      textOption: 'text',
      run,
    },
  ],
};

async function run(context: CommandContext, { values }: OptionValues): Promise<Response> {
  const { tx, group, incoming, personal } = context;
  const { point, text } = values;
  const latest = await tx.attempts.findLatest({ groupId: group.id }, incoming.person.id);
  const round = values.round ?? latest?.roundId;
  if (round === undefined)
    return { replies: [textReply('person', personal, personal.words.explain.nothingYet)] };
  if (point === undefined) return { replies: [await askForPoint(context, round, text)] };
  if (text === undefined) return { replies: [askForWords(context, round, point)] };
  const outcome = await fileAppeal(context, round, point, text);
  if (outcome.kind === 'filed')
    return { replies: [textReply('person', personal, personal.words.appeal.filed), noticeReply(context)] };
  return { replies: [refusal(context, outcome)] };
}

/** The points one may appeal against, named by their hints: their texts would give them away. */
async function askForPoint(
  { tx, services, incoming, personal }: CommandContext,
  round: string,
  text: string | undefined,
): Promise<Reply> {
  const { language, words } = personal;
  const said = text === undefined ? {} : { text };
  const attempt = await tx.attempts.findLatest({ roundId: round }, incoming.person.id);
  const question = services.bank.questions.find(({ id }) => id === attempt?.questionId);
  const choices = (attempt?.grade.points ?? []).filter(isAppealable).flatMap(({ id }) => {
    const hint = question?.rubric.points.find((each) => each.id === id)?.hint[language];
    return hint === undefined ? [] : [toChoice(hint, '/appeal', 'plain', { ...said, round, point: id })];
  });
  if (choices.length === 0) return textReply('person', personal, words.appeal.nothingMissed);
  return {
    audience: 'person',
    language,
    blocks: [{ kind: 'choices', as: 'menu', label: words.appeal.whichPoint, choices }],
  };
}

function askForWords({ personal: { language, words } }: CommandContext, round: string, point: string): Reply {
  return {
    audience: 'person',
    language,
    blocks: [
      { kind: 'text', text: words.appeal.whichWords },
      {
        kind: 'form',
        form: {
          label: words.appeal.yourWords,
          placeholder: words.appeal.quotePlaceholder,
          maxLength: quoteLength.high,
          invocation: toInvocation('/appeal', { round, point }),
        },
      },
    ],
  };
}

/** Without a word of the answer or the point, so that nothing is given away to those who have yet to answer. */
function noticeReply({ shared, incoming }: CommandContext): Reply {
  const { words } = shared;
  const look = toChoice(words.appeal.look, '/appeals');
  return textReply('conversation', shared, words.appeal.waits(incoming.person.name), [look]);
}

function refusal({ personal }: CommandContext, { kind }: Exclude<FileOutcome, { kind: 'filed' }>): Reply {
  return textReply(
    'person',
    personal,
    personal.words.appeal.refused[kind](quoteLength.low, quoteLength.high),
  );
}
