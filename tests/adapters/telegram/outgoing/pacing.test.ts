import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createPacing,
  type Paced,
  telegramLimits,
} from '../../../../src/adapters/telegram/outgoing/pacing.ts';

interface Message extends Paced {
  readonly number: number;
}

/** A chat and what happens in it: something is said after a pause, and Telegram may refuse it for some seconds. */
const message = fc.record({
  chat: fc.integer({ min: 0, max: 11 }),
  afterMs: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 3000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 900_000 }) },
  ),
  /** How long the network takes, and at which point of that time Telegram has the message. */
  tookMs: fc.integer({ min: 0, max: 4000 }),
  arrives: fc.double({ min: 0, max: 1, noNaN: true }),
  isPatient: fc.boolean(),
  refusedForMs: fc.option(fc.integer({ min: 1000, max: 120_000 }), { freq: 20 }),
});

type Script = readonly (typeof message extends fc.Arbitrary<infer T> ? T : never)[];

interface Departure {
  readonly atMs: number;
  /** When Telegram sees it. */
  readonly seenMs: number;
  readonly message: Message;
  readonly isRefused: boolean;
}

/** Plays a script against the scheduler on a clock that jumps to whatever comes next, until everything has left. */
function play(script: Script): { departures: readonly Departure[]; messages: readonly Message[] } {
  const pacing = createPacing<Message>();
  const departures: Departure[] = [];
  let atMs = 0;
  const arrivals = script.map((each, number) => {
    atMs += each.afterMs;
    // Half of the chats are groups.
    return {
      atMs,
      message: {
        number,
        chatId: each.chat % 2 === 0 ? -each.chat - 1 : each.chat,
        isGroup: each.chat % 2 === 0,
        isPatient: each.isPatient,
      },
    };
  });
  const ends: { atMs: number; run: (nowMs: number) => void }[] = [];
  const refused = new Set<number>();
  let nowMs = 0;
  let next = 0;
  for (;;) {
    while (arrivals[next] !== undefined && arrivals[next]!.atMs <= nowMs)
      pacing.add(arrivals[next++]!.message);
    for (const end of ends.filter((each) => each.atMs <= nowMs)) {
      ends.splice(ends.indexOf(end), 1);
      end.run(nowMs);
    }
    const step = pacing.next(nowMs);
    if (step.kind === 'send') {
      const { number } = step.job;
      const { tookMs, arrives, refusedForMs } = script[number]!;
      const isRefused = refusedForMs !== null && !refused.has(number);
      departures.push({ atMs: nowMs, seenMs: nowMs + tookMs * arrives, message: step.job, isRefused });
      if (isRefused) refused.add(number);
      ends.push({
        atMs: nowMs + tookMs,
        run: (at) => (isRefused ? pacing.retry(step.job, at, refusedForMs) : pacing.done(step.job, at)),
      });
      continue;
    }
    const instants = [
      arrivals[next]?.atMs,
      ...ends.map((each) => each.atMs),
      step.kind === 'wait' ? step.untilMs : undefined,
    ].filter((instant) => instant !== undefined);
    if (instants.length === 0) break;
    nowMs = Math.max(nowMs, Math.min(...instants));
  }
  expect(pacing.size).toBe(0);
  return { departures, messages: arrivals.map((each) => each.message) };
}

/** The most messages that Telegram sees in any window that ends with one of them. */
function busiest(departures: readonly Departure[], windowMs: number): number {
  const seen = departures.map(({ seenMs }) => seenMs);
  return Math.max(...seen.map((at) => seen.filter((each) => each <= at && each > at - windowMs).length));
}

const scripts = fc.array(message, { minLength: 1, maxLength: 400 });

describe('pacing, over hours of everything happening', () => {
  it('never lets Telegram see more than it takes, however slow the line', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const { departures } = play(script);
        expect(busiest(departures, 1000)).toBeLessThanOrEqual(telegramLimits.overallPerSecond);
        for (const chatId of new Set(departures.map((each) => each.message.chatId))) {
          const ofChat = departures.filter((each) => each.message.chatId === chatId);
          expect(busiest(ofChat, telegramLimits.perChatMs)).toBe(1);
          if (chatId < 0) expect(busiest(ofChat, 60_000)).toBeLessThanOrEqual(telegramLimits.groupPerMinute);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('loses nothing, doubles nothing, and keeps the order of every chat', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const { departures, messages } = play(script);
        const arrived = departures.filter(({ isRefused }) => !isRefused).map((each) => each.message);
        // Among the patient, and among the others: these may pass those.
        const inChats = (all: readonly Message[]) =>
          [...all].sort((a, b) => a.chatId - b.chatId || Number(a.isPatient) - Number(b.isPatient));
        expect(inChats(arrived).map(({ number }) => number)).toEqual(
          inChats(messages).map(({ number }) => number),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('waits out a refusal to the millisecond, and lets nothing of that chat pass', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const { departures } = play(script);
        for (const [index, { atMs, message: refused, isRefused }] of departures.entries()) {
          if (!isRefused) continue;
          const { tookMs, refusedForMs } = script[refused.number]!;
          const again = departures.slice(index + 1).find((each) => each.message.chatId === refused.chatId);
          expect(again?.message.number).toBe(refused.number);
          expect(again?.atMs).toBeGreaterThanOrEqual(atMs + tookMs + (refusedForMs ?? 0));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('pacing', () => {
  it('lets what is said pass a change that can wait, until nothing is said any more', () => {
    const pacing = createPacing<Message>();
    const order: number[] = [];
    pacing.add({ number: 0, chatId: 7, isGroup: true, isPatient: true });
    for (const number of [1, 2]) pacing.add({ number, chatId: 7, isGroup: true });
    for (let nowMs = 0; pacing.size > 0; nowMs += 1000) {
      const next = pacing.next(nowMs);
      if (next.kind !== 'send') throw new Error('a chat may be written to once a second');
      order.push(next.job.number);
      pacing.done(next.job, nowMs);
    }
    expect(order).toEqual([1, 2, 0]);
  });

  it('lets other chats pass one that has to wait', () => {
    const pacing = createPacing<Message>();
    for (const number of [0, 1]) pacing.add({ number, chatId: 7, isGroup: false });
    pacing.add({ number: 2, chatId: 8, isGroup: false });
    const first = pacing.next(0);
    expect(first).toMatchObject({ kind: 'send', job: { number: 0 } });
    expect(pacing.next(0)).toMatchObject({ kind: 'send', job: { number: 2 } });
    expect(pacing.next(0)).toEqual({ kind: 'idle' });
    if (first.kind === 'send') pacing.done(first.job, 0);
    expect(pacing.next(1)).toEqual({ kind: 'wait', untilMs: 1000 });
    expect(pacing.next(1000)).toMatchObject({ kind: 'send', job: { number: 1 } });
  });

  it('tries a refused message again at the very instant it may', () => {
    const pacing = createPacing<Message>();
    pacing.add({ number: 0, chatId: 7, isGroup: false });
    const first = pacing.next(0);
    if (first.kind === 'send') pacing.retry(first.job, 0, 17_000);
    expect(pacing.next(16_999)).toEqual({ kind: 'wait', untilMs: 17_000 });
    expect(pacing.next(17_000)).toMatchObject({ kind: 'send', job: { number: 0 } });
  });
});
