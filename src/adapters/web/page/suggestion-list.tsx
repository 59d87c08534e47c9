import { useEffect, useRef } from 'preact/hooks';
import type { Texts } from './texts.ts';
import type { Suggestions } from './use-suggestions.ts';

/** The completions above the message box; the box keeps the focus. */
export function SuggestionList({
  id,
  words,
  suggestions,
}: {
  id: string;
  words: Texts;
  suggestions: Suggestions;
}) {
  const { list, active, take } = suggestions;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active]);
  return (
    <>
      <p class="sr-only" role="status">
        {list.length > 0 ? words.suggestionCount(list.length) : ''}
      </p>
      <div
        ref={box}
        id={id}
        class="suggestions"
        role="listbox"
        aria-label={words.suggestions}
        hidden={list.length === 0}
      >
        {list.map(({ label, summary, line }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the text box keeps the focus and names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text box has the keys
          <div
            key={line}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            // The press must not take the focus from the text box before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(index)}
          >
            <code>{label}</code>
            <span>{summary}</span>
          </div>
        ))}
      </div>
    </>
  );
}
