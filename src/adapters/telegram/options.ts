import type { Command } from '../../app/commands/command.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { Store } from '../../app/ports/store.ts';
import type { Sleep } from './outgoing/pump.ts';
import type { WebhookSettings } from './transport/webhook.ts';

/** What Telegram needs of the world. */
export interface TelegramAdapterOptions {
  readonly token: string;
  /** Present: Telegram delivers to us; absent: we ask it. */
  readonly webhook: WebhookSettings | undefined;
  /** A Bot API server other than Telegram's own. */
  readonly apiRoot: string | undefined;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly commands: readonly Command[];
  /** How to wait; absent: as long as it takes. */
  readonly sleep?: Sleep;
}
