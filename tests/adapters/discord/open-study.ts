import { createCoach } from '../../../src/app/coach.ts';
import type { Services } from '../../../src/app/commands/command.ts';
import { commands } from '../../../src/app/commands/index.ts';
import { createGradingDesk } from '../../../src/app/grading-desk.ts';
import type { Incoming } from '../../../src/app/incoming.ts';
import type { Laboratory } from '../../../src/app/ports/laboratory.ts';
import type { Response } from '../../../src/app/reply.ts';
import { tick } from '../../../src/clockwork.ts';
import type { QuestionBank } from '../../../src/core/question/bank.ts';
import type { Person } from '../../../src/rehearsal/discord/people.ts';
import type { Message } from '../../../src/rehearsal/discord/world.ts';
import { openStore } from '../../../src/storage/index.ts';
import { stillLaboratory } from '../../support/laboratory.ts';
import { type OpenDiscord, type OpenOptions, openDiscord } from './open-discord.ts';

export interface Study extends OpenDiscord {
  readonly bank: QuestionBank;
  readonly services: Services;
  /** What the clock does once a minute. */
  tick(): Promise<void>;
  /** Lets time pass until a moment, and ticks. */
  tickAt(iso: string): Promise<void>;
  /** Anything may happen to the next action before the coach sees it. */
  sabotage(instead: ((incoming: Incoming) => Promise<Response>) | undefined): void;
}

export interface StudyOptions extends OpenOptions {
  readonly bank: QuestionBank;
  readonly laboratory?: Laboratory;
}

/** Rubrics take a moment to prepare, and are the same for every test. */
const desks = new WeakMap<QuestionBank, Services['grade']>();

function deskFor(bank: QuestionBank): Services['grade'] {
  const desk = desks.get(bank) ?? createGradingDesk(bank);
  desks.set(bank, desk);
  return desk;
}

const silent = { info() {}, warn() {}, error() {} };

/** A server with the real coach in it. */
export async function openStudy({
  bank,
  laboratory = stillLaboratory(),
  ...options
}: StudyOptions): Promise<Study> {
  const store = options.store ?? (await openStore(':memory:'));
  let ids = 0;
  const services: Services = {
    bank,
    laboratory,
    commands,
    grade: deskFor(bank),
    cancelPost: (key) => store.transaction((tx) => tx.outbox.cancel(key)),
    chance: () => 0,
    createId: () => `id${++ids}`,
    version: '0.0.0',
  };
  const coach = createCoach(services, store, silent, 'Asia/Shanghai');
  let instead: ((incoming: Incoming) => Promise<Response>) | undefined;
  const handle = (incoming: Incoming) => {
    const now = instead;
    instead = undefined;
    return now === undefined ? coach.handle(incoming) : now(incoming);
  };
  const discord = await openDiscord(handle, { ...options, store, services });
  const ticks = async () => {
    await tick({ services, store, log: silent, clock: { nowMs: discord.now } }, [discord.adapter]);
    await discord.local.quiet();
  };
  // Spreading would read the present adapter once and for all.
  return Object.assign(Object.create(discord) as OpenDiscord, {
    bank,
    services,
    tick: ticks,
    async tickAt(iso: string) {
      discord.wait(Date.parse(iso) - discord.now());
      await ticks();
    },
    sabotage(what: typeof instead) {
      instead = what;
    },
    async close() {
      await discord.close();
      if (options.store === undefined) await store.close();
    },
  });
}

/** Opens a message's form and sends it filled in. */
export async function answer(
  person: Person,
  message: Message | undefined,
  words: string,
  label = 'Your answer',
) {
  return person.submit(await person.press(message, label), words);
}

/** The latest message someone sees. */
export function latest(person: Person, study: OpenDiscord, channel = study.general): Message | undefined {
  return person.sees(channel).at(-1);
}
