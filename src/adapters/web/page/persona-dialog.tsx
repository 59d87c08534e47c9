import { useEffect, useRef, useState } from 'preact/hooks';
import type { Persona } from '../wire.ts';
import { Badge } from './entry.tsx';
import { readyMade } from './people.ts';
import type { Texts } from './texts.ts';

interface PersonaDialogProps {
  readonly words: Texts;
  readonly persona: Persona;
  readonly onChoose: (persona: Persona) => void;
  readonly onClose: () => void;
}

/** Who one is, and the way to become someone else. */
export function PersonaButton({
  words,
  persona,
  personId,
  onChoose,
}: {
  words: Texts;
  persona: Persona;
  personId: string | undefined;
  onChoose: (persona: Persona) => void;
}) {
  const [isChoosing, setChoosing] = useState(false);
  return (
    <>
      <button
        type="button"
        class="persona"
        title={words.changePersona}
        aria-haspopup="dialog"
        onClick={() => setChoosing(true)}
      >
        {personId !== undefined && <Badge personId={personId} name={persona.name} />}
        <span class="sr-only">{words.youAre} </span>
        <span class="persona-name">{persona.name}</span>
      </button>
      {isChoosing && (
        <PersonaDialog
          words={words}
          persona={persona}
          onChoose={onChoose}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}

/** Where one becomes someone else. */
function PersonaDialog({ words, persona, onChoose, onClose }: PersonaDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState(persona.name);
  const [isModerator, setModerator] = useState(persona.isModerator);
  const isName = /[^\p{C}\p{Z}/-]/u.test(name.normalize('NFKC')) && [...name.trim()].length <= 40;
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog ref={dialog} class="persona-dialog" aria-labelledby="persona-title" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          if (isName) onChoose({ name: name.trim(), isModerator });
          else event.preventDefault();
        }}
      >
        <h2 id="persona-title">{words.changePersona}</h2>
        <p class="note">{words.personaAbout}</p>
        <div class="ready-made">
          {readyMade.map((ready) => (
            <button
              key={ready}
              type="button"
              class="button plain"
              aria-pressed={ready === name}
              onClick={() => setName(ready)}
            >
              {ready}
            </button>
          ))}
        </div>
        <label for="persona-name">{words.name}</label>
        <input
          id="persona-name"
          value={name}
          maxLength={60}
          autocomplete="off"
          aria-invalid={!isName}
          aria-describedby="persona-bad"
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <p id="persona-bad" class="not-sent" role="alert">
          {isName ? '' : words.nameBad}
        </p>
        <label class="check">
          <input
            type="checkbox"
            checked={isModerator}
            aria-describedby="moderator-about"
            onChange={({ currentTarget }) => setModerator(currentTarget.checked)}
          />
          {words.moderator}
        </label>
        <p id="moderator-about" class="note">
          {words.moderatorAbout}
        </p>
        <div class="dialog-foot">
          <button type="submit" class="button primary" aria-disabled={!isName}>
            {words.useIt}
          </button>
          <button type="button" class="button plain" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          {isName && name.trim() !== persona.name && (
            <a
              class="button quiet"
              href={`/?as=${encodeURIComponent(name.trim())}`}
              target="_blank"
              rel="noopener"
            >
              {words.secondWindow} {name.trim()} ↗
            </a>
          )}
        </div>
      </form>
    </dialog>
  );
}
