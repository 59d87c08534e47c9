import { createServer } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CoachError } from '../../../src/app/coach-error.ts';
import type { Incoming } from '../../../src/app/incoming.ts';
import { forbidden, Refusal } from '../../../src/rehearsal/telegram/server/refusal.ts';
import { conflict } from '../../../src/rehearsal/telegram/server/update-queue.ts';
import { reply, scriptedCoach, wordsOf } from '../scripted-coach.ts';
import { openTelegram } from './open-telegram.ts';

const echo = () => scriptedCoach((incoming) => ({ replies: [reply(`heard ${wordsOf(incoming)}`)] }));

/** Someone who has a private chat with an echo. */
async function openEcho(options: Parameters<typeof openTelegram>[1] = {}) {
  const coach = echo();
  const telegram = await openTelegram(coach.handle, options);
  const ada = telegram.cast.person('Ada', 'en');
  const said = () =>
    ada.privateChat.messages.filter(({ from }) => from.kind === 'bot').map(({ text }) => text);
  const calls = (method: string) => telegram.server.made.filter(({ call }) => call.method === method);
  return { ...telegram, ada, said, calls, heard: coach.heard };
}

describe('an update', () => {
  it('that comes twice is answered once', async () => {
    const { server, ada, settle, said, heard } = await openEcho();
    ada.say(ada.privateChat, 'hello');
    await settle();
    const [update] = server.world.updates.all;
    if (update !== undefined) server.world.updates.repeat(update);
    await settle();
    expect(said()).toEqual(['heard hello']);
    expect(heard).toHaveLength(1);
  });

  it('that comes twice around a restart is graded once and answered again, because the first answer may be lost', async () => {
    const { server, ada, settle, restart, heard } = await openEcho();
    ada.say(ada.privateChat, 'hello');
    await settle();
    const again: Incoming[] = [];
    await restart(async (incoming) => {
      again.push(incoming);
      return { replies: [reply('heard hello')] };
    });
    const [update] = server.world.updates.all;
    if (update !== undefined) server.world.updates.repeat(update);
    await settle();
    // The coach claims the same id, and gives back what it said.
    expect(again.map(({ id }) => id)).toEqual(heard.map(({ id }) => id));
  });

  it('that comes late is taken all the same', async () => {
    const { server, ada, settle, said } = await openEcho();
    ada.say(ada.privateChat, 'one');
    ada.say(ada.privateChat, 'two');
    await settle();
    const [first] = server.world.updates.all;
    server.world.updates.repeat({ ...first, update_id: 7 });
    await settle();
    expect(said()).toEqual(['heard one', 'heard two', 'heard one']);
  });

  it('that nobody can read is passed over, with a line in the log', async () => {
    const { server, ada, settle, said, logged } = await openEcho();
    server.world.updates.push({ message: { chat: 'nonsense' } });
    ada.say(ada.privateChat, 'hello');
    await settle();
    expect(said()).toEqual(['heard hello']);
    expect(logged).toEqual(['telegram-update-unreadable']);
  });

  it('that the coach stumbles over keeps no other from its answer', async () => {
    const telegram = await openTelegram(async (incoming) => {
      if (wordsOf(incoming) === 'stumble') throw new Error('a bug');
      return { replies: [reply('fine')] };
    });
    const ada = telegram.cast.person('Ada', 'en');
    ada.say(ada.privateChat, 'stumble');
    ada.say(ada.privateChat, 'go on');
    await telegram.settle();
    expect(ada.sees()).toEqual(['stumble', 'go on', 'fine']);
    expect(telegram.logged).toEqual(['telegram-update-failed: a bug']);
  });

  it('is of the kinds that were asked for', async () => {
    const { calls, settle, ada } = await openEcho();
    ada.say(ada.privateChat, 'hello');
    await settle();
    expect(calls('getUpdates')[0]?.call.parameters.allowed_updates).toEqual([
      'message',
      'edited_message',
      'callback_query',
      'my_chat_member',
    ]);
  });
});

describe('polling', () => {
  it('waits for another process to let go, ever longer, and then goes on', async () => {
    const { server, ada, settle, said, logged, calls } = await openEcho();
    server.troubles.next('getUpdates', conflict(), 4);
    await settle();
    ada.say(ada.privateChat, 'hello');
    await settle();
    ada.say(ada.privateChat, 'still there?');
    await settle();
    expect(said().at(-1)).toBe('heard still there?');
    expect(logged.filter((line) => line === 'telegram-polling-interrupted').length).toBeLessThanOrEqual(4);
    const refused = calls('getUpdates').filter(({ status }) => status === 409);
    const waits = refused.slice(1).map(({ atMs }, index) => atMs - (refused[index]?.atMs ?? 0));
    expect(waits).toEqual([1000, 2000, 4000].slice(0, waits.length));
  });

  it('at the start, while the process before still polls, is not given up', async () => {
    const { server, ada, settle, said, restart } = await openEcho();
    server.troubles.next('getUpdates', conflict(), 3);
    await restart(echo().handle);
    ada.say(ada.privateChat, 'hello');
    await settle();
    expect(said()).toEqual(['heard hello']);
  });

  it('ends when the token is taken back, with a line in the log', async () => {
    const { server, ada, calls, logged, time } = await openEcho();
    server.troubles.next('getUpdates', new Refusal(401, 'Unauthorized'));
    ada.say(ada.privateChat, 'hello');
    await vi.waitFor(() => expect(logged).toEqual(['telegram-polling-interrupted']));
    const polls = calls('getUpdates').length;
    for (let minute = 0; minute < 5; minute++) await time.sleep(60_000, new AbortController().signal);
    expect(calls('getUpdates')).toHaveLength(polls);
  });
});

describe('a start', () => {
  it('with a wrong token says so in a sentence, and shows no token', async () => {
    const refused = openTelegram(echo().handle, { token: '123:wrong' });
    await expect(refused).rejects.toThrow(CoachError);
    await expect(refused).rejects.toThrow(/does not know the token in TELEGRAM_TOKEN/);
    await expect(refused).rejects.not.toThrow(/123:wrong/);
  });

  it('while Telegram cannot be reached goes on trying, and lets the rest run', async () => {
    const down = createServer((_request, response) => response.writeHead(502).end());
    await new Promise<void>((resolve) => down.listen(0, '127.0.0.1', resolve));
    const { port } = down.address() as { port: number };
    const { adapter, logged, time } = await openTelegram(echo().handle, {
      apiRoot: `http://127.0.0.1:${port}`,
    });
    const waiting = { groupId: 'telegram:1', conversationId: 'telegram:1', manner: { inThread: false } };
    const outcome = await adapter.post({ ...waiting, key: 'k', replies: [reply('hello')] });
    expect(outcome).toEqual({ kind: 'later', retryAfterMs: 60_000 });
    await time.sleep(10_000, new AbortController().signal);
    expect(logged).toContain('telegram-unreachable');
    await adapter.stop();
    await new Promise((resolve) => down.close(resolve));
  });
});

describe('a stop', () => {
  it('finishes what was taken in', async () => {
    const { adapter, server, ada, said } = await openEcho();
    for (const words of ['one', 'two', 'three']) ada.say(ada.privateChat, words);
    await server.world.updates.confirmed();
    await adapter.stop();
    expect(said()).toEqual(['heard one', 'heard two', 'heard three']);
    expect(server.openCalls).toBe(0);
  });
});

describe('a webhook', () => {
  const servers: { close(): void }[] = [];
  afterEach(() => {
    for (const each of servers.splice(0)) each.close();
  });

  /** A port that is free now, for an address that must be known before it is opened. */
  async function freePort(): Promise<number> {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    const { port } = probe.address() as { port: number };
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }

  async function openHooked() {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/telegram`;
    const telegram = await openEcho({ webhook: { url, host: '127.0.0.1', port } });
    const post = (body: string, headers: Record<string, string> = {}, path = url) =>
      fetch(path, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });
    return { ...telegram, url, post };
  }

  it('takes what Telegram delivers, and asks for nothing itself', async () => {
    const { ada, settle, said, calls } = await openHooked();
    ada.say(ada.privateChat, 'hello');
    await settle();
    expect(said()).toEqual(['heard hello']);
    expect(calls('getUpdates')).toEqual([]);
    expect(calls('setWebhook')[0]?.call.parameters).toMatchObject({
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    });
  });

  it.each([
    ['a wrong secret', { 'X-Telegram-Bot-Api-Secret-Token': 'guessed' }],
    ['no secret', {}],
  ])('turns away whoever has %s', async (_what, headers) => {
    const { post, heard } = await openHooked();
    const update = {
      update_id: 1,
      message: { message_id: 1, date: 1, chat: { id: 5, type: 'private' }, text: 'hi' },
    };
    expect((await post(JSON.stringify(update), headers)).status).toBe(401);
    expect(heard).toEqual([]);
  });

  it('answers one delivery and refuses what is none', async () => {
    const { post, calls, server, url, said, settle, ada } = await openHooked();
    const secret = {
      'X-Telegram-Bot-Api-Secret-Token': String(calls('setWebhook')[0]?.call.parameters.secret_token),
    };
    expect((await post('{', secret)).status).toBe(400);
    expect((await post('x'.repeat(1_000_001), secret)).status).toBe(413);
    expect((await post('{}', secret, `${url}/other`)).status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
    ada.say(ada.privateChat, 'hello');
    await settle();
    const update = JSON.stringify(server.world.updates.all[0]);
    expect((await post(update, secret)).status).toBe(200);
    await settle();
    expect(said()).toEqual(['heard hello']);
  });

  it('that Telegram refuses, and a port that is taken, say the way out', async () => {
    const port = await freePort();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
    servers.push(taken);
    const webhook = { url: `http://127.0.0.1:${port}/`, host: '127.0.0.1', port };
    await expect(openEcho({ webhook })).rejects.toThrow(/Set TELEGRAM_WEBHOOK_PORT/);
  });
});

describe('a person who blocks the coach', () => {
  it('is not written to again until they come back', async () => {
    const { ada, settle, said, calls, adapter } = await openEcho();
    ada.say(ada.privateChat, '/start');
    ada.block();
    await settle();
    const before = calls('sendMessage').length;
    const own = `telegram:${ada.user.id}`;
    const post = {
      groupId: own,
      conversationId: own,
      manner: { inThread: false },
      replies: [reply('daily')],
    };
    expect(await adapter.post({ ...post, key: 'k' })).toEqual({ kind: 'gone' });
    ada.unblock();
    ada.say(ada.privateChat, 'hello again');
    await settle();
    expect(said().at(-1)).toBe('heard hello again');
    expect(calls('sendMessage').length).toBe(before + 2);
  });

  it('in the middle of an answer leaves no trace but a line', async () => {
    const { server, ada, settle, logged } = await openEcho();
    server.troubles.next('sendMessage', forbidden('bot was blocked by the user'));
    ada.say(ada.privateChat, 'hello');
    await settle();
    expect(logged).toEqual([]);
  });
});
