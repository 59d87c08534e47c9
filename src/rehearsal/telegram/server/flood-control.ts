import type { Clock } from '../../../app/ports/clock.ts';
import { Refusal } from './refusal.ts';

/** Telegram's limits, taken strictly: it lets short bursts pass, this does not. */
const limits = { perChatMs: 1000, groupPerMinute: 20, overallPerSecond: 30 };

/** Counts messages and refuses those that come too fast. */
export interface FloodControl {
  /** Throws Telegram's refusal when a message to a chat comes too early. */
  pass(chatId: number): void;
}

export function createFloodControl(clock: Clock): FloodControl {
  const passed: { readonly chatId: number; readonly atMs: number }[] = [];
  return {
    pass(chatId) {
      const nowMs = clock.nowMs();
      while (passed[0] !== undefined && passed[0].atMs <= nowMs - 60_000) passed.shift();
      const inChat = passed.filter((each) => each.chatId === chatId);
      const since = (ms: number, of = passed) => of.filter(({ atMs }) => atMs > nowMs - ms).length;
      const isTooFast =
        since(limits.perChatMs, inChat) >= 1 ||
        (chatId < 0 && inChat.length >= limits.groupPerMinute) ||
        since(1000) >= limits.overallPerSecond;
      if (isTooFast) throw tooManyRequests(1);
      passed.push({ chatId, atMs: nowMs });
    },
  };
}

/** Refuses with the seconds to wait. */
export function tooManyRequests(seconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
