import { TelegramError } from 'telegraf';

/** Why Telegram did not do what was asked. */
export type Failure =
  /** Too much at once; the same may be asked again after exactly this long. */
  | { readonly kind: 'too-many'; readonly retryAfterMs: number }
  /** The group has become a supergroup, with another id. */
  | { readonly kind: 'moved'; readonly toChatId: number }
  | {
      readonly kind: /** Blocked, removed, or the chat does not exist: nothing can be said there. */
        | 'gone'
        /** A person who has never spoken to us in private. */
        | 'never-met'
        | 'no-topic'
        | 'topic-closed'
        | 'no-rights'
        /** It is already as asked. */
        | 'not-modified'
        /** The message is gone, or can no longer be changed. */
        | 'cannot-edit'
        | 'bad-markup'
        /** Another process polls with the same token, or a webhook is set. */
        | 'conflict'
        | 'wrong-token'
        /** The button was pressed too long ago to answer. */
        | 'query-too-old';
    }
  /** It certainly did not arrive; `unsure`: it may have arrived, and only the answer was lost. */
  | { readonly kind: 'unreachable' | 'unsure'; readonly cause: unknown }
  /** A refusal we know no remedy for; a bug of ours. */
  | { readonly kind: 'refused'; readonly cause: unknown };

/** Descriptions as Telegram words them, tried in order. */
const byDescription: readonly (readonly [RegExp, Exclude<Failure['kind'], 'too-many' | 'moved'>])[] = [
  [/message is not modified/i, 'not-modified'],
  [/can't parse entities|ENTITY_\w*INVALID|unsupported start tag/i, 'bad-markup'],
  [/message thread not found|TOPIC_(ID_INVALID|DELETED)/i, 'no-topic'],
  [/TOPIC_CLOSED/i, 'topic-closed'],
  [
    /message (to edit|to delete|identifier).*(not found|invalid)|message can't be (edited|deleted)|MESSAGE_ID_INVALID/i,
    'cannot-edit',
  ],
  [/not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|need administrator rights/i, 'no-rights'],
  [/query is too old|query ID is invalid/i, 'query-too-old'],
  [/can't initiate conversation/i, 'never-met'],
  [
    /chat not found|PEER_ID_INVALID|bot was (blocked|kicked)|not a member|deactivated|chat was deleted/i,
    'gone',
  ],
];

/** Reads what a call threw. */
export function readFailure(thrown: unknown): Failure {
  if (!(thrown instanceof TelegramError)) return readNetworkFailure(thrown);
  const { code, description, parameters } = thrown;
  if (code === 429) return { kind: 'too-many', retryAfterMs: (parameters?.retry_after ?? 1) * 1000 };
  if (parameters?.migrate_to_chat_id !== undefined) {
    return { kind: 'moved', toChatId: parameters.migrate_to_chat_id };
  }
  if (code === 409) return { kind: 'conflict' };
  // An unknown token is "Not Found" when it does not even look like one.
  if (code === 401 || (code === 404 && description === 'Not Found')) return { kind: 'wrong-token' };
  // What Telegram stumbles over it has not sent.
  if (code >= 500) return { kind: 'unreachable', cause: thrown };
  const [, kind] = byDescription.find(([pattern]) => pattern.test(description)) ?? [];
  if (kind === undefined) return code === 403 ? { kind: 'gone' } : { kind: 'refused', cause: thrown };
  return { kind, cause: thrown };
}

/** What the network said before anything was sent. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

function readNetworkFailure(thrown: unknown): Failure {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return { kind: neverLeft.has(code) ? 'unreachable' : 'unsure', cause: thrown };
}
