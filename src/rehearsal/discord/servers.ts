import { ChannelType, GatewayDispatchEvents, PermissionFlagsBits } from 'discord.js';
import type { Gateway } from './gateway.ts';
import { channelPayload, guildPayload } from './payloads.ts';
import type { Channel, Guild, Role, World } from './world.ts';

/** A server to be opened. */
export interface ServerPlan {
  readonly name: string;
  /** A server that has not chosen speaks `en-US`. */
  readonly locale?: string;
  readonly features?: readonly string[];
  readonly ownerId?: string;
  /** By name; a plain name is a text channel. */
  readonly channels: readonly (string | ChannelPlan)[];
  /** Roles besides everyone's and the coach's. */
  readonly roles?: readonly {
    readonly name: string;
    readonly isMentionable?: boolean;
    readonly permissions?: bigint;
  }[];
  /** False: someone installed the coach for themselves only. */
  readonly hasCoach?: boolean;
}

export interface ChannelPlan {
  readonly name: string;
  readonly type?: ChannelType;
  /** A forum whose posts need a tag. */
  readonly tag?: string;
}

export type PermissionName = keyof typeof PermissionFlagsBits;

const everyoneMay: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'UseApplicationCommands',
];

/** The permissions of these names. */
function bits(names: readonly PermissionName[]): bigint {
  return names.reduce((all, name) => all | PermissionFlagsBits[name], 0n);
}

/** Opens servers, and changes what the coach may do in them; the gateway tells of it. */
export interface Servers {
  open(plan: ServerPlan): Guild;
  /** The server lets the coach in, or throws it out. */
  admit(guild: Guild): void;
  dismiss(guild: Guild): void;
  /** What the coach may not do in a channel from now on; none: everything it could. */
  deny(channel: Channel, names: readonly PermissionName[]): void;
  removeChannel(channel: Channel): void;
}

export function createServers(world: World, gateway: Gateway): Servers {
  const announce = (guild: Guild) =>
    gateway.dispatch(GatewayDispatchEvents.GuildCreate, guildPayload(world, guild));
  return {
    open(plan) {
      const guild = newGuild(world, plan);
      world.guilds.set(guild.id, guild);
      if (guild.hasCoach) announce(guild);
      return guild;
    },
    admit(guild) {
      guild.hasCoach = true;
      guild.joinedMs = world.nowMs();
      announce(guild);
    },
    dismiss(guild) {
      guild.hasCoach = false;
      gateway.dispatch(GatewayDispatchEvents.GuildDelete, { id: guild.id });
    },
    deny({ overwrites, ...channel }, names) {
      const own = overwrites.findIndex(({ id }) => id === world.bot.id);
      if (own >= 0) overwrites.splice(own, 1);
      overwrites.push({ id: world.bot.id, kind: 'member', allow: 0n, deny: bits(names) });
      gateway.dispatch(GatewayDispatchEvents.ChannelUpdate, channelPayload({ ...channel, overwrites }));
    },
    removeChannel(channel) {
      const channels = world.guilds.get(channel.guildId ?? '')?.channels ?? [];
      channels.splice(channels.indexOf(channel), 1);
      gateway.dispatch(GatewayDispatchEvents.ChannelDelete, channelPayload(channel));
    },
  };
}

function newGuild(world: World, plan: ServerPlan): Guild {
  const id = world.newId();
  const coachRole: Role = {
    id: world.newId(),
    name: 'GradCoach',
    permissions: bits(everyoneMay),
    isMentionable: false,
  };
  const everyone: Role = { id, name: '@everyone', permissions: bits(everyoneMay), isMentionable: false };
  const others = (plan.roles ?? []).map(
    ({ name, isMentionable = true, permissions = 0n }): Role => ({
      id: world.newId(),
      name,
      permissions,
      isMentionable,
    }),
  );
  const channels = plan.channels.map((channel, position) => newChannel(world, id, channel, position));
  return {
    id,
    name: plan.name,
    ownerId: plan.ownerId ?? world.newId(),
    locale: plan.locale ?? 'en-US',
    features: plan.features ?? [],
    roles: [everyone, coachRole, ...others],
    channels,
    systemChannelId: channels[0]?.id,
    memberRoles: new Map([[world.bot.id, [coachRole.id]]]),
    hasCoach: plan.hasCoach ?? true,
    joinedMs: world.nowMs(),
  };
}

function newChannel(world: World, guildId: string, plan: string | ChannelPlan, position: number): Channel {
  const {
    name,
    type = ChannelType.GuildText,
    tag,
  } = typeof plan === 'string' ? ({ name: plan } as ChannelPlan) : plan;
  return {
    id: world.newId(),
    name,
    type,
    guildId,
    position,
    tags: tag === undefined ? [] : [{ id: world.newId(), name: tag }],
    requiresTag: tag !== undefined,
    overwrites: [],
    messages: [],
  };
}
