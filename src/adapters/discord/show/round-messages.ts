import type { Clock } from '../../../app/ports/clock.ts';
import type { Log } from '../../../app/ports/log.ts';
import type { Store } from '../../../app/ports/store.ts';
import type { Reply } from '../../../app/reply.ts';
import { platform } from '../places.ts';
import type { Api } from '../wire/api.ts';
import { edited } from '../wire/message-body.ts';
import { errorCode, troubleOf } from '../wire/trouble.ts';
import type { Shown } from './outlet.ts';
import type { Writer } from './writer.ts';

/** Knows which messages show a round: to find the round of a message that is answered, and to show the round anew. */
export interface RoundMessages {
  /** Remembers the message as one that shows the reply's round, if it shows one and everyone sees it. */
  remember(reply: Reply, shown: Shown | undefined): Promise<void>;
  /** The round a message shows. */
  roundOf(messageId: string): Promise<string | undefined>;
  /** Shows a round anew on the messages that show it. Of states that come faster than they can be shown only the last is. */
  showAnew(reply: Reply): Promise<void>;
}

/** A day's question may be posted and asked for again; older messages of a round are left as they are. */
const messagesPerRound = 3;

/** Where a round is shown. */
type Place = readonly [channelId: string, messageId: string];

interface Options {
  readonly store: Store;
  readonly clock: Clock;
  readonly api: Api;
  readonly writer: Writer;
  readonly log: Log;
}

export function createRoundMessages({ store, clock, api, writer, log }: Options): RoundMessages {
  const waiting = new Map<string, Reply>();
  const showing = new Map<string, Promise<void>>();

  async function placesOf(roundId: string): Promise<readonly Place[]> {
    const found = await store.transaction((tx) => tx.links.find('message', roundKey(roundId)));
    // Only `remember` writes these.
    return found === undefined ? [] : (JSON.parse(found) as Place[]);
  }

  async function showWaiting(roundId: string): Promise<void> {
    try {
      for (let reply = waiting.get(roundId); reply !== undefined; reply = waiting.get(roundId)) {
        waiting.delete(roundId);
        await showOn(await placesOf(roundId), reply);
      }
    } finally {
      // In the same turn as the last look, so that no state put down meanwhile is forgotten.
      showing.delete(roundId);
    }
  }

  async function showOn(places: readonly Place[], reply: Reply): Promise<void> {
    const { messages, charts } = await writer.write(reply);
    const [first] = messages;
    if (first === undefined) return;
    for (const [channelId, messageId] of places) {
      await editOrNote(channelId, messageId, () => api.edit(channelId, messageId, edited(first, charts)));
    }
  }

  /** The tally under a question is no reason to fail: the message may be gone, or too old to be edited this often. */
  async function editOrNote(
    channelId: string,
    messageId: string,
    edit: () => Promise<unknown>,
  ): Promise<void> {
    try {
      await edit();
    } catch (error) {
      if (troubleOf(error) === 'fault') log.error('discord-round-not-shown', error, { channelId, messageId });
      else log.info('discord-round-not-shown', { channelId, messageId, code: errorCode(error) ?? 0 });
    }
  }

  return {
    async remember({ roundId }, shown) {
      if (roundId === undefined || shown?.isPublic !== true) return;
      const { channelId, messageId } = shown;
      const others = (await placesOf(roundId)).filter(([, id]) => id !== messageId);
      const places: readonly Place[] = [[channelId, messageId], ...others].slice(
        0,
        messagesPerRound,
      ) as Place[];
      await store.transaction(async ({ links }) => {
        const nowMs = clock.nowMs();
        await links.save({ kind: 'message', key: messageKey(messageId), value: roundId }, nowMs);
        await links.save({ kind: 'message', key: roundKey(roundId), value: JSON.stringify(places) }, nowMs);
      });
    },
    roundOf: (messageId) => store.transaction((tx) => tx.links.find('message', messageKey(messageId))),
    async showAnew(reply) {
      const { roundId } = reply;
      if (roundId === undefined) return;
      waiting.set(roundId, reply);
      const begun = showing.get(roundId);
      if (begun !== undefined) return begun;
      const shown = showWaiting(roundId);
      showing.set(roundId, shown);
      return shown;
    },
  };
}

const messageKey = (messageId: string) => `${platform}:${messageId}`;
const roundKey = (roundId: string) => `${platform}:round:${roundId}`;
