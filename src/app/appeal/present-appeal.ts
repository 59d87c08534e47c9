import type { Appeal } from '../../core/review/appeal.ts';
import { toChoice, toInvocation } from '../choice.ts';
import type { CommandContext } from '../commands/command.ts';
import type { Block } from '../reply.ts';

/** Most characters of a reason for a rejection. */
export const reasonLimit = 300;

/** What a moderator needs to decide: the question, the point, the answer with the quoted words marked, and two buttons. */
export async function appealCard(
  { tx, services, personal }: CommandContext,
  appeal: Appeal,
): Promise<readonly Block[]> {
  const { language, words } = personal;
  const question = services.bank.questions.find(({ id }) => id === appeal.questionId);
  const point = question?.rubric.points.find(({ id }) => id === appeal.pointId);
  const attempt = await tx.attempts.find(appeal.attemptId);
  if (question === undefined || point === undefined || attempt === undefined) return [];
  const at = attempt.answer.toLowerCase().indexOf(appeal.words.toLowerCase());
  const label = point.says[language];
  const marks = at < 0 ? [] : [{ start: at, end: at + appeal.words.length, as: 'credit', label } as const];
  const decide = { id: appeal.id };
  return [
    { kind: 'heading', text: words.appeal.cardHeading(appeal.personName) },
    { kind: 'quote', text: question.prompt[language] },
    { kind: 'answer', text: attempt.answer, marks },
    { kind: 'text', text: words.appeal.claim(appeal.words, label) },
    {
      kind: 'choices',
      as: 'buttons',
      choices: [toChoice(words.appeal.accept, '/appeals accept', 'primary', decide)],
    },
    {
      kind: 'form',
      form: {
        label: words.appeal.reject,
        placeholder: words.appeal.reasonPlaceholder,
        maxLength: reasonLimit,
        invocation: toInvocation('/appeals reject', decide),
      },
    },
  ];
}
