import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newMessageId, send } from '../../../../src/adapters/web/page/send.ts';
import { messageFrom } from '../open-room.ts';

const message = messageFrom('Ada', 'hello');
let answers: (() => Promise<Response>)[];
let bodies: unknown[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  bodies = [];
  vi.stubGlobal('fetch', (_address: string, { body }: { body: string }) => {
    bodies.push(JSON.parse(body));
    return answers.shift()?.() ?? Promise.reject(new TypeError('Failed to fetch'));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const answer = (status: number, body: unknown) => () => Promise.resolve(Response.json(body, { status }));
const outcome = async () => {
  const sent = send(message);
  await vi.runAllTimersAsync();
  return sent;
};

it('tries again while the server is away, with the same message', async () => {
  answers = [
    () => Promise.reject(new TypeError('Failed to fetch')),
    answer(503, { error: 'closed' }),
    answer(200, { taken: true }),
  ];
  expect(await outcome()).toEqual({ kind: 'taken' });
  expect(bodies).toEqual([message, message, message]);
});

it('gives up in the end and says so', async () => {
  answers = [];
  expect(await outcome()).toEqual({ kind: 'not-sent', reason: 'unreachable' });
  expect(bodies).toHaveLength(4);
});

it('does not repeat what was refused', async () => {
  answers = [answer(413, { error: 'too-long' })];
  expect(await outcome()).toEqual({ kind: 'not-sent', reason: 'too-long' });
  expect(bodies).toHaveLength(1);
});

it('takes an answer that is not the server’s for none', async () => {
  answers = [() => Promise.resolve(new Response('<html>', { status: 502 })), answer(200, { taken: true })];
  expect(await outcome()).toEqual({ kind: 'taken' });
});

it('makes ids the server accepts, never the same', () => {
  const ids = Array.from({ length: 100 }, newMessageId);
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(id).toMatch(/^[\w-]{8,64}$/);
});
