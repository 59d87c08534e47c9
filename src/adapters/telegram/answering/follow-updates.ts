import type { Reply } from '../../../app/reply.ts';
import type { Desk } from '../desk.ts';
import type { Shown } from '../memory.ts';
import type { Spot } from '../stage/stage.ts';
import { newest } from './newest.ts';

/** Telegram shows "sending a photo" for five seconds. */
const signEveryMs = 4500;

/** Shows the later states of a reply in its place, and until they come the sign that a picture is on its way. */
export async function followUpdates(
  desk: Desk,
  shown: Shown,
  spot: Spot,
  updates: AsyncIterable<Reply>,
): Promise<void> {
  const { chatId, threadId } = spot.to;
  const showSign = () => {
    const topic = threadId === undefined ? {} : { message_thread_id: threadId };
    // A sign that does not arrive is no loss, and nobody waits for it.
    void desk.api.call('sendChatAction', { chat_id: chatId, action: 'upload_photo', ...topic });
  };
  showSign();
  const signs = setInterval(showSign, signEveryMs);
  let current = shown;
  try {
    for await (const reply of newest(updates)) {
      current = (await desk.stage.replace(current, reply, spot)).shown;
    }
  } catch (fault) {
    desk.log.error('telegram-updates-failed', fault, { chat: chatId });
  } finally {
    clearInterval(signs);
  }
}
