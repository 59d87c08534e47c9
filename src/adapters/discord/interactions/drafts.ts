import { formatInvocation } from '../../../app/parse-command.ts';
import type { Clock } from '../../../app/ports/clock.ts';
import type { Store } from '../../../app/ports/store.ts';
import type { Form } from '../../../app/reply.ts';

/**
 * What people last wrote into a form, for a day: it stands there again when the form is opened again, because sending it
 * failed, the process died, or an answer is to be made better.
 */
export interface Drafts {
  keep(personId: string, form: Form, text: string): Promise<void>;
  find(personId: string, form: Form): Promise<string | undefined>;
}

export function createDrafts({ store, clock }: { readonly store: Store; readonly clock: Clock }): Drafts {
  const keyOf = (personId: string, { invocation }: Form) => `${personId} ${formatInvocation(invocation)}`;
  return {
    keep: (personId, form, text) =>
      store.transaction((tx) =>
        tx.links.save({ kind: 'draft', key: keyOf(personId, form), value: text }, clock.nowMs()),
      ),
    find: (personId, form) => store.transaction((tx) => tx.links.find('draft', keyOf(personId, form))),
  };
}
