import {
  type APIMessage,
  GatewayDispatchEvents,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord.js';
import type { Gateway } from './gateway.ts';
import { emptyMessage } from './payloads.ts';
import { fields, items, type Json, text } from './rules/json.ts';
import { type Channel, findChannel, type Message, type User, type World } from './world.ts';

/** How a message differs from a plain one in a channel. */
export interface Posting {
  readonly audienceId?: string;
  readonly nonce?: string;
  readonly isLoading?: boolean;
}

/** Writes messages into channels, and tells the bots. */
export interface Letters {
  create(channel: Channel, author: User, body: Json, files: Files, more?: Posting): Message;
  /** Puts a body into a message that is there; what the body does not name stays. */
  fill(message: Message, body: Json, files: Files): void;
  remove(message: Message): void;
}

/** Uploaded files by their names. */
export type Files = ReadonlyMap<string, Uint8Array>;

export function createLetters(
  world: World,
  gateway: Pick<Gateway, 'dispatch'>,
  uploadUrl: () => string,
): Letters {
  function tell(event: GatewayDispatchEvents, message: Message, channel: Channel): void {
    // Nobody is told of what only one person sees.
    if (message.audienceId !== undefined) return;
    const guild = channel.guildId === undefined ? {} : { guild_id: channel.guildId };
    gateway.dispatch(event, { ...message.api, ...guild });
  }

  return {
    create(channel, author, body, files, more = {}) {
      const { audienceId, nonce, isLoading = false } = more;
      const message: Message = {
        api: emptyMessage(world, channel, author),
        isLoading,
        revision: 0,
        ...(audienceId !== undefined && { audienceId }),
        ...(nonce !== undefined && { nonce }),
      };
      channel.messages.push(message);
      put(message, channel, body, upload(world, uploadUrl(), body, files));
      if (isLoading) message.api.flags = flagsOf(message) | MessageFlags.Loading;
      tell(GatewayDispatchEvents.MessageCreate, message, channel);
      return message;
    },
    fill(message, body, files) {
      const channel = findChannel(world, message.api.channel_id);
      if (channel === undefined) return;
      const wasLoading = message.isLoading;
      message.isLoading = false;
      message.revision += 1;
      put(message, channel, body, upload(world, uploadUrl(), body, files));
      message.api.flags = flagsOf(message) & ~MessageFlags.Loading;
      if (!wasLoading) message.api.edited_timestamp = new Date(world.nowMs()).toISOString();
      tell(GatewayDispatchEvents.MessageUpdate, message, channel);
    },
    remove(message) {
      const { id, channel_id } = message.api;
      const channel = findChannel(world, channel_id);
      channel?.messages.splice(channel.messages.indexOf(message), 1);
      if (channel === undefined || message.audienceId !== undefined) return;
      gateway.dispatch(GatewayDispatchEvents.MessageDelete, { id, channel_id, guild_id: channel.guildId });
    },
  };
}

/** Puts a body into a message; `attachments` are those the message has from now on, if the body names any. */
function put(
  message: Message,
  channel: Channel,
  body: Json,
  attachments: APIMessage['attachments'] | undefined,
): void {
  const { api } = message;
  const ephemeral = message.audienceId === undefined ? 0 : MessageFlags.Ephemeral;
  api.flags = (typeof body.flags === 'number' ? body.flags : flagsOf(message)) | ephemeral;
  if (body.content !== undefined) api.content = text(body.content);
  const reference = fields(body.message_reference).message_id;
  if (reference !== undefined) refer(api, channel, text(reference));
  if (attachments !== undefined) api.attachments = attachments;
  if (body.components === undefined) return;
  // What was checked by the rules before it came here.
  api.components = resolved(body.components, api.attachments) as NonNullable<APIMessage['components']>;
}

function upload(
  world: World,
  uploadUrl: string,
  body: Json,
  files: Files,
): APIMessage['attachments'] | undefined {
  if (body.attachments === undefined && files.size === 0) return undefined;
  return [...files].map(([filename, bytes]) => {
    const id = world.newId();
    const url = `${uploadUrl}/${id}/${filename}`;
    world.uploads.set(id, bytes);
    const about = items(body.attachments).find((each) => each.filename === filename)?.description;
    const description = about === undefined ? {} : { description: text(about) };
    return {
      id,
      filename,
      size: bytes.length,
      url,
      proxy_url: url,
      content_type: 'image/png',
      ...description,
    };
  });
}

function refer(api: APIMessage, channel: Channel, messageId: string): void {
  api.type = MessageType.Reply;
  api.message_reference = {
    type: MessageReferenceType.Default,
    message_id: messageId,
    channel_id: channel.id,
  };
  api.referenced_message = channel.messages.find((each) => each.api.id === messageId)?.api ?? null;
}

function flagsOf({ api }: Message): number {
  return api.flags ?? 0;
}

/** Components with their pictures where the upload put them. */
function resolved(value: unknown, attachments: APIMessage['attachments']): unknown {
  if (Array.isArray(value)) return value.map((each) => resolved(each, attachments));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => {
    const file = name === 'url' ? /^attachment:\/\/(.+)$/.exec(text(inner))?.[1] : undefined;
    const upload = attachments.find(({ filename }) => filename === file);
    return [name, upload === undefined ? resolved(inner, attachments) : upload.url];
  });
  return Object.fromEntries(entries);
}
