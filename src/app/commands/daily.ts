import { answerLimit } from '../../core/grading/grade-answer.ts';
import { nextSlots, type Schedule } from '../../core/schedule/schedule.ts';
import { localDateOf } from '../../core/schedule/time-zone.ts';
import { toChoice } from '../choice.ts';
import { openDaily } from '../daily/open-daily.ts';
import { dailyQuestionReply, scheduleText } from '../daily/present-daily.ts';
import type { Daily, PostManner } from '../ports/store.ts';
import { questionOf } from '../quiz/present-quiz.ts';
import type { Block, Reply, Response } from '../reply.ts';
import { textReply } from '../text-reply.ts';
import { runAnswer } from './answer.ts';
import type { Command, CommandContext, OptionValues } from './command.ts';

/** `/daily`: one question a day for the whole group. */
export const daily: Command = {
  name: 'daily',
  actions: [
    { path: 'daily show', audience: 'conversation', options: [], run: show },
    {
      path: 'daily answer',
      audience: 'person',
      options: [{ name: 'text', isRequired: true, kind: { kind: 'text', maxLength: answerLimit * 10 } }],
      textOption: 'text',
      run: answerDaily,
    },
    {
      path: 'daily set',
      audience: 'conversation',
      isForModerators: true,
      options: [
        { name: 'time', kind: { kind: 'wall-time' } },
        { name: 'zone', kind: { kind: 'zone' } },
        { name: 'days', kind: { kind: 'weekdays' } },
        { name: 'place', needs: 'places', kind: { kind: 'place' } },
        { name: 'thread', needs: 'threads', kind: { kind: 'choice', choices: ['on', 'off'] } },
        { name: 'mention', needs: 'mentions', kind: { kind: 'mention' } },
      ],
      run: set,
    },
    { path: 'daily pause', audience: 'conversation', isForModerators: true, options: [], run: pause },
    { path: 'daily resume', audience: 'conversation', isForModerators: true, options: [], run: resume },
    { path: 'daily preview', audience: 'person', options: [], run: preview },
  ],
};

/** How to set it up, shown wherever it is not. */
export const setExample = '/daily set time:09:00 zone:Asia/Shanghai days:mon-fri';

/** The open question of the day. Without a schedule the day's question opens when someone first asks for it. */
async function show(context: CommandContext): Promise<Response> {
  const { tx, services, shared, group, incoming, nowMs } = context;
  const schedule = await tx.dailies.find(group.id);
  if (schedule === undefined) {
    const date = localDateOf(nowMs, group.zone);
    await openDaily(services, tx, {
      groupId: group.id,
      conversationId: incoming.conversation.id,
      date,
      nowMs,
    });
  }
  const round = await tx.rounds.findOpenDaily(group.id);
  if (round === undefined) return noneOpen(context, schedule);
  const answeredBy = await tx.attempts.results([round.id]);
  const question = questionOf(services, round.questionId);
  return { replies: [dailyQuestionReply(services, shared, round, question, answeredBy)] };
}

function noneOpen({ personal, nowMs }: CommandContext, schedule: Daily | undefined): Response {
  const { words } = personal;
  const reply = textReply('person', personal, words.daily.none);
  const blocks = schedule === undefined ? [] : upcomingBlocks(schedule, personal, nowMs);
  return { replies: [{ ...reply, blocks: [...reply.blocks, ...blocks] }] };
}

async function answerDaily(context: CommandContext, { values }: OptionValues): Promise<Response> {
  const round = await context.tx.rounds.findOpenDaily(context.group.id);
  if (round === undefined) return noneOpen(context, await context.tx.dailies.find(context.group.id));
  return runAnswer(context, values.text, round.id);
}

async function set(context: CommandContext, { values }: OptionValues): Promise<Response> {
  const { tx, group, incoming, nowMs, personal, shared } = context;
  const { words } = personal;
  const refuse = (text: string): Response => ({ replies: [textReply('person', personal, text)] });
  if (Object.keys(values).length === 0)
    return refuse(`${words.daily.nothingToChange} ${words.daily.howToSet(setExample)}`);
  if (values.place !== undefined && incoming.place === undefined) return refuse(words.daily.noPlaces);
  const missing = missingRights(context);
  if (missing !== undefined) return refuse(missing);
  const before = await tx.dailies.find(group.id);
  const schedule: Schedule = {
    time: values.time ?? before?.schedule.time ?? '09:00',
    zone: values.zone ?? before?.schedule.zone ?? group.zone,
    weekdays: values.days?.split(',').map(Number) ?? before?.schedule.weekdays ?? [1, 2, 3, 4, 5, 6, 7],
  };
  const [first] = nextSlots(schedule, nowMs, 1);
  const saved: Daily = {
    groupId: group.id,
    conversationId: placeOf(context, values, before),
    manner: mannerOf(values, before),
    schedule,
    state: { kind: 'running' },
    nextDueMs: first?.atMs ?? nowMs,
  };
  await tx.dailies.save(saved);
  // Days and weeks of the board follow the same midnight; a question nobody asks for speaks the language it was set up in.
  await tx.groups.save({ ...group, zone: schedule.zone, language: group.language ?? shared.language });
  return { replies: [scheduleReply(context, saved, shared.words.daily.saved)] };
}

/** What to say when the platform knows that something is missing where the posts would go. */
function missingRights({ incoming, personal }: CommandContext): string | undefined {
  const missing = incoming.place?.missing ?? [];
  return missing.length === 0 ? undefined : personal.words.daily.cannotPost(missing.join(', '));
}

/** The place named, or where it was posted so far, or here. */
function placeOf(
  { incoming }: CommandContext,
  values: OptionValues['values'],
  before: Daily | undefined,
): string {
  const named = values.place === undefined ? undefined : incoming.place?.conversationId;
  return named ?? before?.conversationId ?? incoming.place?.conversationId ?? incoming.conversation.id;
}

function mannerOf(values: OptionValues['values'], before: Daily | undefined): PostManner {
  const chosen = values.mention ?? before?.manner.mention;
  const mention = chosen === 'off' ? undefined : chosen;
  const inThread = values.thread === undefined ? (before?.manner.inThread ?? false) : values.thread === 'on';
  return { inThread, ...(mention !== undefined && { mention }) };
}

async function pause(context: CommandContext): Promise<Response> {
  const { tx, group, shared } = context;
  const schedule = await tx.dailies.find(group.id);
  if (schedule === undefined) return notSet(context);
  await tx.dailies.save({
    ...schedule,
    state: { kind: 'paused', reason: shared.words.daily.pausedByModerator },
  });
  const resumeChoice = toChoice(shared.words.actions['daily resume'], '/daily resume');
  return { replies: [textReply('conversation', shared, shared.words.daily.paused, [resumeChoice])] };
}

async function resume(context: CommandContext): Promise<Response> {
  const { tx, group, nowMs, shared } = context;
  const schedule = await tx.dailies.find(group.id);
  if (schedule === undefined) return notSet(context);
  const missing = missingRights(context);
  if (missing !== undefined) return { replies: [textReply('person', context.personal, missing)] };
  const [first] = nextSlots(schedule.schedule, nowMs, 1);
  const resumed: Daily = { ...schedule, state: { kind: 'running' }, nextDueMs: first?.atMs ?? nowMs };
  await tx.dailies.save(resumed);
  return { replies: [scheduleReply(context, resumed, shared.words.daily.resumed)] };
}

async function preview(context: CommandContext): Promise<Response> {
  const { tx, group, personal } = context;
  const schedule = await tx.dailies.find(group.id);
  if (schedule === undefined) return notSet(context);
  const { words, language } = personal;
  const state =
    schedule.state.kind === 'paused'
      ? words.daily.pausedBecause(schedule.state.reason)
      : scheduleText(schedule.schedule, personal);
  const blocks: Block[] = [
    { kind: 'text', text: state },
    ...upcomingBlocks(schedule, personal, context.nowMs),
  ];
  return { replies: [{ audience: 'person', language, blocks }] };
}

function notSet({ personal }: CommandContext): Response {
  const { words } = personal;
  return {
    replies: [textReply('person', personal, `${words.daily.notSet} ${words.daily.howToSet(setExample)}`)],
  };
}

function scheduleReply({ shared, nowMs }: CommandContext, schedule: Daily, headline: string): Reply {
  const { language } = shared;
  const blocks: Block[] = [
    { kind: 'text', text: headline },
    { kind: 'text', text: scheduleText(schedule.schedule, shared) },
    ...upcomingBlocks(schedule, shared, nowMs),
  ];
  return { audience: 'conversation', language, blocks };
}

function upcomingBlocks(
  { schedule }: Daily,
  { words }: CommandContext['shared'],
  nowMs: number,
): readonly Block[] {
  const times = nextSlots(schedule, nowMs, 5).map(({ atMs, date }) => ({
    atMs,
    text: `${date} ${schedule.time} (${schedule.zone})`,
  }));
  return [
    { kind: 'note', text: words.daily.next },
    { kind: 'times', times },
  ];
}
