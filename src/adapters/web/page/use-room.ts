import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { OlderEntries, OutgoingMessage } from '../wire.ts';
import {
  emptyRoom,
  type RoomState,
  withEntry,
  withOlder,
  withoutPending,
  withPending,
  withRoom,
} from './room-state.ts';
import { openStream, type StreamState } from './room-stream.ts';
import { newMessageId, type SendOutcome, send } from './send.ts';
import type { Sitting } from './use-sitting.ts';

/** Says something. Saying again what could not be sent repeats the same message, so it cannot arrive twice. */
export type Say = (action: OutgoingMessage['action']) => Promise<SendOutcome>;

/** The conversation as it stands, kept up to date while the page is open. */
export interface TheRoom {
  readonly state: RoomState;
  readonly stream: StreamState;
  readonly say: Say;
  readonly loadOlder: () => Promise<void>;
}

export function useRoom(sitting: Sitting): TheRoom {
  const { place, persona, language } = sitting;
  const [state, setState] = useState(emptyRoom);
  const [stream, setStream] = useState<StreamState>('connecting');
  const seat = useRef(0);
  const lastSent = useRef<Promise<unknown>>(Promise.resolve());
  const unsentIds = useRef(new Map<string, string>());

  useEffect(() => {
    seat.current += 1;
    setState(emptyRoom);
    return openStream(
      { place, name: persona.name },
      {
        room: (event) => setState((now) => withRoom(now, event)),
        entry: (entry) => setState((now) => withEntry(now, entry)),
        present: ({ people }) => setState((now) => ({ ...now, people })),
        state: setStream,
      },
    );
  }, [place, persona.name]);

  const say = useCallback<Say>(
    async (action) => {
      const unsentKey = JSON.stringify([place, persona.name, action]);
      const id = unsentIds.current.get(unsentKey) ?? newMessageId();
      const text = action.kind === 'text' ? action.text : action.label;
      setState((now) => withPending(now, { id, text }));
      // One after the other: two quick messages arrive in the order they were written.
      const sent = lastSent.current.then(() =>
        send({ id, place, persona, language, theme: themeNow(), action }),
      );
      lastSent.current = sent;
      const outcome = await sent;
      if (outcome.kind === 'taken') {
        unsentIds.current.delete(unsentKey);
      } else {
        unsentIds.current.set(unsentKey, id);
        setState((now) => withoutPending(now, id));
      }
      return outcome;
    },
    [place, persona, language],
  );

  const loadOlder = useCallback(async () => {
    const first = state.entries[0]?.sequence;
    const asked = seat.current;
    if (first === undefined) return;
    const query = new URLSearchParams({ place, name: persona.name, before: String(first) });
    const response = await fetch(`/api/history?${query}`).catch(() => undefined);
    if (response?.ok !== true || seat.current !== asked) return;
    // The server of this very page wrote it, from the type of wire.ts.
    const older = (await response.json()) as OlderEntries;
    setState((now) => withOlder(now, older));
  }, [place, persona.name, state.entries[0]?.sequence]);

  return { state, stream, say, loadOlder };
}

function themeNow(): 'light' | 'dark' {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
