import { useState } from 'preact/hooks';
import type { Choice } from '../../../../app/reply.ts';
import { NotSent } from '../not-sent.tsx';
import type { SendOutcome } from '../send.ts';
import type { OfKind } from './of-kind.ts';
import type { Scope } from './scope.ts';

/** A menu of whole sentences is opened on request; this is how wide a label is that is still a name. */
const widestName = 36;

/** Things to press; those meant for someone else are not shown. */
export function ChoicesBlock({ block: { label, as, choices }, scope }: OfKind<'choices'>) {
  const own = choices.filter(({ personId }) => personId === undefined || personId === scope.personId);
  if (own.length === 0) return null;
  if (as === 'buttons' || own.every((choice) => widthOf(choice.label) <= widestName)) {
    return (
      <fieldset class={`choices ${as}`}>
        <legend class={label === undefined ? 'sr-only' : undefined}>{label ?? scope.words.commands}</legend>
        <Buttons choices={own} scope={scope} />
      </fieldset>
    );
  }
  return (
    <details class="long-menu">
      <summary class="button">{label ?? scope.words.commands}</summary>
      <div class="choices">
        <Buttons choices={own} scope={scope} />
      </div>
    </details>
  );
}

function Buttons({ choices, scope }: { choices: readonly Choice[]; scope: Scope }) {
  const [outcome, setOutcome] = useState<SendOutcome>();
  const [isSending, setSending] = useState(false);
  const press = async (choice: Choice) => {
    // Not `disabled`: that would take the keyboard's focus away.
    if (isSending) return;
    setSending(true);
    setOutcome(await scope.say({ kind: 'invocation', invocation: choice.invocation, label: choice.label }));
    setSending(false);
  };
  return (
    <>
      {choices.map((choice, index) => (
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
    </>
  );
}

/** Chinese characters are twice as wide as letters. */
function widthOf(label: string): number {
  return label.length + (label.match(/\p{Script=Han}/gu)?.length ?? 0);
}
