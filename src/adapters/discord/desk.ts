import type { Services } from '../../app/commands/command.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { Handle } from '../../app/ports/platform-adapter.ts';
import type { Store } from '../../app/ports/store.ts';
import type { Drafts } from './interactions/drafts.ts';
import type { ClientLanguages } from './languages.ts';
import type { Servers } from './servers.ts';
import type { RoundMessages } from './show/round-messages.ts';
import type { Writer } from './show/writer.ts';
import type { Api } from './wire/api.ts';

/** What everything that happens on Discord is worked on with. */
export interface Desk {
  readonly api: Api;
  readonly writer: Writer;
  readonly rounds: RoundMessages;
  readonly drafts: Drafts;
  readonly servers: Servers;
  readonly languages: ClientLanguages;
  readonly handle: Handle;
  readonly services: Pick<Services, 'commands' | 'bank' | 'laboratory'>;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}
