/** How much Telegram takes (core.telegram.org/bots/faq#broadcasting-to-users). */
export interface PacingLimits {
  /** Between two messages to one chat. */
  readonly perChatMs: number;
  readonly groupPerMinute: number;
  readonly overallPerSecond: number;
}

export const telegramLimits: PacingLimits = { perChatMs: 1000, groupPerMinute: 20, overallPerSecond: 30 };

/** Something to send to a chat. */
export interface Paced {
  readonly chatId: number;
  readonly isGroup: boolean;
  /** Lets whatever comes later in its chat go first. */
  readonly isPatient?: boolean;
}

/** What may be done at an instant. */
export type Next<J> =
  /** Send this now, then say {@link Pacing.done} or {@link Pacing.retry}. */
  | { readonly kind: 'send'; readonly job: J }
  | { readonly kind: 'wait'; readonly untilMs: number }
  /** Nothing waits, or everything that waits is behind something being sent. */
  | { readonly kind: 'idle' };

/**
 * Says when each message may leave. It has no clock and sends nothing: the same calls give the same answers.
 * A chat's messages leave in the order they came, one at a time, the patient ones when no other waits; among chats the
 * message that waits longest goes first.
 * A message counts from when its answer came: it reached Telegram some time before, so however slow the line, Telegram
 * never sees more than its limits.
 */
export interface Pacing<J extends Paced> {
  add(job: J): void;
  /** What may leave at an instant; instants never go back. */
  next(nowMs: number): Next<J>;
  /** At an instant, the chat's message has arrived, or never will. */
  done(job: J, nowMs: number): void;
  /** Telegram refused it for now: it stays first in its chat, where nothing leaves for so long. */
  retry(job: J, nowMs: number, afterMs: number): void;
  /** Messages that wait or are being sent. */
  readonly size: number;
}

interface Waiting<J> {
  readonly job: J;
  /** Counts up over all chats; {@link refused} for one that waits again. */
  readonly number: number;
}

const refused = -1;

interface Lane<J> {
  readonly waiting: Waiting<J>[];
  isBusy: boolean;
  heldUntilMs: number;
  /** When answers to its messages came, as far back as a limit looks. */
  readonly sentMs: number[];
}

const minuteMs = 60_000;
const secondMs = 1000;

export function createPacing<J extends Paced>(limits: PacingLimits = telegramLimits): Pacing<J> {
  const lanes = new Map<number, Lane<J>>();
  let sentMs: number[] = [];
  let number = 0;
  let underWay = 0;
  let size = 0;

  const laneOf = (chatId: number) => {
    const lane = lanes.get(chatId) ?? { waiting: [], isBusy: false, heldUntilMs: 0, sentMs: [] };
    lanes.set(chatId, lane);
    return lane;
  };

  const arrived = (lane: Lane<J>, nowMs: number) => {
    lane.isBusy = false;
    lane.sentMs.push(nowMs);
    sentMs.push(nowMs);
    underWay -= 1;
  };

  return {
    get size() {
      return size;
    },
    add(job) {
      const { waiting } = laneOf(job.chatId);
      const place = job.isPatient === true ? -1 : waiting.findIndex(isPassable);
      waiting.splice(place < 0 ? waiting.length : place, 0, { job, number: number++ });
      size += 1;
    },
    next(nowMs) {
      forgetQuiet(lanes, nowMs);
      const { best, earliestMs } = chooseFirst(lanes.values(), nowMs, limits);
      if (best === undefined) {
        return earliestMs === Number.POSITIVE_INFINITY
          ? { kind: 'idle' }
          : { kind: 'wait', untilMs: earliestMs };
      }
      sentMs = sentMs.filter((ms) => ms > nowMs - secondMs);
      if (sentMs.length + underWay >= limits.overallPerSecond) {
        const [oldest] = sentMs;
        return oldest === undefined ? { kind: 'idle' } : { kind: 'wait', untilMs: oldest + secondMs };
      }
      best.lane.waiting.shift();
      best.lane.isBusy = true;
      underWay += 1;
      return { kind: 'send', job: best.job };
    },
    done({ chatId }, nowMs) {
      arrived(laneOf(chatId), nowMs);
      size -= 1;
    },
    retry(job, nowMs, afterMs) {
      const lane = laneOf(job.chatId);
      arrived(lane, nowMs);
      lane.heldUntilMs = Math.max(lane.heldUntilMs, nowMs + afterMs);
      lane.waiting.unshift({ job, number: refused });
    },
  };
}

/** One that was refused stays where it is: nothing may leave before it. */
const isPassable = ({ job, number }: Waiting<Paced>) => job.isPatient === true && number !== refused;

/** The message that waits longest among those that may leave, or the earliest instant at which one may. */
function chooseFirst<J extends Paced>(lanes: Iterable<Lane<J>>, nowMs: number, limits: PacingLimits) {
  let best: (Waiting<J> & { readonly lane: Lane<J> }) | undefined;
  let earliestMs = Number.POSITIVE_INFINITY;
  for (const lane of lanes) {
    const [first] = lane.waiting;
    if (first === undefined || lane.isBusy) continue;
    const readyMs = laneReadyMs(lane, first.job.isGroup, limits);
    if (readyMs > nowMs) earliestMs = Math.min(earliestMs, readyMs);
    else if (best === undefined || first.number < best.number) best = { ...first, lane };
  }
  return { best, earliestMs };
}

/** When a chat's next message may leave; longer ago than a minute nothing matters. */
function laneReadyMs<J>(
  lane: Lane<J>,
  isGroup: boolean,
  { perChatMs, groupPerMinute }: PacingLimits,
): number {
  const last = lane.sentMs.at(-1);
  const inMinute = isGroup ? lane.sentMs.at(-groupPerMinute) : undefined;
  return Math.max(
    lane.heldUntilMs,
    last === undefined ? 0 : last + perChatMs,
    inMinute === undefined ? 0 : inMinute + minuteMs,
  );
}

function forgetQuiet<J>(lanes: Map<number, Lane<J>>, nowMs: number): void {
  for (const [chatId, lane] of lanes) {
    while (lane.sentMs[0] !== undefined && lane.sentMs[0] <= nowMs - minuteMs) lane.sentMs.shift();
    const isQuiet = lane.waiting.length === 0 && !lane.isBusy && lane.sentMs.length === 0;
    if (isQuiet && lane.heldUntilMs <= nowMs) lanes.delete(chatId);
  }
}
