import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { createDiscordAdapter } from '../../../adapters/discord/discord-adapter.ts';
import type { PlatformAdapter } from '../../../app/ports/platform-adapter.ts';
import { tick } from '../../../clockwork.ts';
import { type Composition, compose } from '../../../compose.ts';
import { readConfig } from '../../../config.ts';
import type { Question } from '../../../core/question/question.ts';
import type { Record } from '../../record.ts';
import { type LocalDiscord, openLocalDiscord } from '../local-discord.ts';
import type { Person } from '../people.ts';
import { wordsOf } from '../reading.ts';
import type { Channel, Guild, Message } from '../world.ts';

/** Everything a day is played with: the real coach, the real client of Discord's library, and a stand-in for Discord. */
export interface Stage {
  readonly record: Record;
  readonly local: LocalDiscord;
  readonly composition: Composition;
  readonly guild: Guild;
  /** Twenty people, the first of whom is a moderator. */
  readonly people: readonly Person[];
  readonly moderator: Person;
  channel(name: string): Channel;
  /** Starts the coach, or starts it again. */
  startCoach(): Promise<void>;
  stopCoach(): Promise<void>;
  /** Lets time pass until a local moment of the group, and lets the clock tick. */
  until(iso: string): Promise<void>;
  /** The question that a message asks. */
  questionOn(message: Message | undefined): Question;
  /** Says in the transcript what someone sees last in a channel, and gives it. */
  shows(person: Person, channel: Channel): string;
  close(): Promise<void>;
}

const names = [
  ['Mia', 'en-US'],
  ['小雨', 'zh-CN'],
  ['阿哲', 'zh-CN'],
  ['Ada', 'en-GB'],
  ['林同學', 'zh-TW'],
  ['Bo', 'en-US'],
  ['思远', 'zh-CN'],
  ['Noor', 'en-US'],
  ['子涵', 'zh-CN'],
  ['Leo', 'de'],
  ['若曦', 'zh-CN'],
  ['Priya', 'en-GB'],
  ['浩然', 'zh-CN'],
  ['Sam', 'en-US'],
  ['**Max**', 'en-US'],
  ['@everyone', 'zh-CN'],
  ['欣怡', 'zh-CN'],
  ['Kim', 'ko'],
  ['梓豪', 'zh-CN'],
  ['Zoe', 'fr'],
] as const;

/** A server of twenty people in which Chinese is spoken; its day begins on a Monday morning. */
export async function openStage(record: Record): Promise<Stage> {
  let nowMs = Date.parse('2026-03-02T08:00+08:00');
  const clock = { nowMs: () => nowMs };
  const composition = await compose(
    { ...readConfig(), database: ':memory:', logLevel: 'silent', zone: 'Asia/Shanghai' },
    { clock, chance: () => 0 },
  );
  const local = await openLocalDiscord({ nowMs: () => nowMs });
  const people = names.map(([name, locale]) => local.addPerson(name, locale));
  const guild = openServer(local);
  const [moderator] = people;
  if (moderator === undefined) throw new Error('a day needs people');
  guild.memberRoles.set(moderator.user.id, [roleOf(guild, '管理员')]);
  let adapter: PlatformAdapter | undefined;

  return {
    record,
    local,
    composition,
    guild,
    people,
    moderator,
    channel: (name) => findChannel(guild, name),
    async startCoach() {
      const { store, services, log } = composition;
      adapter = createDiscordAdapter({
        token: local.token,
        apiRoot: local.apiRoot,
        store,
        services,
        clock,
        log,
      });
      await adapter.start((incoming) => composition.coach.handle(incoming));
      await local.quiet();
    },
    async stopCoach() {
      await adapter?.stop();
    },
    async until(iso) {
      nowMs = Date.parse(iso);
      await tick({ ...composition, clock }, adapter === undefined ? [] : [adapter]);
      await local.quiet();
    },
    questionOn: (message) => findQuestion(composition, message),
    shows(person, where) {
      const seen = person.reads(where).at(-1) ?? '';
      record.say('Coach', seen);
      return seen;
    },
    async close() {
      await adapter?.stop();
      await local.close();
      await composition.close();
    },
  };
}

function findChannel({ channels }: Guild, name: string): Channel {
  const found = channels.find((each) => each.name === name);
  if (found === undefined) throw new Error(`the server has no #${name}`);
  return found;
}

function findQuestion({ services }: Composition, message: Message | undefined): Question {
  const text = message === undefined ? '' : wordsOf(message);
  const asked = services.bank.questions.find(
    ({ prompt }) => text.includes(prompt.zh) || text.includes(prompt.en),
  );
  if (asked === undefined) throw new Error('that message asks nothing of the bank');
  return asked;
}

/** The id of a server's role. */
export function roleOf({ roles }: Guild, name: string): string {
  return roles.find((role) => role.name === name)?.id ?? '';
}

function openServer(local: LocalDiscord): Guild {
  return local.servers.open({
    name: '深度学习自习室',
    locale: 'zh-CN',
    features: ['COMMUNITY'],
    channels: [
      '大厅',
      '每日一题',
      '走廊',
      { name: '公告', type: ChannelType.GuildAnnouncement },
      { name: '题库', type: ChannelType.GuildForum, tag: '每日' },
    ],
    roles: [{ name: '管理员', permissions: PermissionFlagsBits.ManageGuild }, { name: '学员' }],
    hasCoach: false,
  });
}
