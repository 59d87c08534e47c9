import type { Log } from '../../../app/ports/log.ts';
import type { Reply, Response } from '../../../app/reply.ts';
import type { Outlet, Shown } from './outlet.ts';
import type { RoundMessages } from './round-messages.ts';

/** What delivering needs besides the outlet. */
interface Options {
  readonly outlet: Outlet;
  readonly rounds: RoundMessages;
  readonly log: Log;
  /** The delivery's id, for the log. */
  readonly delivery: string;
}

/** Shows everything the coach has to say to one action, to the last of its later states. */
export async function deliver({ replies, updates }: Response, options: Options): Promise<void> {
  const { outlet, rounds } = options;
  const fresh = replies.filter((reply) => reply.replacesRound !== true);
  const shown = await outlet.show(fresh);
  for (const [index, reply] of fresh.entries()) await rounds.remember(reply, shown[index]);
  for (const reply of replies) if (reply.replacesRound === true) await rounds.showAnew(reply);
  const last = shown.at(-1);
  if (updates !== undefined && last !== undefined) await follow(updates, last, options);
}

async function follow(
  updates: AsyncIterable<Reply>,
  last: Shown,
  { outlet, log, delivery }: Options,
): Promise<void> {
  for await (const reply of updates) {
    try {
      await outlet.replace(last, reply);
    } catch (error) {
      log.error('discord-update-not-shown', error, { delivery });
    }
  }
}
