import { idOf, isPrivateChat } from '../address.ts';
import { answerPress, attend } from '../answering/attend.ts';
import { noteFailure } from '../answering/note-failure.ts';
import type { Desk } from '../desk.ts';
import { onEdit } from './on-edit.ts';
import { moveGroup, noteReturn, onMembership } from './on-membership.ts';
import { onMessage } from './on-message.ts';
import { onPress } from './on-press.ts';
import type { Task } from './task.ts';
import type { Update } from './update.ts';

/** The chat an update happened in; updates of one chat are taken in turn. */
export function chatOf({
  message,
  edited_message: edited,
  callback_query: query,
  my_chat_member: change,
}: Update) {
  return (message ?? edited ?? query?.message ?? change)?.chat.id;
}

/** What remains to be done in the chat's turn once an update is taken: showing what came of it. */
export type Rest = () => Promise<void>;

/** Takes an update in. Resolves when it can no longer be lost, with what remains to be shown. */
export async function takeUpdate(desk: Desk, update: Update): Promise<Rest> {
  const delivery = idOf(update.update_id);
  const { message, edited_message: edited, callback_query: query, my_chat_member: change } = update;
  const chatId = chatOf(update);
  if (chatId !== undefined && change === undefined) await noteReturn(desk, chatId);
  if (query !== undefined) return takePress(desk, query, delivery);
  if (change !== undefined) return restOf(desk, await onMembership(desk, change, delivery));
  if (edited !== undefined) return restOf(desk, await onEdit(desk, edited));
  if (message === undefined) return noRest;
  const { migrate_to_chat_id: toId, migrate_from_chat_id: fromId, chat } = message;
  if (toId !== undefined) await moveGroup(desk, chat.id, toId);
  else if (fromId !== undefined) await moveGroup(desk, fromId, chat.id);
  else return restOf(desk, await onMessage(desk, message, delivery));
  return noRest;
}

const noRest: Rest = () => Promise.resolve();

async function takePress(
  desk: Desk,
  query: NonNullable<Update['callback_query']>,
  delivery: string,
): Promise<Rest> {
  try {
    const { task, toast } = await onPress(desk, query, delivery);
    if (toast !== undefined) answerPress(desk, query.id, toast);
    return await restOf(desk, task);
  } catch (fault) {
    // A button is answered whatever happens; what happened is logged where updates are taken.
    answerPress(desk, query.id, {});
    throw fault;
  }
}

async function restOf(desk: Desk, task: Task): Promise<Rest> {
  switch (task.kind) {
    case 'nothing':
      return noRest;
    case 'occasion':
      return attend(desk, task.occasion);
    case 'say':
      return async () => {
        const outcome = await desk.sender.send(task.to, task.content);
        if (outcome.kind === 'failed') await noteFailure(desk, task.to, outcome.failure);
      };
    case 'show':
      return async () => {
        for (const reply of task.replies) await desk.stage.show(reply, task.spot);
      };
    case 'ask':
      return () => ask(desk, task);
  }
}

async function ask(
  { sender, memory }: Desk,
  { to, content, meaning }: Extract<Task, { kind: 'ask' }>,
): Promise<void> {
  const outcome = await sender.send(to, content);
  if (outcome.kind === 'failed') return;
  await memory.keepMeaning([outcome.sent], meaning);
  if (isPrivateChat(to.chatId)) await memory.expect(to.chatId, meaning);
}
