import { createBell } from './bell.ts';
import { Refusal } from './refusal.ts';

/** An update as Telegram sends it. */
export type Update = Readonly<Record<string, unknown>> & { readonly update_id: number };

/** Hands an update over by itself; true once it is acknowledged. */
export type Deliver = (update: Update) => Promise<boolean>;

/** Where updates wait until the bot has confirmed them. */
export interface UpdateQueue {
  /** Appends an update and gives it back with its id. */
  push(update: Readonly<Record<string, unknown>>): Update;
  /** Appends one as it is, such as one that was delivered before. */
  repeat(update: Update): void;
  /** Answers `getUpdates`: at once when something waits, else when something comes or the time is over. */
  poll(parameters: Readonly<Record<string, unknown>>, gone: AbortSignal): Promise<readonly Update[]>;
  /** From now on updates go out by themselves, or no longer. */
  deliverTo(deliver: Deliver | undefined): void;
  /** Resolves when the bot has confirmed everything. */
  confirmed(): Promise<void>;
  /** Every update there has been, oldest first. */
  readonly all: readonly Update[];
  /** Lets every poll go. */
  close(): void;
}

const firstId = 700_000_001;
/** Kinds that Telegram leaves out unless they are asked for. */
const onRequest = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

export function createUpdateQueue(): UpdateQueue {
  const news = createBell();
  const all: Update[] = [];
  let waiting: Update[] = [];
  let lastId = firstId;
  let allowed: readonly string[] = [];
  let polling = new AbortController();
  let whenConfirmed: (() => void)[] = [];
  let deliver: Deliver | undefined;

  function keep(remaining: Update[]): void {
    waiting = remaining;
    if (waiting.length > 0) return;
    for (const tell of whenConfirmed) tell();
    whenConfirmed = [];
  }

  function add(update: Update): void {
    if (!isAllowed(update, allowed)) return;
    waiting.push(update);
    news.ring();
    if (deliver !== undefined) void hand(update, deliver);
  }

  async function hand(update: Update, to: Deliver): Promise<void> {
    if (await to(update)) keep(waiting.filter((each) => each !== update));
  }

  return {
    push(update) {
      lastId += 1;
      const numbered = { update_id: lastId, ...update };
      all.push(numbered);
      add(numbered);
      return numbered;
    },
    all,
    repeat: add,
    async poll({ offset, timeout, limit, allowed_updates: wished }, gone) {
      if (deliver !== undefined) throw conflict(besideWebhook);
      if (Array.isArray(wished)) allowed = wished;
      // The one who comes later wins, and the one who was here is told so.
      polling.abort();
      const own = new AbortController();
      polling = own;
      if (typeof offset === 'number') keep(waiting.filter(({ update_id: id }) => id >= offset));
      if (waiting.length === 0 && typeof timeout === 'number') {
        await news.wait(timeout * 1000, AbortSignal.any([own.signal, gone]));
      }
      if (own.signal.aborted) throw conflict(besidePoller);
      return waiting.slice(0, typeof limit === 'number' ? limit : 100);
    },
    deliverTo(to) {
      deliver = to;
      if (to !== undefined) for (const update of waiting) void hand(update, to);
    },
    confirmed: () =>
      waiting.length === 0 ? Promise.resolve() : new Promise((resolve) => whenConfirmed.push(resolve)),
    close: () => news.ring(),
  };
}

function isAllowed(update: Update, allowed: readonly string[]): boolean {
  const kinds = Object.keys(update).filter((key) => key !== 'update_id');
  return kinds.every((kind) => (allowed.length === 0 ? !onRequest.has(kind) : allowed.includes(kind)));
}

const besideWebhook =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
const besidePoller =
  'terminated by other getUpdates request; make sure that only one bot instance is running';

/** Two pollers, or a poller beside a webhook. */
export function conflict(what = besidePoller): Refusal {
  return new Refusal(409, `Conflict: ${what}`);
}
