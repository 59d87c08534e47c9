import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDiscordAdapter } from '../../../src/adapters/discord/discord-adapter.ts';
import { createConnection } from '../../../src/adapters/discord/life/connection.ts';
import { watch } from '../../../src/adapters/discord/life/watch.ts';
import { commands } from '../../../src/app/commands/index.ts';
import type { QuestionBank } from '../../../src/core/question/bank.ts';
import { openLocalDiscord } from '../../../src/rehearsal/discord/local-discord.ts';
import { openStore } from '../../../src/storage/index.ts';
import { stillLaboratory } from '../../support/laboratory.ts';
import { realBank } from '../../support/room.ts';
import { latest, openStudy, type Study, type StudyOptions } from './open-study.ts';

let bank: QuestionBank;
beforeAll(async () => {
  bank = await realBank();
});

let open: Study | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function study(options: Partial<StudyOptions> = {}) {
  open = await openStudy({ bank, ...options });
  return { open, local: open.local, general: open.general, ada: open.local.addPerson('Ada') };
}

const isKnown = (study: Study, guildId = study.guild.id) =>
  study.store.transaction(async (tx) => (await tx.groups.present('discord')).includes(`discord:${guildId}`));

describe('a server', () => {
  it('that adds the coach is welcomed once, with the two steps, in its language', async () => {
    const { open, general, ada } = await study({ server: { locale: 'zh-CN' } });
    expect(ada.reads(general)).toHaveLength(1);
    expect(ada.reads(general)[0]).toContain('你好，我是梯度教练。');
    expect(ada.reads(general)[0]).toContain('/quiz');
    await open.restart();
    expect(ada.reads(general)).toHaveLength(1);
  });

  it('that adds it while it runs is welcomed too', async () => {
    const { local, ada } = await study();
    const later = local.servers.open({ name: 'Another', channels: ['lobby'] });
    await local.until('a welcome', () => later.channels[0]?.messages.length === 1);
    expect(ada.reads(later.channels[0]!)[0]).toContain('Hello, I am GradCoach.');
  });

  it('is welcomed where the coach may speak, if not in its first channel', async () => {
    const { local, ada } = await study();
    const later = local.servers.open({ name: 'Quiet', channels: ['rules', 'talk'], hasCoach: false });
    local.servers.deny(later.channels[0]!, ['SendMessages']);
    local.servers.admit(later);
    await local.until('a welcome', () => later.channels[1]?.messages.length === 1);
    expect(ada.reads(later.channels[0]!)).toEqual([]);
  });

  it('that removes the coach is forgotten after the grace period, and welcomed when it comes back', async () => {
    const { open, local, general, ada } = await study();
    await ada.slash(general, 'quiz start');
    local.servers.dismiss(open.guild);
    await local.until('a goodbye', () => open.guild.hasCoach === false);
    await local.quiet();
    expect(await isKnown(open)).toBe(false);
    open.wait(29 * 86_400_000);
    await open.tick();
    local.servers.admit(open.guild);
    await local.until('a welcome', () => ada.reads(general).at(-1)?.includes('Hello') === true);
    expect(await isKnown(open)).toBe(true);
  });

  it('that removed the coach while it was away is noticed', async () => {
    const { open } = await study();
    await open.adapter.stop();
    open.guild.hasCoach = false;
    await open.restart();
    expect(await isKnown(open)).toBe(false);
  });
});

describe('the connection', () => {
  it.each(['broken', 'reconnect'] as const)(
    '%s is resumed, and what came meanwhile is heard',
    async (how) => {
      const { local, general, ada } = await study();
      local.gateway.drop(how);
      const asked = ada.slash(general, 'about');
      await asked;
      expect(local.gateway.counts).toEqual({ identified: 1, resumed: 1 });
      expect(ada.reads(general).at(-1)).toContain('not a verdict on you');
    },
  );

  it('forgotten is made anew', async () => {
    const { local, general, ada } = await study();
    local.gateway.drop('forgotten');
    await local.until('a new login', () => local.gateway.counts.identified === 2);
    await local.quiet();
    await ada.slash(general, 'about');
    expect(ada.reads(general).at(-1)).toContain('not a verdict on you');
  });

  it('that has gone silent is made anew', async () => {
    const local = await openLocalDiscord();
    let nowMs = Date.now();
    const codes: string[] = [];
    const log = {
      info: () => {},
      warn: (code: string) => codes.push(code),
      error: (code: string) => codes.push(code),
    };
    const nothing = () => {};
    const ears = {
      onInteraction: nothing,
      onMessage: nothing,
      onGuildAdded: nothing,
      onGuildRemoved: nothing,
      onReady: nothing,
    };
    const { token, apiRoot } = local;
    const connection = createConnection({ token, apiRoot, shards: undefined, ears, log });
    await connection.open();
    const stop = watch({ connection, log, isDown: false, lookEveryMs: 20, nowMs: () => nowMs });
    local.gateway.fallSilent();
    nowMs += 6 * 60_000;
    await local.until('a new login', () => local.gateway.counts.identified === 2);
    expect(codes).toContain('discord-silent');
    await stop();
    await connection.close();
    await local.close();
  });

  it('with a wrong token says so in one clear line', async () => {
    await expect(study({ token: 'not.a.token' })).rejects.toThrow('Discord does not accept DISCORD_TOKEN');
  });

  it('that cannot be opened yet is opened later, and the rest goes on', async () => {
    const store = await openStore(':memory:');
    const codes: string[] = [];
    const adapter = createDiscordAdapter({
      token: 'a.b.c',
      apiRoot: 'http://127.0.0.1:9/api',
      store,
      services: {
        commands,
        bank: { questions: [], topics: [], concepts: [] },
        laboratory: stillLaboratory(),
      },
      clock: { nowMs: Date.now },
      log: { info: () => {}, warn: () => {}, error: (code) => codes.push(code) },
    });
    await adapter.start(() => Promise.resolve({ replies: [] }));
    expect(codes).toEqual(['discord-unreachable']);
    await adapter.stop();
    await store.close();
  });
});

describe('a talk', () => {
  it('in private needs no server, and keeps nothing from anybody', async () => {
    const { open, local, ada } = await study();
    const talk = ada.privately();
    ada.write(talk, '/quiz activations');
    await local.until('a question', () => ada.reads(talk).at(-1)?.includes('Question 1 of') === true);
    await local.quiet();
    ada.write(talk, 'the gradient becomes smaller from layer to layer');
    await local.until('a verdict', () =>
      /Partly|Not there|could not match/.test(ada.reads(talk).at(-1) ?? ''),
    );
    await ada.slash(talk, 'me show');
    expect(latest(ada, open, talk)?.audienceId).toBeUndefined();
  });

  it('in private may have a daily question of its own', async () => {
    const { open, ada } = await study();
    const talk = ada.privately();
    await ada.slash(talk, 'daily set', { time: '09:00', zone: 'Asia/Shanghai' });
    await open.tickAt('2026-03-03T01:00Z');
    expect(ada.reads(talk).at(-1)).toContain('Question of the day · 2026-03-03');
    ada.user.isClosed = true;
    await open.tickAt('2026-03-04T01:00Z');
    await ada.slash(talk, 'daily preview');
    expect(ada.reads(talk).at(-1)).toContain('direct messages are closed');
  });

  it('where someone installed the coach for themselves works as far as it may', async () => {
    const { open, local, ada } = await study();
    const foreign = local.servers.open({
      name: 'Foreign',
      channels: ['room'],
      hasCoach: false,
      ownerId: ada.user.id,
    });
    const [room] = foreign.channels;
    await ada.slash(room!, 'quiz start', { topic: 'activations' });
    const question = latest(ada, open, room);
    await ada.submit(await ada.press(question, 'Your answer'), 'the gradient becomes smaller');
    expect(ada.reads(room!).at(-1)).toMatch(/Partly|Not there|could not match/);
    await ada.slash(room!, 'daily set', { time: '09:00' });
    expect(ada.reads(room!).at(-1)).toContain('to join this server');
  });

  it('that only calls the coach learns what it can do', async () => {
    const { local, general, ada } = await study();
    await ada.slash(general, 'about');
    ada.write(general, '@coach');
    await local.until('help', () => ada.reads(general).at(-1)?.includes('my reply is here') === true);
    await ada.press(ada.sees(general).at(-1), 'Open it');
    expect(ada.reads(general).at(-1)).toContain('What I can do');
  });
});
