import { ChannelType, RESTJSONErrorCodes } from 'discord.js';
import type { Reply } from '../../../app/reply.ts';
import type { Language } from '../../../core/question/language.ts';
import { notice } from '../interactions/notices.ts';
import { limits, shorten } from '../limits.ts';
import { missingRights, permissionsAt } from '../rights.ts';
import { newMessage } from '../wire/message-body.ts';
import { errorCode, troubleOf } from '../wire/trouble.ts';
import { words } from '../words.ts';
import type { Posting } from './posting.ts';
import type { Target } from './target.ts';
import { titleOf } from './title.ts';

/** Channels whose messages can carry a thread. */
const threaded: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** Opens a thread under a message. Where that cannot be, the post stands without, and the channel is told once why. */
export async function openThread(
  options: Posting,
  guildId: string,
  { channelId, channelType }: Target,
  messageId: string,
  reply: Reply,
): Promise<void> {
  if (!threaded.includes(channelType)) return;
  const { api, marks, writer, log } = options;
  try {
    await api.openThread(channelId, messageId, shorten(titleOf(reply), limits.threadName));
    await marks.keep('no-thread', channelId, '');
  } catch (error) {
    const code = errorCode(error);
    if (code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) return;
    const trouble = troubleOf(error);
    if (code === undefined || trouble === 'later' || trouble === 'unsure') throw error;
    log.warn('discord-no-thread', { channelId, code });
    if ((await marks.find('no-thread', channelId)) === String(code)) return;
    const why = words[reply.language].threadNotOpened(
      reasonFor(options, guildId, channelId, code, reply.language),
    );
    const { messages, charts } = await writer.write(notice(reply.language, why));
    for (const message of messages) await api.send(channelId, newMessage(message, charts));
    await marks.keep('no-thread', channelId, String(code));
  }
}

function reasonFor(
  { client }: Posting,
  guildId: string,
  channelId: string,
  code: number,
  language: Language,
): string {
  const say = words[language];
  if (code === RESTJSONErrorCodes.MaximumActiveThreads) return say.tooManyThreads;
  const plan = { channelType: ChannelType.GuildText, inThread: true, callsClosedRole: false };
  const missing = missingRights(permissionsAt(client(), guildId, channelId) ?? 0n, plan);
  return missing.length > 0 ? missing.map((right) => say.rights[right]).join(', ') : say.refusedBy(code);
}
