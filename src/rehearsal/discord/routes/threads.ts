import { ChannelType, GatewayDispatchEvents } from 'discord.js';
import { channelPayload } from '../payloads.ts';
import { isForum } from '../permissions.ts';
import { Refused, refusals } from '../refusal.ts';
import { fields, text } from '../rules/json.ts';
import type { Channel } from '../world.ts';
import { allowedChannel } from './messages.ts';
import type { Platform, Route } from './route.ts';

/** Threads under messages, posts of forums, and direct talks. */
export const threadRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,
    run(platform, { parts: [id, messageId = ''], body }) {
      const channel = allowedChannel(platform, id, 'CreatePublicThreads');
      const message = channel.messages.find(({ api }) => api.id === messageId);
      if (message === undefined) throw new Refused(refusals.unknownMessage);
      if (message.api.thread !== undefined) throw new Refused(refusals.threadExists);
      const thread = open(platform, channel, messageId, text(fields(body).name));
      // A thread under a message is a channel of its own, which the message shows.
      message.api.thread = channelPayload(thread) as NonNullable<typeof message.api.thread>;
      return channelPayload(thread);
    },
  },
  {
    method: 'POST',
    pattern: /^\/channels\/(\d+)\/threads$/,
    run(platform, { parts: [id], body, files }) {
      const channel = allowedChannel(platform, id, 'SendMessages');
      if (!isForum(channel))
        throw new Refused({
          status: 400,
          code: 50024,
          message: 'Cannot execute action on this channel type',
        });
      const { name, message, applied_tags: tags } = fields(body);
      if (channel.requiresTag && !(Array.isArray(tags) && tags.length > 0))
        throw new Refused(refusals.tagRequired);
      const thread = open(platform, channel, platform.world.newId(), text(name));
      const first = platform.letters.create(thread, platform.world.bot, fields(message), files);
      // The first message of a post bears the post's id.
      first.api.id = thread.id;
      return { ...channelPayload(thread), message: first.api };
    },
  },
  {
    method: 'POST',
    pattern: /^\/users\/@me\/channels$/,
    run: ({ world }, { body }) => channelPayload(privateChannel(world, text(fields(body).recipient_id))),
  },
];

/** The direct talk of the coach with someone; opened when first asked for. */
export function privateChannel(world: Platform['world'], userId: string): Channel {
  const open = world.privateChannels.find((channel) => channel.userId === userId);
  if (open !== undefined) return open;
  if (!world.users.has(userId))
    throw new Refused({ status: 400, code: 50033, message: 'Invalid Recipient(s)' });
  const channel: Channel = {
    id: world.newId(),
    name: '',
    type: ChannelType.DM,
    userId,
    position: 0,
    tags: [],
    requiresTag: false,
    overwrites: [],
    messages: [],
  };
  world.privateChannels.push(channel);
  return channel;
}

function open({ world, gateway }: Platform, parent: Channel, id: string, name: string): Channel {
  const isAnnouncement = parent.type === ChannelType.GuildAnnouncement;
  const thread: Channel = {
    id,
    name,
    type: isAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread,
    parentId: parent.id,
    ownerId: world.bot.id,
    ...(parent.guildId !== undefined && { guildId: parent.guildId }),
    position: 0,
    tags: [],
    requiresTag: false,
    overwrites: [],
    messages: [],
  };
  world.guilds.get(parent.guildId ?? '')?.channels.push(thread);
  gateway.dispatch(GatewayDispatchEvents.ThreadCreate, { ...channelPayload(thread), newly_created: true });
  return thread;
}
