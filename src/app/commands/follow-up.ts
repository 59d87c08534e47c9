import type { Round } from '../../core/quiz/round.ts';
import { personalQuestionReply } from '../quiz/personal-question.ts';
import { missedFollowUp } from '../quiz/present-grade.ts';
import type { Response } from '../reply.ts';
import { textReply } from '../text-reply.ts';
import type { Command, CommandContext, OptionValues } from './command.ts';

/** `/follow-up`: a probe into the points that the last answer missed, as an interviewer would ask. */
export const followUp: Command = {
  name: 'follow-up',
  actions: [
    {
      path: 'follow-up',
      audience: 'person',
      options: [
        { name: 'round', isForButtons: true, kind: { kind: 'text', maxLength: 40 } },
        { name: 'id', isForButtons: true, kind: { kind: 'text', maxLength: 80 } },
      ],
      run,
    },
  ],
};

async function run(context: CommandContext, { values }: OptionValues): Promise<Response> {
  const { tx, services, incoming, group, nowMs, personal } = context;
  const personId = incoming.person.id;
  const scope = values.round === undefined ? { groupId: group.id } : { roundId: values.round };
  const attempt = await tx.attempts.findLatest(scope, personId);
  const question = services.bank.questions.find(({ id }) => id === attempt?.questionId);
  const probe =
    question?.followUps.find(({ id }) => id === values.id) ??
    (question && attempt && missedFollowUp(question, attempt.grade));
  if (attempt === undefined || question === undefined || probe === undefined) {
    return { replies: [textReply('person', personal, personal.words.followUp.none)] };
  }
  // Only one probe is open to a person at a time: a plain message must mean one question.
  const earlier = await tx.rounds.findOpenFollowUp(incoming.conversation.id, personId);
  if (earlier !== undefined) await tx.rounds.close(earlier.id, nowMs);
  const round: Round = {
    id: services.createId(),
    groupId: attempt.groupId,
    conversationId: incoming.conversation.id,
    questionId: question.id,
    origin: { kind: 'follow-up', personId, followUpId: probe.id, parentRoundId: attempt.roundId },
    openedMs: nowMs,
  };
  await tx.rounds.open(round);
  return { replies: [personalQuestionReply(services, personal, round, question)] };
}
