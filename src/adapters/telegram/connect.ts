import { Agent } from 'node:https';
import { Telegraf } from 'telegraf';
import { CoachError } from '../../app/coach-error.ts';
import type { Api } from './api/api.ts';
import type { Bot } from './desk.ts';

/** Node tries a host's addresses a quarter of a second each, which on slow lines is too little for Telegram's. */
const perAddressMs = 2000;

/** telegraf's client for a token. It calls nothing by itself. */
export function createBot(token: string, apiRoot: string | undefined): Telegraf {
  const agent = new Agent({ keepAlive: true, autoSelectFamilyAttemptTimeout: perAddressMs });
  return new Telegraf(token, {
    // Our own handler returns as soon as an update is safe, and bounds that itself.
    handlerTimeout: Number.POSITIVE_INFINITY,
    // Answering a webhook with a call would lose what the call returns.
    telegram: { agent, webhookReply: false, ...(apiRoot !== undefined && { apiRoot }) },
  });
}

/** Asks Telegram who we are; undefined while it cannot be reached. Throws a {@link CoachError} when the token is wrong. */
export async function meetTelegram(api: Api): Promise<Bot | undefined> {
  const outcome = await api.call('getMe', {});
  if (outcome.kind === 'done') {
    const { id, username, first_name: name } = outcome.result;
    return { id, username, name };
  }
  const { kind } = outcome.failure;
  if (kind === 'unreachable' || kind === 'unsure' || kind === 'too-many') return undefined;
  throw new CoachError(
    'telegram-token-refused',
    'Telegram does not know the token in TELEGRAM_TOKEN. Copy it again from @BotFather, or leave it empty to go without Telegram.',
  );
}
