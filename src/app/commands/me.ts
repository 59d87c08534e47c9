import { rankTallies } from '../../core/leaderboard/standing.ts';
import { streakLength } from '../../core/leaderboard/streak.ts';
import { windowAround } from '../../core/leaderboard/window.ts';
import { localDateOf } from '../../core/schedule/time-zone.ts';
import { toChoice } from '../choice.ts';
import { formatPercent } from '../format-number.ts';
import type { QuestionProgress } from '../ports/store.ts';
import type { Block, Response } from '../reply.ts';
import { textReply } from '../text-reply.ts';
import type { Command, CommandContext, OptionValues } from './command.ts';
import { languageOption, voiceOf } from './language-option.ts';

/** `/me`: a person's own progress, language, and place on the board. */
export const me: Command = {
  name: 'me',
  actions: [
    { path: 'me show', audience: 'person', options: [], run },
    {
      path: 'me language',
      audience: 'person',
      options: [languageOption],
      textOption: 'language',
      run: setLanguage,
    },
    {
      path: 'me board',
      audience: 'person',
      options: [{ name: 'show', isRequired: true, kind: { kind: 'choice', choices: ['on', 'off'] } }],
      textOption: 'show',
      run: setBoard,
    },
  ],
};

/** How far back a streak is looked for. */
const streakHorizonMs = 1000 * 24 * 3_600_000;

async function run(context: CommandContext): Promise<Response> {
  const { tx, group, incoming, personal } = context;
  const { words, language } = personal;
  const progress = await tx.attempts.progress(group.id, incoming.person.id);
  if (progress.length === 0) {
    return {
      replies: [
        textReply('person', personal, words.me.nothing, [
          toChoice(words.start.quiz, '/quiz start', 'primary'),
        ]),
      ],
    };
  }
  const topics = byTopic(context, progress);
  const weakest = [...topics].sort((a, b) => a.best - b.best)[0];
  const blocks: Block[] = [
    { kind: 'heading', text: words.me.heading(incoming.person.name) },
    { kind: 'facts', facts: await facts(context, progress) },
    {
      kind: 'table',
      columns: [
        { text: words.me.columns.topic, align: 'start' },
        { text: words.me.columns.tried, align: 'end' },
        { text: words.me.columns.best, align: 'end' },
      ],
      rows: topics.map(({ title, tried, all, best }) => ({
        cells: [title, words.me.ofAll(tried, all), formatPercent(best)],
        isReader: false,
      })),
    },
  ];
  if (weakest !== undefined) {
    const practise = toChoice(words.me.practise(weakest.title), '/quiz start', 'primary', {
      topic: weakest.id,
    });
    blocks.push({ kind: 'choices', as: 'buttons', choices: [practise] });
  }
  return { replies: [{ audience: 'person', language, blocks }] };
}

async function setLanguage({ tx, incoming }: CommandContext, { values }: OptionValues): Promise<Response> {
  const voice = voiceOf(values.language);
  await tx.members.setLanguage(incoming.person.id, voice.language);
  return { replies: [textReply('person', voice, voice.words.settings.mineSet)] };
}

async function setBoard(
  { tx, group, incoming, personal }: CommandContext,
  { values }: OptionValues,
): Promise<Response> {
  const isHidden = values.show === 'off';
  await tx.members.setHidden(group.id, incoming.person.id, isHidden);
  const { boardOn, boardOff } = personal.words.settings;
  return { replies: [textReply('person', personal, isHidden ? boardOff : boardOn)] };
}

async function facts(context: CommandContext, progress: readonly QuestionProgress[]) {
  const { tx, group, incoming, nowMs, personal, services } = context;
  const { words } = personal;
  const since = nowMs - streakHorizonMs;
  const active = await tx.attempts.activeQuarterHours(group.id, incoming.person.id, since);
  const dates = active.map((atMs) => localDateOf(atMs, group.zone));
  const tallies = await tx.scores.tallies(group.id, windowAround('week', nowMs, group.zone));
  const { reader } = rankTallies(tallies, incoming.person.id);
  return [
    { name: words.me.streak, value: words.me.days(streakLength(dates, localDateOf(nowMs, group.zone))) },
    { name: words.me.answers, value: String(progress.reduce((sum, { attempts }) => sum + attempts, 0)) },
    { name: words.me.questions, value: words.me.ofAll(progress.length, services.bank.questions.length) },
    { name: words.me.week, value: String(reader?.points ?? 0) },
  ];
}

interface TopicProgress {
  readonly id: string;
  readonly title: string;
  readonly tried: number;
  readonly all: number;
  /** Mean over the questions tried, 0..1. */
  readonly best: number;
}

function byTopic(
  { services, personal }: CommandContext,
  progress: readonly QuestionProgress[],
): readonly TopicProgress[] {
  const { questions, topics } = services.bank;
  return topics.flatMap(({ id, title }) => {
    const inTopic = questions.filter(({ topic }) => topic === id);
    const tried = progress.filter(({ questionId }) => inTopic.some((question) => question.id === questionId));
    if (tried.length === 0) return [];
    const best = tried.reduce((sum, each) => sum + each.best, 0) / tried.length;
    return [{ id, title: title[personal.language], tried: tried.length, all: inTopic.length, best }];
  });
}
