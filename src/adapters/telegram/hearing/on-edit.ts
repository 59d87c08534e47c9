import { idOf } from '../address.ts';
import { answerName } from '../answering/attend.ts';
import type { Desk } from '../desk.ts';
import { chatLanguage } from '../language.ts';
import { authorOf, personOf } from '../people.ts';
import { words } from '../words.ts';
import { addressOfMessage } from './on-message.ts';
import { nothing, sayTask, type Task } from './task.ts';
import type { Message } from './update.ts';

/** A message was edited. The first version of an answer counts; that is said once for each. */
export async function onEdit(desk: Desk, message: Message): Promise<Task> {
  const name = answerName(message.chat.id, message.message_id);
  if ((await desk.memory.recall(name)) !== 'graded') return nothing;
  await desk.memory.note(name, 'told');
  const author = authorOf(message);
  const person = author.kind === 'person' ? personOf(author.user, false) : undefined;
  const language = await chatLanguage(desk, message.chat.id, person, idOf(message.chat.id));
  return sayTask(addressOfMessage(message), words[language].editedTooLate, message.message_id);
}
