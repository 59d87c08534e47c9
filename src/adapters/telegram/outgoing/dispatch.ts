import type { Clock } from '../../../app/ports/clock.ts';
import type { Log } from '../../../app/ports/log.ts';
import type { Failure } from '../api/failure.ts';
import { type Job, type SendOutcome, settle } from './job.ts';
import { createPacing } from './pacing.ts';
import { createPump, type Sleep } from './pump.ts';
import { remedyFor } from './remedy.ts';

/** What jobs are dispatched with. */
export interface DispatchOptions {
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly log: Log;
  /** Told, and waited for, when a group turns out to have another id. */
  readonly onMoved: (fromChatId: number, toChatId: number) => Promise<void>;
}

/** Jobs on their way: paced, in order in every chat, tried again where that helps. */
export interface Dispatch {
  /** Resolves with what became of the job. Of several edits of a message that still wait, only the last one leaves. */
  enqueue(job: Job): Promise<SendOutcome>;
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export function createDispatch({ clock, sleep, log, onMoved }: DispatchOptions): Dispatch {
  const pacing = createPacing<Job>();
  const waiting = new Set<Job>();
  const onFault = (fault: unknown) => log.error('telegram-send-failed', fault);
  const pump = createPump({ pacing, clock, sleep, perform, onFault });

  function add(job: Job): void {
    waiting.add(job);
    pacing.add(job);
    pump.start();
  }

  async function perform(job: Job): Promise<void> {
    waiting.delete(job);
    const outcome = await job.attempt(job.chatId, job.fallbacks);
    if (outcome.kind === 'failed') return afterFailure(job, outcome.failure);
    pacing.done(job, clock.nowMs());
    const { isWithoutTopic } = job.fallbacks;
    settle(job, { kind: 'sent', sent: outcome.result, isWithoutTopic });
  }

  async function afterFailure(job: Job, failure: Failure): Promise<void> {
    const remedy = pump.isStopped ? undefined : remedyFor(failure, job);
    if (remedy?.kind === 'again') {
      Object.assign(job, remedy.attempted);
      waiting.add(job);
      return pacing.retry(job, clock.nowMs(), remedy.afterMs);
    }
    pacing.done(job, clock.nowMs());
    if (remedy?.kind === 'follow') {
      await onMoved(job.chatId, remedy.toChatId);
      // What was said before stays behind in the old group, where it cannot be changed.
      if (job.editKey === undefined) return add(Object.assign(job, { chatId: remedy.toChatId }));
    }
    if (failure.kind === 'refused') log.error('telegram-refused', failure.cause, { chat: job.chatId });
    settle(job, { kind: 'failed', failure });
  }

  return {
    enqueue: (job) =>
      new Promise((resolve) => {
        const earlier = job.editKey && [...waiting].find(({ editKey }) => editKey === job.editKey);
        if (earlier) earlier.attempt = job.attempt;
        else add(job);
        (earlier || job).settle.push(resolve);
      }),
    settled: () => pump.settled(),
    async stop() {
      await pump.stop();
      const failure = { kind: 'unreachable', cause: new Error('the coach is stopping') } as const;
      for (const job of waiting) settle(job, { kind: 'failed', failure });
      waiting.clear();
    },
  };
}
