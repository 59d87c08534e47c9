import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApi } from '../../../../src/adapters/telegram/api/api.ts';
import { createBot } from '../../../../src/adapters/telegram/connect.ts';
import { createSender, type Sender } from '../../../../src/adapters/telegram/outgoing/sender.ts';
import type { Actor } from '../../../../src/rehearsal/telegram/people/actor.ts';
import { type Cast, createCast } from '../../../../src/rehearsal/telegram/people/cast.ts';
import { type BotApiServer, startBotApi } from '../../../../src/rehearsal/telegram/server/bot-api-server.ts';
import { tooManyRequests } from '../../../../src/rehearsal/telegram/server/flood-control.ts';
import { badRequest, forbidden, Refusal } from '../../../../src/rehearsal/telegram/server/refusal.ts';
import type { Chat } from '../../../../src/rehearsal/telegram/server/world.ts';
import {
  createSimulatedTime,
  type SimulatedTime,
} from '../../../../src/rehearsal/telegram/simulated-time.ts';
import { judgeByDocument } from '../bot-api-document.ts';

let time: SimulatedTime;
let server: BotApiServer;
let cast: Cast;
let ada: Actor;
let group: Chat;
let sender: Sender;
let moves: string[];

beforeEach(async () => {
  time = createSimulatedTime(Date.parse('2026-03-02T08:00Z'));
  server = await startBotApi({ clock: time, judge: judgeByDocument });
  cast = createCast(server.world);
  ada = cast.person('Ada');
  group = cast.group('Study group', [ada], 'forum');
  group.bot = 'member';
  moves = [];
  sender = createSender(createApi(createBot(server.token, server.url).telegram), {
    clock: time,
    sleep: (ms, signal) => time.sleep(ms, signal),
    log: { info() {}, warn() {}, error() {} },
    onMoved: async (from, to) => void moves.push(`${from} → ${to}`),
  });
});
afterEach(async () => {
  await sender.stop();
  await server.close();
});

const text = (words: string) => ({ html: words, plain: words });
const said = (chat: Chat) =>
  chat.messages.filter(({ isDeleted }) => !isDeleted).map((message) => message.text);
const calls = (method: string) => server.made.filter(({ call }) => call.method === method);

describe('messages', () => {
  it('arrive in the order they were sent, however fast they come', async () => {
    const numbers = Array.from({ length: 45 }, (_, index) => `message ${index}`);
    await Promise.all(numbers.map((words) => sender.send({ chatId: group.id }, text(words))));
    expect(said(group)).toEqual(numbers);
    expect(calls('sendMessage').every(({ status }) => status === 200)).toBe(true);
    expect(time.nowMs()).toBe(Date.parse('2026-03-02T08:02:04Z'));
  });

  it('to thirty chats and more keep to what Telegram takes in a second', async () => {
    const groups = Array.from({ length: 70 }, (_, index) => cast.group(`Group ${index}`, [ada]));
    for (const each of groups) each.bot = 'member';
    await Promise.all(groups.map(({ id }) => sender.send({ chatId: id }, text('good morning'))));
    expect(calls('sendMessage').map(({ status }) => status)).toEqual(groups.map(() => 200));
  });

  it('refused for some seconds are sent again after exactly these, before any other of the chat', async () => {
    server.troubles.next('sendMessage', tooManyRequests(17));
    const sent = ['one', 'two'].map((words) => sender.send({ chatId: group.id }, text(words)));
    expect((await Promise.all(sent)).map(({ kind }) => kind)).toEqual(['sent', 'sent']);
    expect(said(group)).toEqual(['one', 'two']);
    const [refused, again] = calls('sendMessage');
    expect((again?.atMs ?? 0) - (refused?.atMs ?? 0)).toBe(17_000);
  });

  it('whose markup Telegram cannot read arrive as plain text', async () => {
    const outcome = await sender.send({ chatId: group.id }, { html: '<b>2 < 3', plain: '2 < 3' });
    expect(outcome.kind).toBe('sent');
    expect(said(group)).toEqual(['2 < 3']);
  });

  it('to a group that became a supergroup follow it, once it is noted where it went', async () => {
    const moved = cast.migrate(group, ada, false);
    const sent = await Promise.all(
      ['one', 'two'].map((words) => sender.send({ chatId: group.id }, text(words))),
    );
    expect(sent.map((outcome) => outcome.kind === 'sent' && outcome.sent.chatId)).toEqual([
      moved.id,
      moved.id,
    ]);
    expect(said(moved)).toEqual(['one', 'two']);
    expect(moves).toContain(`${group.id} → ${moved.id}`);
  });

  it('to a topic that is gone arrive in the group, and it is said so', async () => {
    const outcome = await sender.send({ chatId: group.id, threadId: 999 }, text('good morning'));
    expect(outcome).toMatchObject({ kind: 'sent', isWithoutTopic: true });
    expect(said(group)).toEqual(['good morning']);
  });

  it('survive a Telegram that is down for a while', async () => {
    server.troubles.next('sendMessage', new Refusal(502, 'Bad Gateway'), 3);
    expect((await sender.send({ chatId: group.id }, text('still here'))).kind).toBe('sent');
    expect(calls('sendMessage').map(({ atMs }) => atMs - (calls('sendMessage')[0]?.atMs ?? 0))).toEqual([
      0, 1000, 3000, 7000,
    ]);
  });

  it('given up after a long outage are reported as unreachable', async () => {
    server.troubles.next('sendMessage', new Refusal(502, 'Bad Gateway'), 99);
    const outcome = await sender.send({ chatId: group.id }, text('hello?'));
    expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'unreachable' } });
    expect(calls('sendMessage')).toHaveLength(5);
  });

  it('of which nobody knows whether they arrived are not said twice', async () => {
    server.troubles.next('sendMessage', 'hang-up');
    const outcome = await sender.send({ chatId: group.id }, text('once'));
    expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'unsure' } });
    expect(calls('sendMessage')).toHaveLength(1);
  });

  it.each([
    ['gone', forbidden('bot was kicked from the supergroup chat')],
    ['gone', forbidden('bot is not a member of the supergroup chat')],
    ['gone', forbidden('user is deactivated')],
    ['gone', badRequest('chat not found')],
    ['never-met', forbidden("bot can't initiate conversation with a user")],
    ['topic-closed', badRequest('TOPIC_CLOSED')],
    ['no-rights', badRequest('not enough rights to send text messages to the chat')],
    ['refused', badRequest('message text is empty')],
  ])('that Telegram refuses are %s, and the next one is not held up', async (kind, refusal) => {
    server.troubles.next('sendMessage', refusal);
    const first = sender.send({ chatId: group.id }, text('one'));
    const second = sender.send({ chatId: group.id }, text('two'));
    expect(await first).toMatchObject({ kind: 'failed', failure: { kind } });
    expect((await second).kind).toBe('sent');
  });
});

describe('changes to a message', () => {
  const send = async () => {
    const outcome = await sender.send({ chatId: group.id }, text('question'));
    if (outcome.kind !== 'sent') throw new Error('not sent');
    return outcome.sent;
  };

  it('that still wait leave as the last of them', async () => {
    const message = await send();
    const edits = [1, 2, 3, 4].map((count) => sender.edit(message, text(`question, ${count} answered`)));
    expect((await Promise.all(edits)).every(({ kind }) => kind === 'sent')).toBe(true);
    expect(said(group)).toEqual(['question, 4 answered']);
    expect(calls('editMessageText').length).toBeLessThanOrEqual(2);
  });

  it('that change nothing are no failure', async () => {
    const message = await send();
    expect((await sender.edit(message, text('question'))).kind).toBe('sent');
  });

  it('of which nobody knows whether they arrived are made again', async () => {
    const message = await send();
    server.troubles.next('editMessageText', 'hang-up');
    expect((await sender.edit(message, text('changed'))).kind).toBe('sent');
    expect(said(group)).toEqual(['changed']);
  });

  it('to a message that is gone say so', async () => {
    const message = await send();
    for (const each of group.messages) each.isDeleted = true;
    expect(await sender.edit(message, text('changed'))).toMatchObject({
      kind: 'failed',
      failure: { kind: 'cannot-edit' },
    });
  });
});

describe('stopping', () => {
  it('lets go of what still waits, and says that it was not sent', async () => {
    const sent = Array.from({ length: 30 }, () => sender.send({ chatId: group.id }, text('x')));
    await sender.stop();
    const outcomes = await Promise.all(sent);
    expect(outcomes.filter(({ kind }) => kind === 'failed').length).toBeGreaterThan(20);
    expect(outcomes.filter(({ kind }) => kind === 'sent')).toHaveLength(said(group).length);
  });
});
