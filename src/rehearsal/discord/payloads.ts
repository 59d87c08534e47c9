import {
  type APIChannel,
  type APIGuildMember,
  type APIInteractionGuildMember,
  type APIMessage,
  type APIRole,
  type APIUser,
  GuildMemberFlags,
  type MessageFlags,
  MessageType,
  OverwriteType,
  type RoleFlags,
} from 'discord.js';
import { permissionsIn } from './permissions.ts';
import { timeOf } from './snowflake.ts';
import type { Channel, Guild, Role, User, World } from './world.ts';

/** Things of the world as Discord writes them on the wire. */

export function userPayload({ id, name, isBot }: User): APIUser {
  return {
    id,
    username: name.toLowerCase().replace(/[^a-z0-9._]/g, '') || `u${id}`,
    discriminator: '0',
    global_name: name,
    avatar: null,
    ...(isBot && { bot: true }),
  };
}

export function memberPayload(guild: Guild, user: User): APIGuildMember {
  return {
    user: userPayload(user),
    roles: [...(guild.memberRoles.get(user.id) ?? [])],
    joined_at: new Date(guild.joinedMs).toISOString(),
    deaf: false,
    mute: false,
    flags: GuildMemberFlags.CompletedOnboarding,
  };
}

/** A member as an interaction shows them, with what they may do in its channel. */
export function actingMember(
  world: World,
  guild: Guild,
  channel: Channel,
  user: User,
): APIInteractionGuildMember {
  return {
    ...memberPayload(guild, user),
    user: userPayload(user),
    permissions: String(permissionsIn(world, channel, user.id)),
  };
}

function rolePayload(role: Role, position: number): APIRole {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position,
    permissions: String(role.permissions),
    managed: false,
    mentionable: role.isMentionable,
    // No flag is a set of flags too.
    flags: 0 as RoleFlags,
  };
}

export function channelPayload(channel: Channel): APIChannel {
  const { id, name, type, guildId, parentId, ownerId, position, tags, requiresTag, overwrites } = channel;
  const payload = {
    id,
    type,
    name,
    position,
    flags: requiresTag ? 1 << 4 : 0,
    ...(guildId !== undefined && { guild_id: guildId }),
    parent_id: parentId ?? null,
    ...(ownerId !== undefined && {
      owner_id: ownerId,
      message_count: channel.messages.length,
      member_count: 1,
      thread_metadata: {
        archived: false,
        auto_archive_duration: 4320,
        archive_timestamp: new Date(timeOf(id)).toISOString(),
        locked: false,
      },
    }),
    available_tags: tags.map((tag) => ({ ...tag, moderated: false, emoji_id: null, emoji_name: null })),
    permission_overwrites: overwrites.map(({ id: whose, kind, allow, deny }) => ({
      id: whose,
      type: kind === 'role' ? OverwriteType.Role : OverwriteType.Member,
      allow: String(allow),
      deny: String(deny),
    })),
  };
  // One shape for every kind of channel; what a kind does not have, clients pass over.
  return payload as unknown as APIChannel;
}

/** A server as the gateway tells a bot that is in it. */
export function guildPayload(world: World, guild: Guild): object {
  const { id, name, ownerId, locale, features, roles, channels, systemChannelId, joinedMs } = guild;
  const threads = channels.filter(({ ownerId: opener }) => opener !== undefined);
  return {
    id,
    name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: roles.map(rolePayload),
    emojis: [],
    features,
    mfa_level: 0,
    application_id: null,
    system_channel_id: systemChannelId ?? null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: locale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    stickers: [],
    joined_at: new Date(joinedMs).toISOString(),
    large: false,
    unavailable: false,
    member_count: 2 + guild.memberRoles.size,
    voice_states: [],
    members: [memberPayload(guild, world.bot)],
    channels: channels.filter(({ ownerId: opener }) => opener === undefined).map(channelPayload),
    threads: threads.map(channelPayload),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** A message with nothing in it yet. */
export function emptyMessage(world: World, channel: Channel, author: User): APIMessage {
  const id = world.newId();
  return {
    id,
    channel_id: channel.id,
    author: userPayload(author),
    content: '',
    timestamp: new Date(timeOf(id)).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: MessageType.Default,
    // No flag is a set of flags too.
    flags: 0 as MessageFlags,
  };
}
