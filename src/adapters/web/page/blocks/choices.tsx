import { useState } from 'preact/hooks';
import type { Choice } from '../../../../app/reply.ts';
import { NotSent } from '../not-sent.tsx';
import type { SendOutcome } from '../send.ts';
import type { OfKind } from './of-kind.ts';

/** Things to press; those meant for someone else are not shown. */
export function ChoicesBlock({ block: { label, as, choices }, scope }: OfKind<'choices'>) {
  const [outcome, setOutcome] = useState<SendOutcome>();
  const [isSending, setSending] = useState(false);
  const own = choices.filter(({ personId }) => personId === undefined || personId === scope.personId);
  if (own.length === 0) return null;

  const press = async (choice: Choice) => {
    // Not `disabled`: that would take the keyboard's focus away.
    if (isSending) return;
    setSending(true);
    setOutcome(await scope.say({ kind: 'invocation', invocation: choice.invocation, label: choice.label }));
    setSending(false);
  };

  return (
    <fieldset class={`choices ${as}`}>
      <legend class={label === undefined ? 'sr-only' : undefined}>{label ?? scope.words.commands}</legend>
      {own.map((choice, index) => (
        <button
          key={index}
          type="button"
          class={`button ${choice.style}`}
          aria-disabled={isSending}
          onClick={() => void press(choice)}
        >
          {choice.label}
        </button>
      ))}
      <NotSent outcome={outcome} words={scope.words} />
    </fieldset>
  );
}
