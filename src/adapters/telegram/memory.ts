import { createHash } from 'node:crypto';
import type { Invocation } from '../../app/invocation.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { LinkKind, Store } from '../../app/ports/store.ts';
import type { Sent } from './outgoing/content.ts';
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
  /** Keeps an offer and gives the name a button can carry: 16 of `A-Za-z0-9_-`. Equal offers have one name. */
  keepOffer(offer: Offer): Promise<string>;
  findOffer(name: string): Promise<Offer | undefined>;
  /** What a reply to a message means. */
  keepMeaning(message: Sent, meaning: Meaning): Promise<void>;
  findMeaning(chatId: number, messageId: number): Promise<Meaning | undefined>;
  /** What the next plain message in a private chat means; undefined: nothing in particular. */
  expect(chatId: number, meaning: Meaning | undefined): Promise<void>;
  findExpected(chatId: number): Promise<Meaning | undefined>;
  /** Which messages show something, so that it can be shown anew: `round/<id>`, `post/<key>/<number>`. */
  keepShown(what: string, shown: Shown): Promise<void>;
  findShown(what: string): Promise<Shown | undefined>;
  /** A small fact under a name; undefined when it was never noted or too long ago. */
  note(name: string, fact: string): Promise<void>;
  recall(name: string): Promise<string | undefined>;
}

export function createMemory(store: Store, clock: Clock): Memory {
  const save = (kind: LinkKind, name: string, value: unknown) =>
    store.transaction((tx) =>
      tx.links.save({ kind, key: `telegram:${name}`, value: JSON.stringify(value) }, clock.nowMs()),
    );
  async function find<T>(kind: LinkKind, name: string): Promise<T | undefined> {
    const value = await store.transaction((tx) => tx.links.find(kind, `telegram:${name}`));
    // Only `save` above writes names of this prefix, each with one type of value.
    return value === undefined ? undefined : ((JSON.parse(value) as T | null) ?? undefined);
  }
  return {
    async keepOffer(offer) {
      const name = nameOf(offer);
      await save('token', `offer/${name}`, offer);
      return name;
    },
    findOffer: (name) => find('token', `offer/${name}`),
    keepMeaning: ({ chatId, messageId }, meaning) => save('message', `reply/${chatId}/${messageId}`, meaning),
    findMeaning: (chatId, messageId) => find('message', `reply/${chatId}/${messageId}`),
    expect: (chatId, meaning) => save('message', `expected/${chatId}`, meaning ?? null),
    findExpected: (chatId) => find('message', `expected/${chatId}`),
    keepShown: (what, shown) => save('message', `shown/${what}`, shown),
    findShown: (what) => find('message', `shown/${what}`),
    note: (name, fact) => save('token', `note/${name}`, fact),
    recall: (name) => find('token', `note/${name}`),
  };
}

/** A name that says nothing, made from what it stands for, so that showing a button again keeps nothing new. */
function nameOf(offer: Offer): string {
  return createHash('sha256').update(JSON.stringify(offer)).digest('base64url').slice(0, 16);
}
