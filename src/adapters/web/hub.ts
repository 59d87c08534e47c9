import type { HistoryEntry } from '../../app/ports/store.ts';
import type { PresentEvent } from './wire.ts';

/** Someone looking at a conversation. */
export interface Viewer {
  readonly personId: string;
  readonly name: string;
  readonly conversationId: string;
}

/** What a viewer hears. `entry` is an entry's newest state; its id resumes the stream behind it. */
export type HubEvent =
  | { readonly kind: 'entry'; readonly id: string; readonly entry: HistoryEntry }
  | { readonly kind: 'present'; readonly present: PresentEvent }
  | { readonly kind: 'beat' };

/** A viewer's place at the hub. */
export interface Listening {
  /** Resumes behind everything that was said before listening began. */
  readonly sinceId: string;
  /** What was said after the id given, or undefined when that is too long ago to know. */
  readonly missed: readonly HubEvent[] | undefined;
  cancel(): void;
}

/** Passes what is said on to everyone who may see it. */
export interface Hub {
  publish(entry: HistoryEntry): void;
  beat(): void;
  listen(viewer: Viewer, afterId: string | undefined, hear: (event: HubEvent) => void): Listening;
}

/**
 * Keeps the last `capacity` events, so that a stream cut off for a moment goes on without loss or repetition.
 * `epoch` tells this run of the program from others: after a restart every viewer starts anew from the history.
 */
export function createHub(epoch: string, capacity = 500): Hub {
  const listeners = new Map<symbol, { viewer: Viewer; hear: (event: HubEvent) => void }>();
  let recent: { readonly number: number; readonly entry: HistoryEntry }[] = [];
  let latest = 0;

  const idOf = (number: number) => `${epoch}.${number}`;
  const toEvent = ({ number, entry }: { number: number; entry: HistoryEntry }): HubEvent => ({
    kind: 'entry',
    id: idOf(number),
    entry,
  });
  const tellPresent = () => {
    const people = new Map([...listeners.values()].map(({ viewer }) => [viewer.personId, viewer.name]));
    const present = { people: [...people].map(([id, name]) => ({ id, name })) };
    for (const { hear } of listeners.values()) hear({ kind: 'present', present });
  };
  const missedAfter = (viewer: Viewer, afterId: string | undefined) => {
    const number = numberOf(afterId, epoch);
    if (number === undefined || number > latest || number < latest - recent.length) return undefined;
    return recent.filter((each) => each.number > number && maySee(viewer, each.entry)).map(toEvent);
  };

  return {
    publish(entry) {
      latest += 1;
      const said = { number: latest, entry };
      recent = [...recent.slice(-(capacity - 1)), said];
      for (const { viewer, hear } of listeners.values()) if (maySee(viewer, entry)) hear(toEvent(said));
    },
    beat() {
      for (const { hear } of listeners.values()) hear({ kind: 'beat' });
    },
    listen(viewer, afterId, hear) {
      const key = Symbol(viewer.personId);
      const listening = { sinceId: idOf(latest), missed: missedAfter(viewer, afterId) };
      listeners.set(key, { viewer, hear });
      tellPresent();
      return {
        ...listening,
        cancel() {
          if (listeners.delete(key)) tellPresent();
        },
      };
    },
  };
}

function maySee(viewer: Viewer, entry: HistoryEntry): boolean {
  return (
    entry.conversationId === viewer.conversationId &&
    (entry.audienceId === undefined || entry.audienceId === viewer.personId)
  );
}

function numberOf(id: string | undefined, epoch: string): number | undefined {
  const match = /^(.+)\.(\d+)$/.exec(id ?? '');
  return match?.[1] === epoch ? Number(match[2]) : undefined;
}
