import type { Incoming } from '../../../app/incoming.ts';
import { idOf, isPrivateChat, privateTalk, sharedTalk } from '../address.ts';
import { notePrivate } from '../answering/private-chat.ts';
import type { Desk } from '../desk.ts';
import { personOf } from '../people.ts';
import { noteMove } from './belonging.ts';
import { nothing, type Task } from './task.ts';
import type { MemberChange } from './update.ts';

/** Someone added us to a group, or removed us; in private, unblocked or blocked us. */
export async function onMembership(desk: Desk, change: MemberChange, delivery: string): Promise<Task> {
  const { chat, from } = change;
  const [was, is] = [isIn(change.old_chat_member), isIn(change.new_chat_member)];
  if (chat.type === 'channel' || was === is) return nothing;
  const isPrivate = isPrivateChat(chat.id);
  if (!is) desk.present.delete(chat.id);
  const incoming: Incoming = {
    id: delivery,
    conversation: isPrivate ? privateTalk(chat.id) : sharedTalk({ chatId: chat.id }),
    person: personOf(from, false),
    action: { kind: is ? 'joined' : 'left' },
    atMs: desk.clock.nowMs(),
  };
  if (isPrivate) {
    // Whoever unblocks us presses Start next, and is greeted then.
    await notePrivate(desk, chat.id, is ? 'open' : 'closed');
    await desk.handle(incoming);
    return nothing;
  }
  const occasion = {
    incoming,
    at: { chatId: chat.id },
    setting: 'group',
    by: { kind: 'report' },
  } as const;
  return { kind: 'occasion', occasion };
}

function isIn({ status, is_member: isMember }: MemberChange['new_chat_member']): boolean {
  return (
    ['creator', 'administrator', 'member'].includes(status) || (status === 'restricted' && isMember === true)
  );
}

/**
 * A group became a supergroup with another id. Telegram says so twice, in the old chat and in the new, and once more in
 * the error of whatever is sent to the old one; one delivery id makes it one move.
 */
export async function moveGroup(desk: Desk, fromChatId: number, toChatId: number): Promise<void> {
  await noteMove(desk, fromChatId, toChatId);
  await desk.handle({
    id: `telegram:moved:${fromChatId}`,
    conversation: sharedTalk({ chatId: fromChatId }),
    person: { id: idOf(desk.bot.id), name: desk.bot.name, isModerator: false },
    action: { kind: 'moved', toGroupId: idOf(toChatId) },
    atMs: desk.clock.nowMs(),
  });
}

/** A word from a chat we thought we had left shows that we are there. Looked up once per chat and run. */
export async function noteReturn({ store, present }: Desk, chatId: number): Promise<void> {
  if (present.has(chatId)) return;
  present.add(chatId);
  await store.transaction(async (tx) => {
    const group = await tx.groups.find(idOf(chatId));
    if (group?.leftMs !== undefined) await tx.groups.markLeft(idOf(chatId), undefined);
  });
}
