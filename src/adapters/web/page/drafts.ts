import { useCallback, useState } from 'preact/hooks';

/** Unsent words survive a reload, per window. */
export function readDraft(key: string): string {
  return sessionStorage.getItem(`gradcoach.draft.${key}`) ?? '';
}

function keepDraft(key: string, text: string): void {
  if (text === '') sessionStorage.removeItem(`gradcoach.draft.${key}`);
  else sessionStorage.setItem(`gradcoach.draft.${key}`, text);
}

/** A draft and what changes it; another key is another draft. */
export type Draft = readonly [text: string, change: (next: (now: string) => string) => void];

export function useDraft(key: string): Draft {
  const [, redraw] = useState({});
  const change = useCallback(
    (next: (now: string) => string) => {
      keepDraft(key, next(readDraft(key)));
      redraw({});
    },
    [key],
  );
  return [readDraft(key), change];
}
