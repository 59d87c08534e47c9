import { createApi } from './api/api.ts';
import { createBot } from './connect.ts';

/** What the configuration says about Telegram. */
export interface TelegramSettings {
  readonly token: string;
  readonly webhookUrl: string | undefined;
  readonly apiRoot: string | undefined;
}

/** What stands between the coach and Telegram. */
export type TelegramDiagnosis =
  | { readonly kind: 'ready'; readonly username: string; readonly hearsEverything: boolean }
  | { readonly kind: 'wrong-token' | 'unreachable' }
  /** Telegram would not take the address as a webhook. */
  | { readonly kind: 'webhook-not-https' | 'webhook-port' };

/** Ports on which Telegram delivers; a URL leaves out the usual one. */
const webhookPorts = ['', '443', '80', '88', '8443'];

/** Looks whether Telegram knows the token and would take the webhook, without changing anything. */
export async function diagnoseTelegram(settings: TelegramSettings): Promise<TelegramDiagnosis> {
  const { token, webhookUrl, apiRoot } = settings;
  // A Bot API server of one's own takes any address.
  if (webhookUrl !== undefined && apiRoot === undefined) {
    const { protocol, port } = new URL(webhookUrl);
    if (protocol !== 'https:') return { kind: 'webhook-not-https' };
    if (!webhookPorts.includes(port)) return { kind: 'webhook-port' };
  }
  const outcome = await createApi(createBot(token, apiRoot).telegram).call('getMe', {});
  if (outcome.kind === 'failed') {
    return { kind: outcome.failure.kind === 'wrong-token' ? 'wrong-token' : 'unreachable' };
  }
  const { username, can_read_all_group_messages: hearsEverything } = outcome.result;
  return { kind: 'ready', username, hearsEverything };
}
