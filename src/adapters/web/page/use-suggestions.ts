import { useState } from 'preact/hooks';
import type { Suggestion } from './completion.ts';

/** The suggestions and which of them is chosen; -1 while none is, so that Enter still sends. */
export interface Suggestions {
  readonly list: readonly Suggestion[];
  readonly active: number;
  take(index: number): void;
  activeId(listId: string): string | undefined;
  /** Whether the key was for the list. */
  onKey(event: KeyboardEvent): boolean;
}

/** Keeps the choice among what was found; `take` gets the line of the one taken. */
export function useSuggestions(found: readonly Suggestion[], take: (line: string) => void): Suggestions {
  const signature = found.map(({ line }) => line).join('\n');
  const [chosen, setChosen] = useState({ of: '', index: -1 });
  const [dismissed, setDismissed] = useState('');
  const list = signature === dismissed ? [] : found;
  // A choice among other suggestions is none among these.
  const active = chosen.of === signature ? chosen.index : -1;
  const setActive = (index: number) => setChosen({ of: signature, index });

  const takeAt = (index: number) => {
    const taken = list[index];
    if (taken !== undefined) take(taken.line);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => setActive((active + 1) % list.length),
    ArrowUp: () => setActive((active <= 0 ? list.length : active) - 1),
    Tab: () => takeAt(Math.max(active, 0)),
    Escape: () => setDismissed(signature),
    ...(active >= 0 && { Enter: () => takeAt(active) }),
  };
  return {
    list,
    active,
    take: takeAt,
    activeId: (listId) => (active >= 0 && active < list.length ? `${listId}-${active}` : undefined),
    onKey(event) {
      const act = keys[event.key];
      if (list.length === 0 || act === undefined || event.shiftKey) return false;
      event.preventDefault();
      act();
      return true;
    },
  };
}
