import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  ChannelType,
} from 'discord.js';

/** Someone on the platform. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly isBot: boolean;
  /** Takes no direct messages. */
  isClosed: boolean;
}

/** A role with its permissions; the one that everyone has bears the server's own id. */
export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  readonly isMentionable: boolean;
}

/** What a role or a member may and may not do in a channel, other than elsewhere. */
export interface Overwrite {
  readonly id: string;
  readonly kind: 'role' | 'member';
  allow: bigint;
  deny: bigint;
}

/** A channel, a thread, or someone's own talk with the coach. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType;
  readonly guildId?: string;
  readonly parentId?: string;
  /** Of a thread: the message it hangs on, or who opened it. */
  readonly ownerId?: string;
  /** Of a direct talk: the other one. */
  readonly userId?: string;
  readonly position: number;
  readonly tags: readonly { readonly id: string; readonly name: string }[];
  readonly requiresTag: boolean;
  readonly overwrites: Overwrite[];
  readonly messages: Message[];
}

/** A message as the platform keeps it. */
export interface Message {
  /** What goes over the wire. */
  api: APIMessage;
  /** Only this user sees it. */
  readonly audienceId?: string;
  readonly nonce?: string;
  /** A deferred response that is still to be filled. */
  isLoading: boolean;
  /** Times it was filled or edited. */
  revision: number;
}

/** A server. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  readonly features: readonly string[];
  readonly roles: Role[];
  readonly channels: Channel[];
  readonly systemChannelId: string | undefined;
  /** Roles of members; who is not here has none but everyone's. */
  readonly memberRoles: Map<string, readonly string[]>;
  /** The coach is a member. */
  hasCoach: boolean;
  joinedMs: number;
}

/** An interaction and what became of it. */
export interface OpenInteraction {
  readonly id: string;
  readonly token: string;
  readonly userId: string;
  readonly channel: Channel;
  /** The message whose button was pressed. */
  readonly source?: Message;
  readonly createdMs: number;
  /** Whether it came from a form, which no form may answer. */
  readonly isSubmit: boolean;
  /** Milliseconds to its first response, by the world's clock; Discord waits for three thousand. */
  acknowledgedAfterMs?: number;
  /** The same by this machine's own clock, to be measured. */
  measuredMs?: number;
  readonly dispatchedAt: number;
  /** What stands for it: a message of its own, or the message pressed. */
  original?: Message;
  modal?: APIModalInteractionResponseCallbackData;
  choices?: readonly APIApplicationCommandOptionChoice[];
  /** Messages that followed. */
  readonly followUps: Message[];
}

/** Everything the platform knows. */
export interface World {
  readonly applicationId: string;
  readonly bot: User;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly privateChannels: Channel[];
  readonly interactions: Map<string, OpenInteraction>;
  /** By guild, or `global`. */
  readonly commands: Map<string, APIApplicationCommand[]>;
  readonly uploads: Map<string, Uint8Array>;
  newId(): string;
  nowMs(): number;
}

/** Every channel and thread. */
function allChannels(world: World): readonly Channel[] {
  return [...world.guilds.values()].flatMap(({ channels }) => channels).concat(world.privateChannels);
}

/** A channel by its id. */
export function findChannel(world: World, id: string): Channel | undefined {
  return allChannels(world).find((channel) => channel.id === id);
}
