import {
  type APIInteraction,
  ApplicationIntegrationType,
  GatewayDispatchEvents,
  InteractionContextType,
  type InteractionType,
} from 'discord.js';
import { actingMember, channelPayload, userPayload } from './payloads.ts';
import { permissionsIn } from './permissions.ts';
import type { Platform } from './routes/route.ts';
import type { Channel, Message, OpenInteraction, User, World } from './world.ts';

/** What someone does, as far as its payload goes. */
export interface Deed {
  readonly user: User;
  readonly channel: Channel;
  readonly type: InteractionType;
  readonly data: object;
  /** The message that was pressed. */
  readonly source?: Message;
  readonly isSubmit?: boolean;
}

/** Sends an interaction to the coach and keeps it open for what comes of it. */
export function act({ world, gateway }: Platform, deed: Deed): OpenInteraction {
  const { user, channel, source, isSubmit = false } = deed;
  const id = world.newId();
  const interaction: OpenInteraction = {
    id,
    token: `token-of-${id}`,
    userId: user.id,
    channel,
    ...(source !== undefined && { source }),
    createdMs: world.nowMs(),
    dispatchedAt: performance.now(),
    isSubmit,
    followUps: [],
  };
  world.interactions.set(interaction.token, interaction);
  gateway.dispatch(GatewayDispatchEvents.InteractionCreate, payloadOf(world, deed, interaction));
  return interaction;
}

/** Sends the very same interaction once more, as a resumed connection may. */
export function repeat({ world, gateway }: Platform, deed: Deed, interaction: OpenInteraction): void {
  gateway.dispatch(GatewayDispatchEvents.InteractionCreate, payloadOf(world, deed, interaction));
}

function payloadOf(
  world: World,
  { user, channel, type, data, source }: Deed,
  { id, token }: OpenInteraction,
): APIInteraction {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  const isMember = guild === undefined || guild.hasCoach;
  const payload = {
    id,
    application_id: world.applicationId,
    type,
    data,
    token,
    version: 1,
    channel_id: channel.id,
    channel: channelPayload(channel),
    app_permissions: String(isMember ? permissionsIn(world, channel, world.bot.id) : 0n),
    locale: user.locale,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: isMember
      ? { [ApplicationIntegrationType.GuildInstall]: guild?.id ?? '0' }
      : { [ApplicationIntegrationType.UserInstall]: user.id },
    ...(source !== undefined && { message: source.api }),
    ...(guild === undefined
      ? { user: userPayload(user), context: InteractionContextType.BotDM }
      : {
          guild_id: guild.id,
          guild_locale: guild.locale,
          guild: { id: guild.id, locale: guild.locale, features: guild.features },
          member: actingMember(world, guild, channel, user),
          context: InteractionContextType.Guild,
        }),
  };
  // One shape for all kinds of interaction; `data` tells them apart.
  return payload as unknown as APIInteraction;
}
