import { type Address, isPrivateChat } from '../address.ts';
import type { Api, ApiOutcome } from '../api/api.ts';
import type { Failure } from '../api/failure.ts';
import { editContent, type Fallbacks, sendContent } from './calls.ts';
import type { Content, Sent } from './content.ts';
import type { Paced } from './pacing.ts';
import type { Attempted } from './remedy.ts';

/** What became of a message. */
export type SendOutcome =
  | {
      readonly kind: 'sent';
      readonly sent: Sent;
      /** Its topic is gone, so it stands among the group's other messages. */
      readonly isWithoutTopic: boolean;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A message on its way, with what it has been through. */
export interface Job extends Paced, Attempted {
  attempt: (chatId: number, fallbacks: Fallbacks) => Promise<ApiOutcome<Sent>>;
  /** The message it changes, if it changes one. */
  readonly editKey?: string;
  /** Those who wait for the outcome. */
  readonly settle: ((outcome: SendOutcome) => void)[];
}

const untried = { fallbacks: { isPlain: false, isWithoutTopic: false }, outages: 0 };

/** A new message. */
export function sendJob(api: Api, to: Address, content: Content): Job {
  return {
    ...untried,
    chatId: to.chatId,
    isGroup: !isPrivateChat(to.chatId),
    // Whether an unanswered call has left a message is unknown, and a message said twice is worse than none.
    isRepeatable: false,
    attempt: (chatId, fallbacks) => sendContent(api, { ...to, chatId }, content, fallbacks),
    settle: [],
  };
}

/** A change to a message; a patient one leaves when nothing else waits in its chat. */
export function editJob(
  api: Api,
  message: Sent,
  content: Content,
  { isPatient }: { readonly isPatient: boolean },
): Job {
  return {
    ...untried,
    isPatient,
    chatId: message.chatId,
    isGroup: !isPrivateChat(message.chatId),
    isRepeatable: true,
    editKey: `${message.chatId}/${message.messageId}`,
    async attempt(_chatId, fallbacks) {
      const outcome = await editContent(api, message, content, fallbacks);
      const isAsWished = outcome.kind === 'failed' && outcome.failure.kind === 'not-modified';
      return isAsWished ? { kind: 'done', result: message } : outcome;
    },
    settle: [],
  };
}

/** Tells everyone who waits for a job what became of it. */
export function settle(job: Job, outcome: SendOutcome): void {
  for (const tell of job.settle) tell(outcome);
}
