import type { Failure } from '../api/failure.ts';
import type { Fallbacks } from './calls.ts';

/** What a message has been through. */
export interface Attempted {
  /** May be repeated when it is not known whether it arrived. */
  readonly isRepeatable: boolean;
  readonly fallbacks: Fallbacks;
  /** Attempts in which Telegram or the network was down. */
  readonly outages: number;
}

/** What may help after a failure. */
export type Remedy =
  | { readonly kind: 'again'; readonly afterMs: number; readonly attempted: Partial<Attempted> }
  /** The same to the group's new id. */
  | { readonly kind: 'follow'; readonly toChatId: number };

/** Tries while the network or Telegram is down; then whoever sent it must decide. */
const mostOutages = 4;
const firstBackOffMs = 1000;

/**
 * The remedy for a failure: exactly the wait that Telegram asks for, plain text for markup it cannot read, the group for a
 * topic that is gone. Undefined when nothing helps.
 */
export function remedyFor(failure: Failure, before: Attempted): Remedy | undefined {
  const { fallbacks, outages, isRepeatable } = before;
  const again = (attempted: Partial<Attempted>, afterMs = 0): Remedy => ({
    kind: 'again',
    afterMs,
    attempted,
  });
  const backOff = () =>
    outages < mostOutages ? again({ outages: outages + 1 }, firstBackOffMs * 2 ** outages) : undefined;
  switch (failure.kind) {
    case 'too-many':
      return again({}, failure.retryAfterMs);
    case 'moved':
      return { kind: 'follow', toChatId: failure.toChatId };
    case 'unreachable':
      return backOff();
    case 'unsure':
      return isRepeatable ? backOff() : undefined;
    case 'bad-markup':
      return fallbacks.isPlain ? undefined : again({ fallbacks: { ...fallbacks, isPlain: true } });
    case 'no-topic':
      return fallbacks.isWithoutTopic
        ? undefined
        : again({ fallbacks: { ...fallbacks, isWithoutTopic: true } });
    case 'gone':
    case 'never-met':
    case 'topic-closed':
    case 'no-rights':
    case 'not-modified':
    case 'cannot-edit':
    case 'conflict':
    case 'wrong-token':
    case 'query-too-old':
    case 'refused':
      return undefined;
  }
}
