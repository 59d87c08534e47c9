import type { Question } from '../../core/question/question.ts';
import type { Attempt } from '../../core/quiz/attempt.ts';
import type { Round } from '../../core/quiz/round.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { toChoice } from '../choice.ts';
import type { Services, Voice } from '../commands/command.ts';
import { formatPercent } from '../format-number.ts';
import type { RoundsResult } from '../ports/store.ts';
import { demoChoice, sourceBlock } from '../quiz/present-grade.ts';
import { questionReply } from '../quiz/present-question.ts';
import type { Block, Reply } from '../reply.ts';

/** The question of the day, for everyone. */
export function dailyQuestionReply(
  services: Services,
  voice: Voice,
  round: Round,
  question: Question,
  answeredBy: readonly RoundsResult[] = [],
): Reply {
  const { words } = voice;
  const date = round.origin.kind === 'daily' ? round.origin.date : '';
  const view = {
    question,
    roundId: round.id,
    title: words.daily.title(date),
    note: words.daily.intro,
    choices: [toChoice(words.board.heading(words.board.windows.week), '/board', 'plain', { window: 'week' })],
    answeredBy,
  };
  return questionReply(view, services, voice);
}

/** An earlier question of the day, resolved: the model answer, and how the group did point by point. */
export function revealReply(
  { language, words }: Voice,
  round: Round,
  question: Question,
  firstAttempts: readonly Attempt[],
): Reply {
  const date = round.origin.kind === 'daily' ? round.origin.date : '';
  const blocks: Block[] = [
    { kind: 'heading', text: words.daily.reveal(date) },
    { kind: 'quote', text: question.prompt[language] },
    ...statisticsBlocks({ language, words }, question, firstAttempts),
    { kind: 'spoiler', label: words.explain.modelAnswer, text: question.modelAnswer[language] },
    ...question.sources.slice(0, 3).map(sourceBlock),
  ];
  if (question.demo !== undefined) {
    blocks.push({
      kind: 'choices',
      as: 'buttons',
      choices: [demoChoice(words.verdict.seeDemo, question.demo)],
    });
  }
  return { audience: 'conversation', language, blocks };
}

function statisticsBlocks(
  { language, words }: Voice,
  question: Question,
  attempts: readonly Attempt[],
): readonly Block[] {
  if (attempts.length === 0) return [{ kind: 'text', text: words.daily.nobody }];
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const average = formatPercent(mean(attempts.map(({ grade }) => grade.score)));
  const lines = question.rubric.points
    .filter(({ bonus }) => !bonus)
    .map(({ id, says }) => {
      const credits = attempts.map(({ grade }) => grade.points.find((point) => point.id === id)?.credit ?? 0);
      return { share: mean(credits), says: says[language] };
    })
    // The point most people missed is the one worth talking about, so it comes first.
    .sort((a, b) => a.share - b.share)
    .map(({ share, says }) => words.daily.pointShare(formatPercent(share), says));
  return [
    { kind: 'text', text: words.daily.statistics(attempts.length, average) },
    { kind: 'list', items: lines },
  ];
}

/** A schedule in words: "Mon–Fri at 09:00 (Europe/Berlin)". */
export function scheduleText({ time, zone, weekdays }: Schedule, { words }: Voice): string {
  const days =
    weekdays.length === 7
      ? words.daily.everyDay
      : weekdays.map((day) => words.daily.weekdayNames[day - 1] ?? String(day)).join(', ');
  return words.daily.at(time, zone, days);
}
