import { type PermissionFlagsBits as Bits, ChannelType, PermissionFlagsBits } from 'discord.js';
import { channelPayload } from '../payloads.ts';
import { isForum, isThread, permissionsIn } from '../permissions.ts';
import { Refused, refusals } from '../refusal.ts';
import { fields, text } from '../rules/json.ts';
import { type Channel, findChannel, type Message } from '../world.ts';
import type { Call, Platform, Route } from './route.ts';

/** How long a nonce keeps a second message away. */
const nonceHoldsMs = 5 * 60_000;

/** Messages in channels. */
export const messageRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: /^\/channels\/(\d+)\/messages$/,
    run: (platform, call) => send(platform, call).api,
  },
  {
    method: 'GET',
    pattern: /^\/channels\/(\d+)\/messages$/,
    run(platform, { parts: [id], query }) {
      const channel = allowedChannel(platform, id, 'ReadMessageHistory');
      const seen = channel.messages.filter(({ audienceId }) => audienceId === undefined);
      return seen
        .slice(-Number(query.get('limit') ?? 50))
        .reverse()
        .map(({ api }) => api);
    },
  },
  {
    method: 'PATCH',
    pattern: /^\/channels\/(\d+)\/messages\/(\d+)$/,
    run(platform, { parts: [id, messageId], body, files }) {
      const channel = allowedChannel(platform, id, 'ViewChannel');
      const message = channel.messages.find(({ api }) => api.id === messageId);
      if (message === undefined || message.audienceId !== undefined)
        throw new Refused(refusals.unknownMessage);
      if (message.api.author.id !== platform.world.bot.id) throw new Refused(refusals.notTheAuthor);
      platform.letters.fill(message, fields(body), files);
      return message.api;
    },
  },
  {
    method: 'GET',
    pattern: /^\/channels\/(\d+)$/,
    run: (platform, { parts: [id] }) => channelPayload(allowedChannel(platform, id, 'ViewChannel')),
  },
];

/** A channel that the coach is allowed to use so. */
export function allowedChannel(
  { world }: Platform,
  id: string | undefined,
  right: keyof typeof Bits,
): Channel {
  const channel = findChannel(world, id ?? '');
  if (channel === undefined) throw new Refused(refusals.unknownChannel);
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  if (guild?.hasCoach === false) throw new Refused(refusals.missingAccess);
  const allowed = permissionsIn(world, channel, world.bot.id);
  if ((allowed & PermissionFlagsBits.ViewChannel) === 0n) throw new Refused(refusals.missingAccess);
  if ((allowed & PermissionFlagsBits[right]) === 0n) throw new Refused(refusals.missingPermissions);
  return channel;
}

function send(platform: Platform, { parts: [id], body, files }: Call): Message {
  const { world, letters } = platform;
  const json = fields(body);
  const target = findChannel(world, id ?? '');
  const channel = allowedChannel(
    platform,
    id,
    target !== undefined && isThread(target) ? 'SendMessagesInThreads' : 'SendMessages',
  );
  if (isForum(channel))
    throw new Refused({ status: 400, code: 50008, message: 'Cannot send messages in a non-text channel' });
  if (files.size > 0) allowedChannel(platform, id, 'AttachFiles');
  if (channel.type === ChannelType.DM && world.users.get(channel.userId ?? '')?.isClosed === true) {
    throw new Refused(refusals.closedPrivate);
  }
  const nonce = text(json.nonce);
  const sameNonce = json.enforce_nonce === true ? recentWith(channel, nonce, world.nowMs()) : undefined;
  return sameNonce ?? letters.create(channel, world.bot, json, files, nonce === '' ? {} : { nonce });
}

function recentWith({ messages }: Channel, nonce: string, nowMs: number): Message | undefined {
  return messages.find(
    (message) => message.nonce === nonce && nowMs - Date.parse(message.api.timestamp) < nonceHoldsMs,
  );
}
