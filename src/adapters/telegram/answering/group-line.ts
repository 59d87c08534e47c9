import { messages } from '../../../app/messages/index.ts';
import type { Block, Reply } from '../../../app/reply.ts';
import type { Language } from '../../../core/question/language.ts';
import type { Desk } from '../desk.ts';
import { chatLanguage } from '../language.ts';
import { plain, written } from '../text/rich-text.ts';
import { words } from '../words.ts';
import type { Occasion } from './occasion.ts';

/** The reaction that says "I have written to you". */
const writtenSign = '✍';

/**
 * What the group sees of an answer that is for one person alone: how an answer to a question was judged, in a line that
 * gives nothing away, and for anything else a sign or how to read it.
 */
export async function showGroupLine(
  desk: Desk,
  occasion: Occasion,
  reply: Reply,
  isWhispered: boolean,
): Promise<void> {
  const { person, conversation } = occasion.incoming;
  const language = await chatLanguage(desk, occasion.at.chatId, person, conversation.groupId);
  const { name } = person;
  const own = words[language];
  const verdict = reply.blocks.find((block) => block.kind === 'verdict');
  if (verdict !== undefined) {
    const line = messages[language].verdict.group(name, verdictLine(verdict, reply.language, language));
    return say(desk, occasion, reply, line, isWhispered ? undefined : own.details);
  }
  if (!isWhispered) return say(desk, occasion, reply, own.onlyForYou(name), own.readInPrivate);
  if (!(await react(desk, occasion))) return say(desk, occasion, reply, own.sentInPrivate(name), undefined);
}

/** A verdict in the group's language, which need not be the person's. */
function verdictLine(
  { band, text }: Extract<Block, { kind: 'verdict' }>,
  from: Language,
  to: Language,
): string {
  const isUnmatched = text.startsWith(messages[from].verdict.unmatched);
  return messages[to].verdict[isUnmatched ? 'unmatched' : band];
}

async function say(
  { sender, memory, linkTo }: Desk,
  { at, replyToId, readers, incoming }: Occasion,
  reply: Reply,
  line: string,
  label: string | undefined,
): Promise<void> {
  const here = incoming.conversation.id;
  let keyboard = {};
  if (label !== undefined && readers !== undefined) {
    const [name = ''] = await memory.keepOffers([{ do: 'read', here, delivery: incoming.id, readers }]);
    keyboard = { keyboard: { inline_keyboard: [[{ text: label, url: linkTo(name) }]] } };
  }
  const outcome = await sender.send(at, {
    ...written([plain(line)]),
    ...keyboard,
    ...(replyToId !== undefined && { replyToId }),
  });
  // Whoever replies to their verdict tries again.
  if (outcome.kind === 'sent' && reply.roundId !== undefined) {
    await memory.keepMeaning([outcome.sent], { here, roundId: reply.roundId });
  }
}

/** Puts a sign on the message answered; false where the group allows no such sign. */
async function react({ api }: Desk, { at, by }: Occasion): Promise<boolean> {
  if (by.kind !== 'message') return true;
  const outcome = await api.call('setMessageReaction', {
    chat_id: at.chatId,
    message_id: by.messageId,
    reaction: [{ type: 'emoji', emoji: writtenSign }],
  });
  return outcome.kind === 'done';
}
