import type { Incoming } from '../../app/incoming.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { Post, PostOutcome } from '../../app/ports/platform-adapter.ts';
import type { HistoryEntry, NewHistoryEntry, Store, StoreTransaction } from '../../app/ports/store.ts';
import type { Reply, Response } from '../../app/reply.ts';
import type { Hub } from './hub.ts';
import { isPlace, roomId } from './places.ts';
import type { OlderEntries } from './wire.ts';

/** What the room needs of the world. */
export interface RoomOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly hub: Hub;
}

/** Keeps what was said, and tells those who are looking. */
export interface Room {
  /** Shows a message and the coach's replies once, however often it is recorded; later states follow by themselves. */
  record(incoming: Incoming, shown: string, response: Response): Promise<void>;
  post(post: Post): Promise<PostOutcome>;
  /** The latest entries a person may see, or those before a sequence number. */
  entries(conversationId: string, personId: string, before?: number): Promise<OlderEntries>;
  /** Resolves when every later state has arrived. */
  settled(): Promise<void>;
}

const pageLength = 30;

export function createRoom({ store, clock, log, hub }: RoomOptions): Room {
  const following = new Set<Promise<void>>();
  const inTurn = createTurns();

  /** Writes and publishes in one turn, so that viewers hear of changes in the order the store took them. */
  const write = (work: (tx: StoreTransaction) => Promise<readonly HistoryEntry[]>) =>
    inTurn(async () => {
      const entries = await store.transaction(work);
      for (const entry of entries) hub.publish(entry);
      return entries;
    });

  async function follow(sequence: number, updates: AsyncIterable<Reply>): Promise<void> {
    try {
      for await (const reply of updates) {
        await write(async ({ history }) => present(await history.replace(sequence, reply)));
      }
    } catch (cause) {
      log.error('web-updates-failed', cause, { sequence });
    }
  }

  return {
    async record(incoming, shown, { replies, updates }) {
      const said = entriesOf(incoming, shown, replies);
      const written = await write((tx) => show(tx, said, replies, incoming.conversation.id));
      const last = replies.at(-1);
      // The entry carries the very reply it was given, so the one that later states replace is found by identity.
      const shows = written.find((entry) => entry.said.kind === 'coach' && entry.said.reply === last);
      if (updates === undefined || shows === undefined) return;
      const followed = follow(shows.sequence, updates).finally(() => following.delete(followed));
      following.add(followed);
    },
    async post({ conversationId, key, replies }) {
      if (!isPlace(conversationId)) return { kind: 'refused', reason: 'no such place in the study room' };
      // A post has no one who acted, so a reply for that person alone would be for nobody in the room.
      const forAll = replies.filter(
        ({ audience }) => audience === 'conversation' || conversationId !== roomId,
      );
      const said = forAll.filter(isNew).map((reply) => coachSays(conversationId, key, clock.nowMs(), reply));
      await write((tx) => show(tx, said, forAll, conversationId));
      return { kind: 'posted' };
    },
    async entries(conversationId, personId, before) {
      const latest = await store.transaction(({ history }) =>
        history.list(conversationId, personId, pageLength + 1, before),
      );
      return { entries: latest.slice(-pageLength), hasOlder: latest.length > pageLength };
    },
    async settled() {
      await Promise.all(following);
    },
  };
}

/** Appends what is new; unless all of it was here before, the replies that show a round anew replace what showed it. */
async function show(
  { history }: StoreTransaction,
  said: readonly NewHistoryEntry[],
  replies: readonly Reply[],
  conversationId: string,
): Promise<readonly HistoryEntry[]> {
  const appended = await history.append(said);
  if (appended.length === 0 && said.length > 0) return [];
  const replaced: HistoryEntry[] = [];
  for (const reply of replies) {
    if (isNew(reply) || reply.roundId === undefined) continue;
    const entry = await history.replaceRound(conversationId, reply.roundId, reply);
    if (entry !== undefined) replaced.push({ ...entry, said: { kind: 'coach', reply } });
  }
  return [...appended, ...replaced];
}

function entriesOf(incoming: Incoming, shown: string, replies: readonly Reply[]): readonly NewHistoryEntry[] {
  const { id, conversation, person, atMs } = incoming;
  // What the coach answers to one person alone, such as a verdict, would be given away by the words it answers.
  const answers = replies.filter(isNew);
  const isAside = answers.length > 0 && answers.every(({ audience }) => audience === 'person');
  const own: NewHistoryEntry = {
    conversationId: conversation.id,
    deliveryId: id,
    atMs,
    said: { kind: 'person', personId: person.id, name: person.name, text: shown },
    ...(isAside && { audienceId: person.id }),
  };
  return [
    own,
    ...answers.map((reply) => ({
      ...coachSays(conversation.id, id, atMs, reply),
      ...(reply.audience === 'person' && { audienceId: person.id }),
    })),
  ];
}

function coachSays(conversationId: string, deliveryId: string, atMs: number, reply: Reply): NewHistoryEntry {
  return { conversationId, deliveryId, atMs, said: { kind: 'coach', reply } };
}

const isNew = (reply: Reply) => reply.replacesRound !== true;

const present = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

/** Lets pieces of work run one after another, whatever becomes of each. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
}
