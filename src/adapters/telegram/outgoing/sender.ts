import type { Address } from '../address.ts';
import type { Api } from '../api/api.ts';
import type { Content, Sent } from './content.ts';
import { createDispatch, type DispatchOptions } from './dispatch.ts';
import { editJob, type SendOutcome, sendJob } from './job.ts';

/** The one way out for messages. */
export interface Sender {
  send(to: Address, content: Content): Promise<SendOutcome>;
  edit(message: Sent, content: Content): Promise<SendOutcome>;
  /** Changes a message when nothing else waits in its chat; of several such changes the last one. */
  editInPassing(message: Sent, content: Content): Promise<SendOutcome>;
  /** Resolves when nothing waits any more. */
  settled(): Promise<void>;
  /** Lets go of what still waits; resolves when nothing is under way. */
  stop(): Promise<void>;
}

export function createSender(api: Api, options: DispatchOptions): Sender {
  const dispatch = createDispatch(options);
  return {
    send: (to, content) => dispatch.enqueue(sendJob(api, to, content)),
    edit: (message, content) => dispatch.enqueue(editJob(api, message, content, { isPatient: false })),
    editInPassing: (message, content) =>
      dispatch.enqueue(editJob(api, message, content, { isPatient: true })),
    settled: () => dispatch.settled(),
    stop: () => dispatch.stop(),
  };
}
