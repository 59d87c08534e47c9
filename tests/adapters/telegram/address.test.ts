import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOf,
  chatIdOf,
  conversationOf,
  idOf,
  movedTalk,
  privateTalk,
  sharedTalk,
} from '../../../src/adapters/telegram/address.ts';

/** Telegram's ids have at most 52 bits. */
const big = 2 ** 52 - 1;
const group = fc.integer({ min: -big, max: -1 });
const person = fc.integer({ min: 1, max: big });
const topic = fc.integer({ min: 1, max: big });

describe('a conversation', () => {
  it('of a group or a topic leads back to where it is, whatever the size of its ids', () => {
    fc.assert(
      fc.property(group, fc.option(topic, { nil: undefined }), (chatId, threadId) => {
        const address = { chatId, ...(threadId !== undefined && { threadId }) };
        const talk = sharedTalk(address);
        expect(addressOf(talk.id)).toEqual(address);
        expect(conversationOf(talk.id)).toEqual(talk);
        expect(chatIdOf(talk.groupId)).toBe(chatId);
      }),
    );
  });

  it('in private leads to the person, with a group behind it or without', () => {
    fc.assert(
      fc.property(person, fc.option(group, { nil: undefined }), (userId, home) => {
        const talk = privateTalk(userId, home === undefined ? undefined : idOf(home));
        expect(addressOf(talk.id)).toEqual({ chatId: userId });
        expect(conversationOf(talk.id)).toEqual(talk);
        expect(talk.id.startsWith(talk.groupId)).toBe(true);
      }),
    );
  });

  it('moves with its group, and with no other', () => {
    fc.assert(
      fc.property(group, group, group, topic, (from, to, other, threadId) => {
        fc.pre(other !== from);
        expect(movedTalk(sharedTalk({ chatId: from, threadId }).id, from, to)).toBe(
          sharedTalk({ chatId: to, threadId }).id,
        );
        const elsewhere = sharedTalk({ chatId: other, threadId }).id;
        expect(movedTalk(elsewhere, from, to)).toBe(elsewhere);
      }),
    );
  });

  it.each(['telegram:', 'telegram:nowhere', 'telegram:1/x', 'discord:1', 'telegram:1/2/3', ''])(
    'called “%s” is none of ours',
    (id) => {
      expect(addressOf(id)).toBeUndefined();
      expect(conversationOf(id)).toBeUndefined();
    },
  );
});
