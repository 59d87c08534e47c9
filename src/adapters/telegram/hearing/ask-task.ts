import type { Form } from '../../../app/reply.ts';
import { type Address, isPrivateChat } from '../address.ts';
import { looking, plain, written } from '../text/rich-text.ts';
import type { Words } from '../words.ts';
import type { Task } from './task.ts';

/** Who is asked to write, and where. */
export interface Asked {
  readonly userId: number;
  readonly name: string;
  readonly at: Address;
  readonly replyToId?: number;
}

/** Longest placeholder of a reply box. */
const placeholderLimit = 64;

/** Calls a person to write what a form asks, with the reply box open; `here` is the conversation the form belongs to. */
export function askTask(form: Form, here: string, { userId, name, at, replyToId }: Asked, own: Words): Task {
  const call = isPrivateChat(at.chatId)
    ? plain(own.promptInPrivate(form.label))
    : plain(looking({ userId }, name), own.prompt(form.label));
  return {
    kind: 'ask',
    to: at,
    meaning: { here, invocation: form.invocation },
    content: {
      ...written([call]),
      asksFor: [...form.placeholder].slice(0, placeholderLimit).join(''),
      ...(replyToId !== undefined && { replyToId }),
    },
  };
}
