import { type APIInteraction, type APIPingInteraction, InteractionContextType } from 'discord.js';
import type { Conversation, Person } from '../../app/incoming.ts';
import { languageOf, serverLanguage } from './languages.ts';
import { conversationIdOf, groupIdOf, personIdOf, type Spot } from './places.ts';
import { mayManage } from './rights.ts';

/** What people do with commands, buttons and forms; pings come over HTTP only. */
export type Interaction = Exclude<APIInteraction, APIPingInteraction>;

/** Who did something, and where. */
export interface Surroundings {
  readonly spot: Spot;
  readonly conversation: Conversation;
  readonly person: Person;
}

/** Reads them off an interaction; undefined for one that happened nowhere, which Discord sends to no bot. */
export function surroundingsOf(interaction: Interaction): Surroundings | undefined {
  const user = interaction.member?.user ?? interaction.user;
  const spot = user === undefined ? undefined : spotOfInteraction(interaction, user.id);
  if (user === undefined || spot === undefined) return undefined;
  const name = interaction.member?.nick ?? user.global_name ?? user.username;
  return {
    spot,
    conversation: conversationAt(spot, languageOfServer(interaction)),
    person: {
      id: personIdOf(user.id),
      name,
      // In a talk without a server nobody is above the others.
      isModerator:
        interaction.guild_id === undefined || mayManage(BigInt(interaction.member?.permissions ?? '0')),
      language: languageOf(interaction.locale),
      theme: 'dark',
    },
  };
}

/** A conversation at a place, with what its server says about its language. */
export function conversationAt(spot: Spot, language?: Conversation['language']): Conversation {
  return {
    id: conversationIdOf(spot),
    groupId: groupIdOf(spot),
    kind: spot.kind === 'private' ? 'private' : 'group',
    ...(language !== undefined && { language }),
  };
}

function spotOfInteraction(interaction: Interaction, userId: string): Spot | undefined {
  const channelId = interaction.channel?.id;
  if (interaction.guild_id !== undefined) {
    return channelId === undefined
      ? undefined
      : { kind: 'channel', guildId: interaction.guild_id, channelId };
  }
  if (interaction.context === InteractionContextType.PrivateChannel) {
    return channelId === undefined ? undefined : { kind: 'talk', channelId };
  }
  return { kind: 'private', userId };
}

function languageOfServer({ guild_locale: locale, guild }: Interaction): Conversation['language'] {
  return locale === undefined ? undefined : serverLanguage(locale, guild?.features ?? []);
}
