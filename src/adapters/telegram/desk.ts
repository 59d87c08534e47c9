import type { Command } from '../../app/commands/command.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { Handle } from '../../app/ports/platform-adapter.ts';
import type { Store } from '../../app/ports/store.ts';
import type { Api } from './api/api.ts';
import type { Memory } from './memory.ts';
import type { Sender } from './outgoing/sender.ts';
import type { Stage } from './stage/stage.ts';

/** Everything an update is handled with. */
export interface Desk {
  readonly api: Api;
  readonly sender: Sender;
  readonly stage: Stage;
  readonly memory: Memory;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly handle: Handle;
  /** The one list, for what an invocation needs before it runs. */
  readonly commands: readonly Command[];
  readonly bot: Bot;
  /** Link that opens the private chat and hands over a name. */
  readonly linkTo: (name: string) => string;
  /** Chats that have spoken to us in this run, and so have not removed us. */
  readonly present: Set<number>;
  /** Lets work go on by itself; stopping waits for it. */
  readonly follow: (work: Promise<void>) => void;
}

/** The coach's own account. */
export interface Bot {
  readonly id: number;
  readonly username: string;
  readonly name: string;
}
