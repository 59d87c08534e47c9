import type { Question } from '../../core/question/question.ts';
import type { Round } from '../../core/quiz/round.ts';
import type { Services, Voice } from '../commands/command.ts';
import type { Reply } from '../reply.ts';
import { questionBlocks } from './present-question.ts';

/** The question of a round for one person alone, in their language: a follow-up, or a question they want to answer elsewhere. */
export function personalQuestionReply(
  services: Services,
  voice: Voice,
  round: Round,
  question: Question,
): Reply {
  const view = {
    question: askedIn(round, question),
    roundId: round.id,
    title: titleOf(round, voice),
    note: round.origin.kind === 'daily' ? voice.words.daily.intro : voice.words.quiz.howToAnswer,
    choices: [],
  };
  const blocks = questionBlocks(view, services, voice);
  return { audience: 'person', language: voice.language, roundId: round.id, blocks };
}

function askedIn({ origin }: Round, question: Question): Question {
  const probe =
    origin.kind === 'follow-up' ? question.followUps.find(({ id }) => id === origin.followUpId) : undefined;
  return probe === undefined ? question : { ...question, prompt: probe.prompt };
}

function titleOf({ origin }: Round, { words }: Voice): string {
  switch (origin.kind) {
    case 'daily':
      return words.daily.title(origin.date);
    case 'follow-up':
      return words.followUp.title;
    case 'quiz':
      return words.quiz.title(1, 1);
  }
}
