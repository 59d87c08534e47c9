import { createTelegramAdapter, type TelegramAdapter } from '../../../adapters/telegram/telegram-adapter.ts';
import { tick } from '../../../clockwork.ts';
import { type Composition, compose } from '../../../compose.ts';
import { readConfig } from '../../../config.ts';
import type { Question } from '../../../core/question/question.ts';
import type { Record } from '../../record.ts';
import type { Actor } from '../people/actor.ts';
import { type Cast, createCast } from '../people/cast.ts';
import type { Manner } from '../people/deeds.ts';
import { type BotApiServer, startBotApi } from '../server/bot-api-server.ts';
import type { Chat, Query, StoredMessage, World } from '../server/world.ts';
import { createSimulatedTime, type SimulatedTime } from '../simulated-time.ts';
import { createNarrator, nameOf, shortened } from './narrate.ts';

/** A day under way: the whole coach, a local Telegram, and people to act in it. */
export interface Day {
  readonly record: Record;
  readonly composition: Composition;
  readonly server: BotApiServer;
  readonly cast: Cast;
  readonly time: SimulatedTime;
  /** Moves on to an instant and lets the clockwork tick, as it does once a minute. */
  tickAt(iso: string): Promise<void>;
  say(actor: Actor, chat: Chat, text: string, manner?: Manner): Promise<StoredMessage>;
  press(
    actor: Actor,
    chat: Chat,
    message: StoredMessage | undefined,
    label: string,
  ): Promise<Query | undefined>;
  /** Something else happens. */
  happens(what: string, act: () => void): Promise<void>;
  /** Resolves when everything has been taken in and said; then it is told. */
  settle(): Promise<void>;
  /** The bot's newest message in a chat. */
  latest(chat: Chat): StoredMessage | undefined;
  /** The question a message asks. */
  questionIn(message: StoredMessage | undefined): Question | undefined;
  /** The process ends and begins again on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a day that begins at an instant. Chance and ids are fixed, so a day is the same every time but for the charts' times. */
export async function openDay(record: Record, startIso: string): Promise<Day> {
  const time = createSimulatedTime(Date.parse(startIso));
  const composition = await composeForDay(time);
  const server = await startBotApi({ clock: time });
  const { world } = server;
  const narrator = createNarrator(record, world);
  let adapter = await startAdapter(composition, server, time);

  async function settle(): Promise<void> {
    await world.updates.confirmed();
    await adapter.settled();
    narrator.tell();
  }

  return {
    record,
    composition,
    server,
    cast: createCast(world),
    time,
    settle,
    async tickAt(iso) {
      time.moveTo(Date.parse(iso));
      await tick(composition, [adapter]);
      await settle();
    },
    ...createActing(record, world, settle),
    latest: ({ messages }) => messages.findLast(({ from, isDeleted }) => from.kind === 'bot' && !isDeleted),
    questionIn: (message) =>
      composition.services.bank.questions.find(({ prompt }) =>
        Object.values(prompt).some((text) => message?.text.includes(text)),
      ),
    async restart() {
      record.say('Telegram', 'the coach’s process ends, and begins again a minute later');
      await adapter.stop();
      time.moveTo(time.nowMs() + 60_000);
      adapter = await startAdapter(composition, server, time);
    },
    async close() {
      await adapter.stop();
      await server.close();
      await composition.close();
    },
  };
}

/** What people do, told and followed to its end. */
function createActing(
  record: Record,
  world: World,
  settle: () => Promise<void>,
): Pick<Day, 'say' | 'press' | 'happens'> {
  return {
    async say(actor, chat, text, manner = {}) {
      const place = chat.type === 'private' ? 'in private' : nameOf(world, chat);
      record.say(`${actor.user.first_name} ${place}`, shortened(text));
      const message = actor.say(chat, text, manner);
      await settle();
      return message;
    },
    async press(actor, chat, message, label) {
      record.say(actor.user.first_name, `presses [${label}]`);
      const query = actor.press(chat, message, label);
      await settle();
      // The app opens the chat, and the person presses Start there.
      if (query?.answer?.url !== undefined) actor.open(query.answer.url);
      await settle();
      return query;
    },
    async happens(what, act) {
      record.say('Telegram', what);
      act();
      await settle();
    },
  };
}

/** The whole coach as it runs, on a database in memory, with nothing left to chance. */
function composeForDay(clock: SimulatedTime): Promise<Composition> {
  let ids = 0;
  const createId = () => {
    ids += 1;
    return `id${String(ids).padStart(4, '0')}`;
  };
  const config = { ...readConfig(), database: ':memory:', zone: 'Asia/Shanghai', logLevel: 'error' } as const;
  return compose(config, { clock, chance: () => 0, createId });
}

async function startAdapter(
  { store, services, log, coach }: Composition,
  server: BotApiServer,
  time: SimulatedTime,
): Promise<TelegramAdapter> {
  const adapter = createTelegramAdapter({
    token: server.token,
    webhook: undefined,
    apiRoot: server.url,
    store,
    clock: time,
    log,
    commands: services.commands,
    sleep: (ms, signal) => time.sleep(ms, signal),
  });
  await adapter.start((incoming) => coach.handle(incoming));
  return adapter;
}
