import {
  type APIApplicationCommand,
  type APIChannel,
  type APIInteractionResponse,
  type APIMessage,
  type REST,
  Routes,
} from 'discord.js';
import type { Interaction } from '../surroundings.ts';
import type { MessageBody, MessageJson } from './message-body.ts';

/** An interaction, as far as answering it goes. */
export type Answerable = Pick<Interaction, 'id' | 'token' | 'application_id'>;

/** The requests the coach makes, each once; the library queues them, waits for rate limits and tries again. */
export interface Api {
  respond(interaction: Answerable, response: APIInteractionResponse): Promise<void>;
  editOriginal(interaction: Answerable, body: MessageBody): Promise<APIMessage>;
  deleteOriginal(interaction: Answerable): Promise<void>;
  followUp(interaction: Answerable, body: MessageBody): Promise<APIMessage>;
  editFollowUp(interaction: Answerable, messageId: string, body: MessageBody): Promise<APIMessage>;
  send(channelId: string, body: MessageBody, more?: SendOptions): Promise<APIMessage>;
  edit(channelId: string, messageId: string, body: MessageBody): Promise<APIMessage>;
  channel(channelId: string): Promise<APIChannel>;
  /** The fifty latest messages, newest first. */
  latest(channelId: string): Promise<readonly APIMessage[]>;
  openThread(channelId: string, messageId: string, name: string): Promise<void>;
  openForumPost(channelId: string, name: string, tags: readonly string[], body: MessageBody): Promise<string>;
  openPrivate(userId: string): Promise<string>;
  /** The commands that are registered everywhere. */
  commands(applicationId: string): Promise<readonly APIApplicationCommand[]>;
}

/** What a message in a channel may carry besides its body. */
export interface SendOptions {
  /** Discord drops a second message under the same nonce within some minutes. */
  readonly nonce?: string;
  /** The message it answers. */
  readonly replyTo?: string;
}

/** Three days: a question is talked about until the one after the next. */
const threadSleepsAfterMinutes = 4320;

export function createApi(rest: REST): Api {
  return { ...interactionRequests(rest), ...channelRequests(rest) };
}

// The answers below are Discord's; their shapes are those of the routes, which the library does not type.

type InteractionRequests = Pick<
  Api,
  'respond' | 'editOriginal' | 'deleteOriginal' | 'followUp' | 'editFollowUp'
>;

/** Answers to interactions need no token but the interaction's own, and count towards no common limit. */
function interactionRequests(rest: REST): InteractionRequests {
  const routeOf = (interaction: Answerable, messageId = '@original') =>
    Routes.webhookMessage(interaction.application_id, interaction.token, messageId);
  return {
    async respond(interaction, response) {
      const route = Routes.interactionCallback(interaction.id, interaction.token);
      await rest.post(route, { body: response, auth: false });
    },
    editOriginal: (interaction, body) =>
      rest.patch(routeOf(interaction), { ...wire(body), auth: false }) as Promise<APIMessage>,
    async deleteOriginal(interaction) {
      await rest.delete(routeOf(interaction), { auth: false });
    },
    followUp: (interaction, body) => {
      const route = Routes.webhook(interaction.application_id, interaction.token);
      const query = new URLSearchParams({ wait: 'true' });
      return rest.post(route, { ...wire(body), auth: false, query }) as Promise<APIMessage>;
    },
    editFollowUp: (interaction, messageId, body) =>
      rest.patch(routeOf(interaction, messageId), { ...wire(body), auth: false }) as Promise<APIMessage>,
  };
}

function channelRequests(rest: REST): Omit<Api, keyof InteractionRequests> {
  return {
    send: (channelId, body, { nonce, replyTo } = {}) => {
      const more = {
        ...(nonce !== undefined && { nonce, enforce_nonce: true }),
        ...(replyTo !== undefined && {
          message_reference: { message_id: replyTo, fail_if_not_exists: false },
        }),
      };
      return rest.post(Routes.channelMessages(channelId), wire(body, more)) as Promise<APIMessage>;
    },
    edit: (channelId, messageId, body) =>
      rest.patch(Routes.channelMessage(channelId, messageId), wire(body)) as Promise<APIMessage>,
    channel: (channelId) => rest.get(Routes.channel(channelId)) as Promise<APIChannel>,
    latest: (channelId) => {
      const query = new URLSearchParams({ limit: '50' });
      return rest.get(Routes.channelMessages(channelId), { query }) as Promise<APIMessage[]>;
    },
    async openThread(channelId, messageId, name) {
      const body = { name, auto_archive_duration: threadSleepsAfterMinutes };
      await rest.post(Routes.threads(channelId, messageId), { body });
    },
    async openForumPost(channelId, name, tags, { json, files }) {
      const body = {
        name,
        auto_archive_duration: threadSleepsAfterMinutes,
        message: json,
        ...(tags.length > 0 && { applied_tags: tags }),
      };
      const thread = (await rest.post(Routes.threads(channelId), { body, files })) as APIChannel;
      return thread.id;
    },
    commands: (applicationId) =>
      rest.get(Routes.applicationCommands(applicationId)) as Promise<APIApplicationCommand[]>,
    async openPrivate(userId) {
      const body = { recipient_id: userId };
      const channel = (await rest.post(Routes.userChannels(), { body })) as APIChannel;
      return channel.id;
    },
  };
}

function wire(
  { json, files }: MessageBody,
  more: object = {},
): { body: MessageJson; files: MessageBody['files'] } {
  return { body: { ...json, ...more }, files };
}
