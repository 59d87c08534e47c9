import { useId, useRef, useState } from 'preact/hooks';
import type { Form } from '../../../../app/reply.ts';
import { readDraft, useDraft } from '../drafts.ts';
import { NotSent } from '../not-sent.tsx';
import type { SendOutcome } from '../send.ts';
import type { Scope } from './scope.ts';

/** A long text to write. It stands open under the question at hand, and opens elsewhere on request; a draft is kept. */
export function FormBlock({ form, scope }: { form: Form; scope: Scope }) {
  const summary = useRef<HTMLElement>(null);
  const [isWanted, setWanted] = useState<boolean>();
  const isOpen = isWanted ?? (scope.isAtHand || readDraft(scope.key) !== '');
  const close = () => {
    setWanted(false);
    // The box the focus was in is gone once this is drawn.
    requestAnimationFrame(() => summary.current?.focus({ preventScroll: true }));
  };
  return (
    <details class="form" open={isOpen} onToggle={({ currentTarget }) => setWanted(currentTarget.open)}>
      <summary ref={summary} class="button">
        {form.label}
      </summary>
      {isOpen && <Box form={form} scope={scope} close={close} />}
    </details>
  );
}

function Box({ form, scope, close }: { form: Form; scope: Scope; close: () => void }) {
  const id = useId();
  const { words } = scope;
  const [text, change] = useDraft(scope.key);
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<SendOutcome>();

  const submit = async () => {
    if (isSending || text.trim() === '') return;
    setSending(true);
    const invocation = { ...form.invocation, text };
    const sent = await scope.say({ kind: 'invocation', invocation, label: text });
    setSending(false);
    setOutcome(sent);
    if (sent.kind === 'not-sent') return;
    change(() => '');
    close();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label for={id}>{form.label}</label>
      <textarea
        id={id}
        rows={6}
        value={text}
        maxLength={form.maxLength}
        placeholder={form.placeholder}
        readOnly={isSending}
        aria-describedby={`${id}-keys`}
        onInput={({ currentTarget: { value } }) => change(() => value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
        }}
      />
      <div class="form-foot">
        <p class="note" id={`${id}-keys`}>
          {words.submitKeys} · {words.countOf(text.length, form.maxLength)}
        </p>
        <button type="submit" class="button primary" aria-disabled={isSending || text.trim() === ''}>
          {isSending ? words.sending : words.submit}
        </button>
      </div>
      <NotSent outcome={outcome} words={words} />
    </form>
  );
}
