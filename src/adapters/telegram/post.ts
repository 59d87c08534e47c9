import type { Post, PostOutcome } from '../../app/ports/platform-adapter.ts';
import type { Reply } from '../../app/reply.ts';
import type { Language } from '../../core/question/language.ts';
import { type Address, addressOf, idOf, isPrivateChat } from './address.ts';
import { noteFailure } from './answering/note-failure.ts';
import type { Failure } from './api/failure.ts';
import type { Desk } from './desk.ts';
import { whereNow } from './hearing/belonging.ts';
import { sayTask } from './hearing/task.ts';
import type { ShowOutcome } from './stage/stage.ts';
import { words } from './words.ts';

/** Moves the daily question to the topic it is typed in. */
const moveExample = '/daily set place:here';
/** After a failure that may be over soon. */
const tryAgainMs = 60_000;

/** Says something of the coach's own accord; each reply of a post is shown once, however often the post is tried. */
export async function post(desk: Desk, { conversationId, replies, key }: Post): Promise<PostOutcome> {
  const here = await whereNow(desk.memory, conversationId);
  const to = addressOf(here);
  if (to === undefined) return { kind: 'refused', reason: 'no such place on Telegram' };
  let isWithoutTopic = false;
  // A post has no one who acted, so a reply for that person alone would be for nobody in a group.
  const forAll = replies.filter(({ audience }) => audience === 'conversation' || isPrivateChat(to.chatId));
  for (const [index, reply] of forAll.entries()) {
    const outcome = await showOnce(desk, `${key}/${index}`, reply, to, here);
    if (outcome.failure !== undefined) {
      await noteFailure(desk, to, outcome.failure);
      return toPostOutcome(outcome.failure, reply.language);
    }
    isWithoutTopic ||= outcome.isWithoutTopic;
  }
  if (!isWithoutTopic) return { kind: 'posted' };
  await sayTopicGone(desk, to, replies[0]?.language ?? 'en');
  return { kind: 'posted', at: idOf(to.chatId) };
}

async function showOnce(
  { stage, memory }: Desk,
  name: string,
  reply: Reply,
  to: Address,
  here: string,
): Promise<Pick<ShowOutcome, 'failure' | 'isWithoutTopic'>> {
  if ((await memory.findShown(`post/${name}`)) !== undefined) return { isWithoutTopic: false };
  const setting = isPrivateChat(to.chatId) ? 'private' : 'group';
  const outcome = await stage.show(reply, { to, here, setting });
  if (outcome.failure === undefined) await memory.keepShown(`post/${name}`, outcome.shown);
  return outcome;
}

async function sayTopicGone({ sender }: Desk, { chatId }: Address, language: Language): Promise<void> {
  const task = sayTask({ chatId }, words[language].topicGone(moveExample));
  if (task.kind === 'say') await sender.send(task.to, task.content);
}

function toPostOutcome(failure: Failure, language: Language): PostOutcome {
  const own = words[language];
  switch (failure.kind) {
    case 'gone':
    case 'never-met':
      return { kind: 'gone' };
    case 'topic-closed':
      return { kind: 'refused', reason: own.topicClosed };
    case 'no-rights':
      return { kind: 'refused', reason: own.noRightToWrite };
    case 'too-many':
      return { kind: 'later', retryAfterMs: failure.retryAfterMs };
    // Whether it arrived is unknown, and a question posted twice is worse than one that may be missing.
    case 'unsure':
      return { kind: 'posted' };
    case 'unreachable':
    case 'conflict':
    case 'wrong-token':
    case 'refused':
    case 'moved':
    case 'bad-markup':
    case 'no-topic':
    case 'not-modified':
    case 'cannot-edit':
    case 'query-too-old':
      return { kind: 'later', retryAfterMs: tryAgainMs };
  }
}
