import type { RefObject } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Language } from '../../../core/question/language.ts';
import type { CommandHint } from '../wire.ts';
import { complete } from './completion.ts';
import type { Draft } from './drafts.ts';
import { NotSent } from './not-sent.tsx';
import type { SendOutcome } from './send.ts';
import { SuggestionList } from './suggestion-list.tsx';
import type { Texts } from './texts.ts';
import type { Say } from './use-room.ts';
import { useSuggestions } from './use-suggestions.ts';

interface ComposerProps {
  readonly words: Texts;
  readonly language: Language;
  readonly commands: readonly CommandHint[];
  readonly draft: Draft;
  readonly say: Say;
  readonly box: RefObject<HTMLTextAreaElement | null>;
}

/** Where one writes to the coach. What could not be sent comes back into the box. */
export function Composer(props: ComposerProps) {
  const { words, commands, language, box } = props;
  const id = useId();
  const [text, change] = props.draft;
  const [outcome, setOutcome] = useState<SendOutcome>();
  const suggestions = useSuggestions(complete(text, commands, language), (line) => {
    change(() => line);
    box.current?.focus();
  });

  const submit = async () => {
    const written = text.trim();
    if (written === '') return;
    change(() => '');
    setOutcome(undefined);
    const sent = await props.say({ kind: 'text', text: written });
    setOutcome(sent);
    if (sent.kind === 'not-sent') change((now) => (now === '' ? written : `${written}\n${now}`));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a character and must not send.
    if (event.isComposing || suggestions.onKey(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void submit();
    }
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <SuggestionList id={`${id}-list`} words={words} suggestions={suggestions} />
      <div class="composer-row">
        <button
          type="button"
          class="button slash"
          aria-label={words.openCommands}
          title={words.openCommands}
          onClick={() => {
            change((now) => (now === '' ? '/' : now));
            box.current?.focus();
          }}
        >
          /
        </button>
        <GrowingBox
          id={id}
          box={box}
          words={words}
          text={text}
          setText={(next) => change(() => next)}
          activeId={suggestions.activeId(`${id}-list`)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="button primary send" aria-disabled={text.trim() === ''}>
          {words.send}
        </button>
      </div>
      <p class="note keys" id={`${id}-keys`}>
        {words.keys}
      </p>
      <NotSent outcome={outcome} words={words} />
    </form>
  );
}

interface BoxProps {
  readonly id: string;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly words: Texts;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly activeId: string | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A text box as tall as what is written in it. */
function GrowingBox({ id, box, words, text, setText, activeId, onKeyDown }: BoxProps) {
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [box, text]);
  return (
    <>
      <label class="sr-only" for={id}>
        {words.message}
      </label>
      <textarea
        ref={box}
        id={id}
        rows={1}
        value={text}
        placeholder={words.placeholder}
        autocomplete="off"
        enterkeyhint="send"
        aria-describedby={`${id}-keys`}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={activeId}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
