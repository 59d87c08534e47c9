import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CoachError } from '../../../src/app/coach-error.ts';
import type { Incoming } from '../../../src/app/incoming.ts';
import type { HistoryEntry } from '../../../src/app/ports/store.ts';
import type { Response as CoachResponse, Reply } from '../../../src/app/reply.ts';
import { openStore } from '../../../src/storage/index.ts';
import { reply, scriptedCoach, wordsOf } from '../scripted-coach.ts';
import { messageFrom, type OpenRoom, openRoom, saidIn } from './open-room.ts';

let room: OpenRoom;
let script: (incoming: Incoming) => CoachResponse;

beforeEach(async () => {
  script = (incoming) => ({ replies: [reply(`heard ${wordsOf(incoming)}`)] });
  room = await openRoom(scriptedCoach((incoming) => script(incoming)).handle);
});
afterEach(() => room.close());

const seenBy = async (name: string, place: 'room' | 'private' = 'room') =>
  (await room.look(name, place)).entries.map(saidIn);

/** Updates that a test releases one by one. */
function held() {
  let release: (reply: Reply | undefined) => void = () => {};
  async function* updates(): AsyncGenerator<Reply> {
    for (;;) {
      const next = await new Promise<Reply | undefined>((resolve) => {
        release = resolve;
      });
      if (next === undefined) return;
      yield next;
    }
  }
  return { updates: updates(), release: (next: Reply | undefined) => release(next) };
}

describe('a message', () => {
  it('is answered only when the coach has committed and the room has kept it', async () => {
    const response = await room.say('Ada', 'hello');
    expect([response.status, await response.json()]).toEqual([200, { taken: true }]);
    expect(await seenBy('Ada')).toEqual(['hello', 'heard hello']);
  });

  it('sent again under its id shows the same replies once', async () => {
    const message = messageFrom('Ada', 'hello');
    await Promise.all([room.post('/api/messages', message), room.post('/api/messages', message)]);
    expect((await room.post('/api/messages', message)).status).toBe(200);
    expect(await seenBy('Ada')).toEqual(['hello', 'heard hello']);
  });

  it('of a button shows the words on it', async () => {
    const invocation = { command: 'quiz', subcommand: 'next', options: {}, text: '' };
    await room.say('Ada', { action: { kind: 'invocation', invocation, label: '下一题' } });
    expect(await seenBy('Ada')).toEqual(['下一题', 'heard /quiz next']);
  });

  it('that only its sender is answered is only its sender’s to see', async () => {
    script = () => ({ replies: [reply('0.6', { audience: 'person' })] });
    await room.say('Ada', 'my answer to the daily question');
    expect(await seenBy('Ada')).toEqual(['my answer to the daily question', '0.6']);
    expect(await seenBy('Lin')).toEqual([]);
  });

  it('stays private when besides the private verdict the question is shown anew', async () => {
    script = () => ({ replies: [reply('asked', { roundId: 'r1' })] });
    await room.say('Lin', '/quiz');
    script = () => ({
      replies: [
        reply('0.6', { audience: 'person' }),
        reply('asked; one has answered', { roundId: 'r1', replacesRound: true }),
      ],
    });
    await room.say('Ada', 'my answer');
    expect(await seenBy('Lin')).toEqual(['/quiz', 'asked; one has answered']);
    expect(await seenBy('Ada')).toEqual(['/quiz', 'asked; one has answered', 'my answer', '0.6']);
  });

  it('in private is seen by nobody else, and in the room it is not seen', async () => {
    await room.say('Ada', { place: 'private', action: { kind: 'text', text: 'quietly' } });
    expect(await seenBy('Ada', 'private')).toEqual(['quietly', 'heard quietly']);
    expect(await seenBy('Ada')).toEqual([]);
    expect(await seenBy('Lin', 'private')).toEqual([]);
  });

  it('in private that schedules something schedules it for the room', async () => {
    const places: unknown[] = [];
    script = ({ place }) => {
      places.push(place);
      return { replies: [] };
    };
    await room.say('Ada', { place: 'private', action: { kind: 'text', text: '/daily set' } });
    expect(places).toEqual([{ conversationId: 'web:room', missing: [] }]);
  });

  it.each([
    ['not JSON', '{'],
    ['another shape', { hello: 1 }],
    ['an unknown field', { ...messageFrom('Ada', 'x'), extra: 1 }],
    ['an id of another form', { ...messageFrom('Ada', 'x'), id: '../..' }],
  ])('that is %s is refused', async (_what, body) => {
    const response = await room.post('/api/messages', body);
    expect([response.status, await response.json()]).toEqual([400, { error: 'bad-message' }]);
  });

  it('without a name to go by is refused', async () => {
    expect(await (await room.say(' / ', 'hello')).json()).toEqual({ error: 'bad-name' });
    expect((await room.get('/api/events?name=')).status).toBe(400);
  });

  it.each([20_001, 200_000])('of %i characters is refused as too long', async (length) => {
    const response = await room.say('Ada', 'x'.repeat(length));
    expect([response.status, await response.json()]).toEqual([413, { error: 'too-long' }]);
  });

  it('that a fault hits is answered calmly, and the fault is logged', async () => {
    const lost = await openStore(':memory:');
    const broken = await openRoom(async () => ({ replies: [] }), { store: lost });
    await lost.close();
    const response = await broken.say('Ada', 'hello');
    expect([response.status, await response.json()]).toEqual([500, { error: 'failed' }]);
    expect(broken.faults).toHaveLength(1);
    await broken.close();
  });
});

describe('later states of a reply', () => {
  it('replace it, as they come', async () => {
    const { updates, release } = held();
    script = () => ({ replies: [reply('queued')], updates });
    const events = room.listen('name=Lin');
    await events.next('room');
    await room.say('Ada', '/demo');
    await events.next('entry');
    const queued = (await events.next('entry')).data as HistoryEntry;
    release(reply('half way'));
    const halfWay = (await events.next('entry')).data as HistoryEntry;
    expect([halfWay.sequence, saidIn(halfWay)]).toEqual([queued.sequence, 'half way']);
    release(reply('chart'));
    expect(saidIn((await events.next('entry')).data as HistoryEntry)).toBe('chart');
    release(undefined);
    expect(await seenBy('Ada')).toEqual(['/demo', 'chart']);
    events.close();
  });

  it('go to the last of several replies', async () => {
    const { updates, release } = held();
    script = () => ({ replies: [reply('first'), reply('second')], updates });
    const events = room.listen('name=Lin');
    await events.next('room');
    await room.say('Ada', '/demo');
    for (let count = 0; count < 3; count += 1) await events.next('entry');
    release(reply('second, finished'));
    await events.next('entry');
    release(undefined);
    expect(await seenBy('Ada')).toEqual(['/demo', 'first', 'second, finished']);
    events.close();
  });

  it('are waited for when the room closes', async () => {
    const { updates, release } = held();
    script = () => ({ replies: [reply('queued')], updates });
    const store = await openStore(':memory:');
    const closing = await openRoom(scriptedCoach((incoming) => script(incoming)).handle, { store });
    await closing.say('Ada', '/demo');
    const stopped = closing.adapter.stop();
    await new Promise(setImmediate);
    release(reply('chart'));
    await new Promise(setImmediate);
    release(undefined);
    await stopped;
    const kept = await store.transaction(({ history }) => history.list('web:room', 'web:ada', 10));
    expect(kept.map(saidIn)).toEqual(['/demo', 'chart']);
    await store.close();
  });

  it('that fail are logged, and the room goes on', async () => {
    script = () => ({
      replies: [reply('queued')],
      updates: {
        [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('worker died')) }),
      },
    });
    await room.say('Ada', '/demo');
    expect(await seenBy('Ada')).toEqual(['/demo', 'queued']);
    expect(room.faults).toEqual([new Error('worker died')]);
  });
});

describe('a post', () => {
  const postTo = (conversationId: string, ...replies: readonly Reply[]) => {
    return { conversationId, groupId: 'web:room', manner: { inThread: false }, key: 'k', replies };
  };

  it('reaches those who are looking', async () => {
    const events = room.listen('name=Lin');
    await events.next('room');
    const post = postTo('web:room', reply('good morning'));
    expect(await room.adapter.post(post)).toEqual({ kind: 'posted' });
    expect(saidIn((await events.next('entry')).data as HistoryEntry)).toBe('good morning');
    events.close();
  });

  it('for one person alone is nobody’s in the room', async () => {
    await room.adapter.post(postTo('web:room', reply('psst', { audience: 'person' })));
    expect(await seenBy('Ada')).toEqual([]);
    await room.adapter.post(postTo('web:room/ada', reply('psst', { audience: 'person' })));
    expect(await seenBy('Ada', 'private')).toEqual(['psst']);
  });
});

describe('the history', () => {
  it('comes in pages, newest first, and each page oldest first', async () => {
    for (let number = 1; number <= 20; number += 1) await room.say('Ada', String(number));
    const latest = await room.look('Ada');
    expect([latest.entries.length, latest.hasOlder]).toEqual([30, true]);
    expect(saidIn(latest.entries[0]!)).toBe('6');
    const older = await room.get(`/api/history?name=Ada&before=${latest.entries[0]?.sequence}`);
    const page = (await older.json()) as { entries: HistoryEntry[]; hasOlder: boolean };
    expect([page.entries.length, page.hasOlder]).toEqual([10, false]);
    expect(page.entries.map(saidIn).slice(-2)).toEqual(['5', 'heard 5']);
  });

  it('does not show one person what another may see', async () => {
    script = () => ({ replies: [reply('secret', { audience: 'person' })] });
    await room.say('Ada', 'mine');
    const response = await room.get('/api/history?name=Lin&before=1000');
    expect(await response.json()).toEqual({ entries: [], hasOlder: false });
  });

  it('asks for a place to begin', async () => {
    expect((await room.get('/api/history?name=Ada&before=x')).status).toBe(400);
  });
});

describe('charts', () => {
  it('are served by key, for ever', async () => {
    const png = new Uint8Array([137, 80, 78, 71]);
    const chart = { title: 't', png, alt: 'a', widthPx: 1, heightPx: 1 };
    const run = {
      key: 'k',
      experiment: 'e',
      parameters: {},
      seed: 1,
      backend: 'plain',
      measures: {},
      expected: [],
    };
    await room.store.transaction(({ charts }) =>
      charts.save(
        'k-1',
        { ...run, tookMs: 1, isCached: false, rightOption: '', notice: [], tryNext: [], chart },
        1,
      ),
    );
    const response = await room.get('/charts/k-1');
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(png);
    expect((await room.get('/charts/none')).status).toBe(404);
  });
});

describe('the door to the machine', () => {
  it('answers a health check with the version, and fails it when the store does', async () => {
    expect(await (await room.get('/healthz')).json()).toEqual({ status: 'ok', version: '9.9.9' });
    const store = await openStore(':memory:');
    const sick = await openRoom(async () => ({ replies: [] }), { store });
    await store.close();
    expect((await sick.get('/healthz')).status).toBe(500);
    await sick.close();
  });

  it('says which port is taken and what to do', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      }),
    );
    const opening = openRoom(async () => ({ replies: [] }), { port });
    await expect(opening).rejects.toThrow(
      new RegExp(`${port} on 127.0.0.1 is taken.*PORT=${port + 1} npm start`),
    );
    await expect(opening).rejects.toBeInstanceOf(CoachError);
    await new Promise((resolve) => taken.close(resolve));
  });

  it('says when the host is not this machine', async () => {
    const opening = openRoom(async () => ({ replies: [] }), { host: '203.0.113.9' });
    await expect(opening).rejects.toMatchObject({ code: 'host-unknown' });
  });

  it('serves the page’s files with a tag, so that an unchanged one is not sent again', async () => {
    const first = await room.get('/assets/main.js');
    expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const again = await room.get('/assets/main.js', { 'If-None-Match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    for (const library of ['preact', 'preact-hooks', 'preact-jsx-runtime']) {
      expect((await room.get(`/assets/lib/${library}.mjs`)).status).toBe(200);
    }
    for (const path of ['../web-adapter.js', '%2e%2e/package.json', 'nothing.js', 'tsconfig.json']) {
      expect((await room.get(`/assets/${path}`)).status).toBe(404);
    }
  });
});
