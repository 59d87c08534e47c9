import type { SendOutcome } from './send.ts';
import type { Texts } from './texts.ts';

/** Says why a message was not sent, at once and aloud; nothing when it was. */
export function NotSent({ outcome, words }: { outcome: SendOutcome | undefined; words: Texts }) {
  return (
    <p class="not-sent" role="alert">
      {outcome?.kind === 'not-sent' ? words.notSent[outcome.reason] : ''}
    </p>
  );
}
