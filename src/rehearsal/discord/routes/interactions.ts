import {
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
} from 'discord.js';
import { Refused, refusals } from '../refusal.ts';
import { fields, items, type Json } from '../rules/json.ts';
import type { Message, OpenInteraction } from '../world.ts';
import type { Call, Platform, Route } from './route.ts';

/** Discord waits this long for the first response, and takes others for a quarter of an hour. */
const firstResponseMs = 3000;
const tokenLivesMs = 15 * 60_000;
/** Later messages that an app may send where it is no member. */
const followUpsOfStranger = 5;

/** Answers to interactions. */
export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
    isOpen: true,
    run(platform, call) {
      respond(platform, findInteraction(platform, call.parts[0], call.parts[1]), call);
    },
  },
  {
    method: 'PATCH',
    pattern: /^\/webhooks\/\d+\/([^/]+)\/messages\/(@original|\d+)$/,
    isOpen: true,
    run(platform, { parts: [token, which], body, files }) {
      const interaction = answered(platform, token);
      const message = messageOf(interaction, which);
      platform.letters.fill(message, fields(body), files);
      return message.api;
    },
  },
  {
    method: 'DELETE',
    pattern: /^\/webhooks\/\d+\/([^/]+)\/messages\/(@original|\d+)$/,
    isOpen: true,
    run(platform, { parts: [token, which] }) {
      const interaction = answered(platform, token);
      platform.letters.remove(messageOf(interaction, which));
      if (which === '@original') delete interaction.original;
    },
  },
  {
    method: 'POST',
    pattern: /^\/webhooks\/\d+\/([^/]+)$/,
    isOpen: true,
    run(platform, { parts: [token], body, files }) {
      const message = followUp(platform, answered(platform, token), fields(body), files);
      return message.api;
    },
  },
];

function findInteraction(
  { world }: Platform,
  id: string | undefined,
  token: string | undefined,
): OpenInteraction {
  const interaction = world.interactions.get(token ?? '');
  if (interaction === undefined || interaction.id !== id) throw new Refused(refusals.unknownInteraction);
  return interaction;
}

function respond(platform: Platform, interaction: OpenInteraction, { body, files }: Call): void {
  const waitedMs = platform.world.nowMs() - interaction.createdMs;
  if (waitedMs > firstResponseMs) throw new Refused(refusals.unknownInteraction);
  if (interaction.acknowledgedAfterMs !== undefined) throw new Refused(refusals.acknowledged);
  const { type, data } = fields(body);
  const json = fields(data);
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      interaction.original = write(platform, interaction, json, files, false);
      break;
    case InteractionResponseType.DeferredChannelMessageWithSource:
      interaction.original = write(platform, interaction, json, files, true);
      break;
    case InteractionResponseType.DeferredMessageUpdate:
      if (interaction.source === undefined) throw new Refused(refusals.unknownMessage);
      interaction.original = interaction.source;
      break;
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      // Checked by the rules before it came here.
      interaction.choices = items(json.choices) as unknown as NonNullable<OpenInteraction['choices']>;
      break;
    case InteractionResponseType.Modal:
      if (interaction.isSubmit)
        throw new Refused({ status: 400, code: 50035, message: 'A form cannot answer a form' });
      interaction.modal = json as unknown as APIModalInteractionResponseCallbackData;
      break;
  }
  interaction.acknowledgedAfterMs = waitedMs;
  interaction.measuredMs = performance.now() - interaction.dispatchedAt;
}

function write(
  { world, letters }: Platform,
  { channel, userId }: OpenInteraction,
  body: Json,
  files: Call['files'],
  isLoading: boolean,
): Message {
  const isForPerson = typeof body.flags === 'number' && (body.flags & MessageFlags.Ephemeral) !== 0;
  return letters.create(channel, world.bot, body, files, {
    isLoading,
    ...(isForPerson && { audienceId: userId }),
  });
}

/** The interaction of a token, once it has been answered and while the token lives. */
function answered({ world }: Platform, token: string | undefined): OpenInteraction {
  const interaction = world.interactions.get(token ?? '');
  if (interaction?.acknowledgedAfterMs === undefined) throw new Refused(refusals.unknownWebhook);
  if (world.nowMs() - interaction.createdMs > tokenLivesMs) throw new Refused(refusals.tokenExpired);
  return interaction;
}

function messageOf({ original, followUps }: OpenInteraction, which: string | undefined): Message {
  const message = which === '@original' ? original : followUps.find(({ api }) => api.id === which);
  if (message === undefined) throw new Refused(refusals.unknownMessage);
  return message;
}

/** A message that follows; sent while "thinking …" still stands there, it takes its place, whoever it was meant for. */
function followUp(
  platform: Platform,
  interaction: OpenInteraction,
  body: Json,
  files: Call['files'],
): Message {
  const { original, channel, followUps } = interaction;
  if (original?.isLoading === true) {
    platform.letters.fill(original, body, files);
    return original;
  }
  const guild = channel.guildId === undefined ? undefined : platform.world.guilds.get(channel.guildId);
  if (guild?.hasCoach === false && followUps.length >= followUpsOfStranger) {
    throw new Refused({ status: 400, code: 40094, message: 'No more follow-ups where the app is no member' });
  }
  const message = write(platform, interaction, body, files, false);
  followUps.push(message);
  return message;
}
