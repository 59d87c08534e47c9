import type { Response } from '../../../app/reply.ts';
import type { Desk } from '../desk.ts';
import type { Occasion, Toast } from './occasion.ts';
import { perform } from './perform.ts';
import { planResponse } from './plan.ts';

/**
 * Brings an occasion to the coach. Resolves when the coach has committed what comes of it; what it gives back then shows
 * it, in the chat's turn. A pressed button is answered at once, because Telegram's patience with it is short.
 */
export async function attend(desk: Desk, occasion: Occasion): Promise<() => Promise<void>> {
  const response = await desk.handle(occasion.incoming);
  const { steps, toast } = await planResponse(desk, occasion, response);
  if (occasion.by.kind === 'press') answerPress(desk, occasion.by.queryId, toast);
  await noteAnswer(desk, occasion, response);
  return async () => {
    await perform(desk, occasion, steps, response.updates);
    if (occasion.isOpening === true) await expectWords(desk, occasion, response);
  };
}

/** Answers a pressed button, with a word or without; unanswered it would show a clock. */
export function answerPress(desk: Desk, queryId: string, { text, isAlert, url }: Toast): void {
  const answered = desk.api.call('answerCallbackQuery', {
    callback_query_id: queryId,
    ...(text !== undefined && { text }),
    ...(isAlert === true && { show_alert: true }),
    ...(url !== undefined && { url }),
  });
  // One that comes too late changes nothing any more.
  desk.follow(answered.then(() => undefined));
}

/** Notes that a message was graded, so that an edit of it can be told that it came too late. */
async function noteAnswer({ memory }: Desk, { by, at }: Occasion, { replies }: Response): Promise<void> {
  const isGraded = replies.some(({ blocks }) => blocks.some(({ kind }) => kind === 'verdict'));
  if (isGraded && by.kind === 'message') await memory.note(answerName(at.chatId, by.messageId), 'graded');
}

/** The name under which it is noted that a message was graded as an answer. */
export function answerName(chatId: number, messageId: number): string {
  return `answer/${chatId}/${messageId}`;
}

/** The next plain message of someone who came to write is what the form they came for asks. */
async function expectWords(
  { memory }: Desk,
  { incoming, at }: Occasion,
  { replies }: Response,
): Promise<void> {
  const form = replies.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'form');
  if (form === undefined) return;
  await memory.expect(at.chatId, { here: incoming.conversation.id, invocation: form.form.invocation });
}
