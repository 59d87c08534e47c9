import { answerLimit } from '../../core/grading/grade-answer.ts';
import type { Question } from '../../core/question/question.ts';
import { toChoice, toInvocation } from '../choice.ts';
import type { Services, Voice } from '../commands/command.ts';
import type { RoundsResult } from '../ports/store.ts';
import type { Block, Choice, Reply } from '../reply.ts';

/** What a question is shown with. */
export interface QuestionView {
  readonly question: Question;
  readonly roundId: string;
  /** Such as "Question 2 of 5". */
  readonly title: string;
  /** A line under the question. */
  readonly note: string;
  /** Buttons beside the answer form. */
  readonly choices: readonly Choice[];
  /** Who has answered so far; the message is shown anew when that changes. */
  readonly answeredBy?: readonly RoundsResult[];
}

/** A question to everyone, with a form to answer it. */
export function questionReply(view: QuestionView, services: Services, voice: Voice): Reply {
  const { language } = voice;
  return {
    audience: 'conversation',
    language,
    roundId: view.roundId,
    blocks: questionBlocks(view, services, voice),
  };
}

/** The blocks of {@link questionReply}. */
export function questionBlocks(view: QuestionView, services: Services, voice: Voice): readonly Block[] {
  const { question, roundId } = view;
  const { language, words } = voice;
  const tally = answeredLine(view.answeredBy ?? [], voice);
  return [
    {
      kind: 'question',
      title: view.title,
      text: question.prompt[language],
      about: aboutLine(question, services, voice),
    },
    { kind: 'note', text: view.note },
    ...(tally === undefined ? [] : [{ kind: 'note', text: tally } as const]),
    {
      kind: 'form',
      form: {
        label: words.quiz.answerForm,
        about: question.prompt[language],
        placeholder: words.quiz.answerPlaceholder,
        maxLength: answerLimit,
        invocation: toInvocation('/answer', { round: roundId }),
      },
    },
    { kind: 'choices', as: 'buttons', choices: view.choices },
  ];
}

/** Topic and level of a question in words. */
function aboutLine(question: Question, services: Services, { language, words }: Voice): string {
  const topic = services.bank.topics.find(({ id }) => id === question.topic);
  return words.quiz.about(topic?.title[language] ?? question.topic, words.levels[question.level] ?? '');
}

/** Buttons under a quiz question, tied to it. */
export function quizChoices(roundId: string, { words }: Voice): readonly Choice[] {
  const round = { round: roundId };
  return [
    toChoice(words.quiz.hint, '/quiz hint', 'plain', round),
    toChoice(words.quiz.skip, '/quiz skip', 'plain', round),
    toChoice(words.quiz.stop, '/quiz stop', 'plain', round),
  ];
}

function answeredLine(results: readonly RoundsResult[], { words }: Voice): string | undefined {
  if (results.length === 0) return undefined;
  const names = results
    .filter(({ isHidden }) => !isHidden)
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) return words.quiz.answeredByCount(results.length);
  const shown = names.slice(0, 6);
  return words.quiz.answeredBy(shown.join(', '), results.length - shown.length);
}
