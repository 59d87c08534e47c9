import { createHash } from 'node:crypto';
import type { Invocation } from '../../app/invocation.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { LinkKind, Store } from '../../app/ports/store.ts';
import type { Sent } from './outgoing/content.ts';
import { createRecent } from './recent.ts';
import type { Press } from './render/button.ts';

/** What a button stands for, and the conversation it was offered in. */
export type Offer = { readonly here: string } & (
  | Press
  /** Lets someone read in private what they were answered in the group. */
  | { readonly do: 'read'; readonly delivery: string; readonly readers: Readers }
);

/** Who may read an answer: the person it is for, or those who moderate its group. */
export type Readers = { readonly personId: string } | { readonly moderatorsOf: number };

/** What a reply to one of our messages means. */
export interface Meaning {
  /** The conversation its question or form belongs to. */
  readonly here: string;
  /** The message shows this round, so a reply answers it. */
  readonly roundId?: string;
  /** The message asked for words; they become this invocation's text. */
  readonly invocation?: Invocation;
}

/** The messages that show a reply. */
export interface Shown {
  readonly here: string;
  readonly parts: readonly Sent[];
}

/** What the adapter must still know after a restart, under names of its own in the store's links. */
export interface Memory {
  /** Keeps offers and gives each the name a button can carry: 16 of `A-Za-z0-9_-`. Equal offers have one name. */
  keepOffers(offers: readonly Offer[]): Promise<readonly string[]>;
  findOffer(name: string): Promise<Offer | undefined>;
  /** What a reply to any of some messages means. */
  keepMeaning(messages: readonly Sent[], meaning: Meaning): Promise<void>;
  findMeaning(chatId: number, messageId: number): Promise<Meaning | undefined>;
  /** What the next plain message in a private chat means, for some hours; undefined: nothing in particular. */
  expect(chatId: number, meaning: Meaning | undefined): Promise<void>;
  findExpected(chatId: number): Promise<Meaning | undefined>;
  /** Which messages show something, so that it can be shown anew: `round/<id>`, `post/<key>/<number>`. */
  keepShown(what: string, shown: Shown): Promise<void>;
  findShown(what: string): Promise<Shown | undefined>;
  /** A small fact under a name; undefined when it was never noted or too long ago. */
  note(name: string, fact: string): Promise<void>;
  recall(name: string): Promise<string | undefined>;
}

/** Whoever was asked for words and comes back later than this is no longer answering. */
const expectedForMs = 12 * 3_600_000;

interface Expected {
  readonly meaning: Meaning;
  readonly atMs: number;
}

export function createMemory(store: Store, clock: Clock): Memory {
  const links = createLinks(store, clock);
  return {
    async keepOffers(offers) {
      const named = offers.map((offer): [string, Offer] => [nameOf(offer), offer]);
      await links.save('token', new Map(named.map(([name, offer]) => [`offer/${name}`, offer])));
      return named.map(([name]) => name);
    },
    findOffer: (name) => links.find('token', `offer/${name}`),
    keepMeaning: (messages, meaning) =>
      links.save(
        'message',
        new Map(messages.map(({ chatId, messageId }) => [`reply/${chatId}/${messageId}`, meaning])),
      ),
    findMeaning: (chatId, messageId) => links.find('message', `reply/${chatId}/${messageId}`),
    expect: (chatId, meaning) =>
      links.save(
        'message',
        new Map([[`expected/${chatId}`, meaning === undefined ? null : { meaning, atMs: clock.nowMs() }]]),
      ),
    async findExpected(chatId) {
      const expected = await links.find<Expected>('message', `expected/${chatId}`);
      const isRecent = expected !== undefined && clock.nowMs() - expected.atMs <= expectedForMs;
      return isRecent ? expected.meaning : undefined;
    },
    keepShown: (what, shown) => links.save('message', new Map([[`shown/${what}`, shown]])),
    findShown: (what) => links.find('message', `shown/${what}`),
    note: (name, fact) => links.save('token', new Map([[`note/${name}`, fact]])),
    recall: (name) => links.find('token', `note/${name}`),
  };
}

/** Values that this process has read or written of late; nobody else writes them. */
const keptInMind = 20_000;
/** What is written again is not written again for so long; the store forgets links after months. */
const rewrittenAfterMs = 24 * 3_600_000;

/** The store's links with a prefix of our own, and with what was of use of late kept in mind. */
function createLinks(store: Store, clock: Clock) {
  const recent = createRecent<{ readonly text: string | undefined; readonly savedMs: number }>(keptInMind);
  return {
    /** Saves several values in one transaction; those that stand there already are left alone. */
    async save(kind: LinkKind, values: ReadonlyMap<string, unknown>): Promise<void> {
      const nowMs = clock.nowMs();
      const changed = [...values]
        .map(([name, value]): [string, string] => [name, JSON.stringify(value)])
        .filter(([name, text]) => {
          const known = recent.get(name);
          return known?.text !== text || nowMs - known.savedMs > rewrittenAfterMs;
        });
      if (changed.length === 0) return;
      await store.transaction(async (tx) => {
        for (const [name, value] of changed) await tx.links.save({ kind, key: keyOf(name), value }, nowMs);
      });
      for (const [name, text] of changed) recent.set(name, { text, savedMs: nowMs });
    },
    async find<T>(kind: LinkKind, name: string): Promise<T | undefined> {
      const known = recent.get(name);
      const text =
        known === undefined ? await store.transaction((tx) => tx.links.find(kind, keyOf(name))) : known.text;
      // When it was saved is unknown, so it counts as long ago and is saved anew when it is next noted.
      if (known === undefined) recent.set(name, { text, savedMs: 0 });
      // Only `save` above writes names of this prefix, each with one type of value.
      return text === undefined ? undefined : ((JSON.parse(text) as T | null) ?? undefined);
    },
  };
}

const keyOf = (name: string) => `telegram:${name}`;

/** A name that says nothing, made from what it stands for, so that showing a button again keeps nothing new. */
function nameOf(offer: Offer): string {
  return createHash('sha256').update(JSON.stringify(offer)).digest('base64url').slice(0, 16);
}
