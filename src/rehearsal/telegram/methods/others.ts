import type { Call } from '../server/read-call.ts';
import { badRequest } from '../server/refusal.ts';
import { botOnWire, chatOnWire, type Json, userOnWire } from '../server/wire.ts';
import type { World } from '../server/world.ts';
import { findChat, findJoinedChat, findWritableChat } from './targets.ts';

export function getMe(world: World): Json {
  return botOnWire(world);
}

export function answerCallbackQuery(world: World, { parameters }: Call): true {
  const { callback_query_id: id, text, show_alert: isAlert, url } = parameters;
  const query = typeof id === 'string' ? world.queries.get(id) : undefined;
  if (query === undefined || query.answer !== undefined) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  if (typeof text === 'string' && text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
  if (typeof url === 'string' && !url.startsWith(`https://t.me/${world.bot.username}?start=`)) {
    throw badRequest('URL_INVALID');
  }
  query.answer = {
    isAlert: isAlert === true,
    ...(typeof text === 'string' && { text }),
    ...(typeof url === 'string' && { url }),
  };
  return true;
}

export function sendChatAction(world: World, { parameters }: Call): true {
  const { id } = findWritableChat(world, parameters);
  world.actions.push({ chatId: id, action: String(parameters.action) });
  return true;
}

export function setMessageReaction(world: World, { parameters }: Call): true {
  const chat = findWritableChat(world, parameters);
  const message = chat.messages.find(({ id, isDeleted }) => id === parameters.message_id && !isDeleted);
  if (message === undefined) throw badRequest('message to react not found');
  if (!chat.allowsReactions) throw badRequest('REACTION_INVALID');
  // The document's list of ReactionType.
  const reactions = (parameters.reaction ?? []) as readonly Json[];
  message.reactions = reactions.map(({ emoji }) => String(emoji));
  return true;
}

export function getChat(world: World, { parameters }: Call): Json {
  const chat = findChat(world, parameters);
  return {
    ...chatOnWire(world, chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
    permissions: { can_send_messages: true },
  };
}

export function getChatMember(world: World, { parameters }: Call): Json {
  const chat = findChat(world, parameters);
  const { user_id: id } = parameters;
  if (id !== world.bot.id && chat.bot !== 'administrator') throw badRequest('CHAT_ADMIN_REQUIRED');
  if (id === world.bot.id) return botMember(world, chat.bot);
  const user = typeof id === 'number' ? world.users.get(id) : undefined;
  if (user === undefined) throw badRequest('PARTICIPANT_ID_INVALID');
  return { status: chat.members.get(user.id) ?? 'left', user: userOnWire(user) };
}

/** The bot as a member of a chat. */
function botMember(world: World, state: 'member' | 'administrator' | 'kicked' | 'muted' | 'absent'): Json {
  const user = botOnWire(world);
  switch (state) {
    case 'muted':
      return { status: 'restricted', user, is_member: true, can_send_messages: false, until_date: 0 };
    case 'kicked':
      return { status: 'kicked', user, until_date: 0 };
    case 'absent':
      return { status: 'left', user };
    case 'administrator':
    case 'member':
      return { status: state, user };
  }
}

export function getChatAdministrators(world: World, { parameters }: Call): readonly Json[] {
  const chat = findJoinedChat(world, parameters);
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat');
  return [...chat.members].flatMap(([id, status]) => {
    const user = world.users.get(id);
    if (status === 'member' || user === undefined) return [];
    return [{ status, user: userOnWire(user), is_anonymous: false }];
  });
}

export function setMyCommands({ profile }: World, { parameters }: Call): true {
  const { commands, scope, language_code: language } = parameters;
  // The document's list of BotCommand.
  const list = commands as readonly { readonly command: string; readonly description: string }[];
  if (!Array.isArray(commands) || commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of list) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256)
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  const type = (scope as Json | undefined)?.type ?? 'default';
  profile.menus.set(`${String(type)}/${String(language ?? '')}`, list);
  return true;
}

/** `setMyName`, `setMyDescription` and `setMyShortDescription` differ in what they set. */
export function setMyText(name: 'name' | 'description' | 'short_description', limit: number) {
  return ({ profile }: World, { parameters }: Call): true => {
    const text = parameters[name];
    if (typeof text === 'string' && text.length > limit) throw badRequest('BOT_INFO_TOO_LONG');
    profile.texts.set(`${name}/${String(parameters.language_code ?? '')}`, String(text ?? ''));
    return true;
  };
}
