import type { APIMessage } from 'discord.js';
import type { Reply } from '../../../app/reply.ts';
import type { Answerable, Api } from '../wire/api.ts';
import { edited, newMessage } from '../wire/message-body.ts';
import { troubleOf } from '../wire/trouble.ts';
import type { Outlet, Shown } from './outlet.ts';
import type { Writer } from './writer.ts';

/** The message that the first response of an interaction left to be filled. */
export interface Original {
  readonly audience: Reply['audience'];
  /** A placeholder ("thinking …") has to go when nothing fills it; a message with buttons stays as it is. */
  readonly isPlaceholder: boolean;
}

/** What answering an interaction needs. */
interface OutletOptions {
  readonly api: Api;
  readonly writer: Writer;
  readonly interaction: Answerable;
  /** What a first reply may fill; absent: every reply is a message of its own. */
  readonly original?: Original;
  /** One's own talk with the coach, where nothing has to be kept from anybody. */
  readonly isPrivate: boolean;
}

/** An interaction's answers. Its token lives for fifteen minutes; what comes later goes by way of the channel. */
export function createInteractionOutlet(options: OutletOptions): Outlet {
  const { api, writer, interaction, original, isPrivate } = options;
  const followUps = new Set<string>();
  const audienceOf = (reply: Reply) => (isPrivate ? 'conversation' : reply.audience);

  async function fillOriginal(reply: Reply): Promise<Shown | undefined> {
    const { messages, charts } = await writer.write(reply);
    const [first, ...rest] = messages;
    if (first === undefined) return undefined;
    const message = await api.editOriginal(interaction, edited(first, charts));
    for (const each of rest) {
      await api.followUp(interaction, newMessage(each, charts, audienceOf(reply) === 'person'));
    }
    return shownAs(message, reply);
  }

  async function followUp(reply: Reply): Promise<Shown | undefined> {
    const { messages, charts } = await writer.write(reply);
    let first: APIMessage | undefined;
    for (const each of messages) {
      const message = await api.followUp(
        interaction,
        newMessage(each, charts, audienceOf(reply) === 'person'),
      );
      first ??= message;
    }
    if (first === undefined) return undefined;
    followUps.add(first.id);
    return shownAs(first, reply);
  }

  function shownAs({ channel_id: channelId, id }: APIMessage, reply: Reply): Shown {
    return { channelId, messageId: id, isPublic: audienceOf(reply) === 'conversation' };
  }

  return {
    async show(replies) {
      const fitting = replies.find((reply) => audienceOf(reply) === original?.audience);
      const shown = new Map<Reply, Shown | undefined>();
      // A follow-up sent before the placeholder is filled would fill it, whoever it was meant for.
      if (fitting !== undefined) shown.set(fitting, await fillOriginal(fitting));
      else if (original?.isPlaceholder === true) await api.deleteOriginal(interaction);
      for (const reply of replies) {
        if (reply !== fitting) shown.set(reply, await followUp(reply));
      }
      return replies.map((reply) => shown.get(reply));
    },
    async replace({ channelId, messageId, isPublic }, reply) {
      const { messages, charts } = await writer.write(reply);
      const [first] = messages;
      if (first === undefined) return;
      const body = edited(first, charts);
      try {
        if (followUps.has(messageId)) await api.editFollowUp(interaction, messageId, body);
        else await api.editOriginal(interaction, body);
      } catch (error) {
        // After fifteen minutes only the channel leads to the message, and to none that is for one person's eyes.
        if (troubleOf(error) !== 'refused' || !isPublic) throw error;
        await api.edit(channelId, messageId, body);
      }
    },
  };
}
