import {
  type APIApplicationCommandOptionChoice,
  ApplicationCommandType,
  ComponentType,
  GatewayDispatchEvents,
  InteractionType,
  MessageReferenceType,
  MessageType,
} from 'discord.js';
import { act, type Deed, repeat } from './acting.ts';
import { type Filled, fillIn, menuAt } from './menu.ts';
import { channelPayload, emptyMessage, memberPayload, userPayload } from './payloads.ts';
import { permissionsIn } from './permissions.ts';
import { controlsOf, seenBy, wordsOf } from './reading.ts';
import type { Platform } from './routes/route.ts';
import { privateChannel } from './routes/threads.ts';
import { withInner } from './rules/components.ts';
import { items, type Json, text } from './rules/json.ts';
import { type Channel, findChannel, type Message, type OpenInteraction, type User } from './world.ts';

/** Someone with Discord's client in their hands. Each act resolves when the coach has answered it. */
export interface Person {
  readonly user: User;
  /** Picks a command from the menu, such as `daily set`, and fills in its options. */
  slash(channel: Channel, path: string, filled?: Filled): Promise<OpenInteraction>;
  /** What is suggested while an option is being typed. */
  complete(
    channel: Channel,
    path: string,
    filled: Filled,
    focused: string,
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  /** Presses the button, or chooses the option, whose label holds a text. */
  press(message: Message | undefined, label: string): Promise<OpenInteraction>;
  /** Sends the form that a press opened. */
  submit(opened: OpenInteraction, words: string): Promise<OpenInteraction>;
  /** Writes a message; mention the coach as `@coach`. */
  write(channel: Channel, words: string, replyTo?: Message): Message;
  /** The delivery of a message comes twice. */
  repeatWriting(message: Message): void;
  /** The coach's own talk with them. */
  privately(): Channel;
  /** What they see in a channel, oldest first. */
  sees(channel: Channel): readonly Message[];
  /** The same in words. */
  reads(channel: Channel): readonly string[];
  /** Does again what they did last: the delivery comes twice. */
  again(): void;
}

interface PersonOptions {
  readonly platform: Platform;
  readonly settle: (interaction: OpenInteraction) => Promise<void>;
  /** Whether messages come with their words when they neither mention the coach nor are direct ones. */
  readonly handsOverReplies: () => boolean;
}

export function createPerson(user: User, { platform, settle, handsOverReplies }: PersonOptions): Person {
  const { world } = platform;
  let last: { readonly deed: Deed; readonly interaction: OpenInteraction } | undefined;

  async function does(deed: Omit<Deed, 'user'>): Promise<OpenInteraction> {
    const whole = { user, ...deed };
    const interaction = act(platform, whole);
    last = { deed: whole, interaction };
    await settle(interaction);
    return interaction;
  }

  return {
    user,
    slash: async (channel, path, filled = {}) =>
      does({
        channel,
        type: InteractionType.ApplicationCommand,
        data: commandData(platform, channel, path, filled),
      }),
    async complete(channel, path, filled, focused) {
      const data = commandData(platform, channel, path, filled, focused);
      const interaction = await does({ channel, type: InteractionType.ApplicationCommandAutocomplete, data });
      return interaction.choices ?? [];
    },
    press: async (message, label) => does(pressOf(platform, message, label)),
    submit: async (opened, words) => does(submitOf(opened, words)),
    write: (channel, words, replyTo) =>
      writeMessage(platform, user, channel, words, replyTo, handsOverReplies()),
    repeatWriting: (message) => tellOfMessage(platform, user, message, handsOverReplies()),
    privately: () => privateChannel(world, user.id),
    sees: (channel) => seenBy(user.id, channel),
    reads: (channel) => seenBy(user.id, channel).map(wordsOf),
    again() {
      if (last !== undefined) repeat(platform, last.deed, last.interaction);
    },
  };
}

function commandData(
  platform: Platform,
  channel: Channel,
  path: string,
  filled: Filled,
  focused?: string,
): object {
  const { command, options } = fillIn(menuAt(platform.world, channel.guildId), path, filled, focused);
  const { id, name, guild_id } = command;
  return {
    id,
    name,
    type: ApplicationCommandType.ChatInput,
    options,
    ...(guild_id !== undefined && { guild_id }),
    ...resolvedChannels(platform, filled),
  };
}

function pressOf(platform: Platform, message: Message | undefined, label: string): Omit<Deed, 'user'> {
  const control = message && controlsOf(message.api).find((each) => each.label.includes(label));
  if (message === undefined || control === undefined) {
    throw new Error(`There is nothing to press that says "${label}".`);
  }
  const { customId, value } = control;
  const type = value === undefined ? ComponentType.Button : ComponentType.StringSelect;
  return {
    channel: channelOf(platform, message),
    type: InteractionType.MessageComponent,
    data: { custom_id: customId, component_type: type, ...(value !== undefined && { values: [value] }) },
    source: message,
  };
}

function submitOf({ modal, channel, source }: OpenInteraction, words: string): Omit<Deed, 'user'> {
  if (modal === undefined) throw new Error('No form is open.');
  return {
    channel,
    type: InteractionType.ModalSubmit,
    data: { custom_id: modal.custom_id, components: filledForm(items(modal.components), words) },
    isSubmit: true,
    ...(source !== undefined && { source }),
  };
}

function channelOf({ world }: Platform, { api }: Message): Channel {
  const channel = findChannel(world, api.channel_id);
  if (channel === undefined) throw new Error('The channel of that message is gone.');
  return channel;
}

/** What Discord adds about channels that an option names. */
function resolvedChannels({ world }: Platform, filled: Filled): object {
  const named = Object.values(filled).flatMap((value) => findChannel(world, String(value)) ?? []);
  if (named.length === 0) return {};
  const channels = named.map((channel) => [
    channel.id,
    {
      ...channelPayload(channel),
      permissions: '0',
      app_permissions: String(permissionsIn(world, channel, world.bot.id)),
    },
  ]);
  return { resolved: { channels: Object.fromEntries(channels) } };
}

/** A form with its one input filled in. */
function filledForm(components: readonly Json[], words: string): readonly object[] {
  return components.map((component) => {
    const input = withInner(component).find(({ type }) => type === ComponentType.TextInput);
    if (input === undefined) return { type: component.type, id: 1 };
    const limit = Number(input.max_length ?? 4000);
    if (words.length > limit) throw new Error(`The form takes ${limit} characters.`);
    const filled = { type: ComponentType.TextInput, id: 3, custom_id: text(input.custom_id), value: words };
    return { type: ComponentType.Label, id: 2, component: filled };
  });
}

function writeMessage(
  platform: Platform,
  user: User,
  channel: Channel,
  words: string,
  replyTo: Message | undefined,
  handsOverReplies: boolean,
): Message {
  const content = words.replaceAll('@coach', `<@${platform.world.bot.id}>`);
  const message = plainMessage(platform.world, user, channel, content, replyTo);
  channel.messages.push(message);
  tellOfMessage(platform, user, message, handsOverReplies);
  return message;
}

/** Tells the coach of a message: with its words where Discord hands them over, else without. */
function tellOfMessage(platform: Platform, user: User, message: Message, handsOverReplies: boolean): void {
  const { world, gateway } = platform;
  const { bot } = world;
  const { api } = message;
  const channel = channelOf(platform, message);
  const isReplyToUs = api.referenced_message?.author.id === bot.id;
  const callsUs = api.content.includes(`<@${bot.id}>`);
  const isHandedOver = channel.guildId === undefined || callsUs || (isReplyToUs && handsOverReplies);
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  gateway.dispatch(GatewayDispatchEvents.MessageCreate, {
    ...api,
    content: isHandedOver ? api.content : '',
    mentions: callsUs || isReplyToUs ? [userPayload(bot)] : [],
    ...(guild !== undefined && {
      guild_id: guild.id,
      member: { ...memberPayload(guild, user), user: undefined },
    }),
  });
}

function plainMessage(
  world: Platform['world'],
  user: User,
  channel: Channel,
  content: string,
  replyTo: Message | undefined,
): Message {
  const api = { ...emptyMessage(world, channel, user), content };
  if (replyTo === undefined) return { api, isLoading: false, revision: 0 };
  const reference = {
    type: MessageReferenceType.Default,
    message_id: replyTo.api.id,
    channel_id: channel.id,
  };
  const reply = {
    ...api,
    type: MessageType.Reply,
    message_reference: reference,
    referenced_message: replyTo.api,
  };
  return { api: reply, isLoading: false, revision: 0 };
}
