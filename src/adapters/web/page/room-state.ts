import type { HistoryEntry } from '../../../app/ports/store.ts';
import type { OlderEntries, PresentEvent, RoomEvent } from '../wire.ts';

/** A message of one's own on its way to the coach. */
export interface Pending {
  readonly id: string;
  readonly text: string;
}

/** What the page knows of the conversation. */
export interface RoomState {
  /** Absent until the room has answered. */
  readonly personId?: string;
  /** Oldest first. */
  readonly entries: readonly HistoryEntry[];
  readonly hasOlder: boolean;
  /** Newer states of entries that are not on the page yet; a page of older ones may be on its way. */
  readonly ahead: ReadonlyMap<number, HistoryEntry>;
  readonly pending: readonly Pending[];
  readonly people: PresentEvent['people'];
}

export const emptyRoom: RoomState = {
  entries: [],
  hasOlder: false,
  ahead: new Map(),
  pending: [],
  people: [],
};

/** The stream began: keeps what was loaded before when the new page of entries joins it without a gap. */
export function withRoom(state: RoomState, room: RoomEvent): RoomState {
  const first = room.entries[0]?.sequence ?? Number.POSITIVE_INFINITY;
  const joins = state.entries.some(({ sequence }) => sequence === first);
  const kept = joins ? state.entries.filter(({ sequence }) => sequence < first) : [];
  return {
    ...state,
    personId: room.personId,
    entries: [...kept, ...room.entries],
    hasOlder: joins ? state.hasOlder : room.hasOlder,
    ahead: new Map(),
    pending: state.pending.filter(({ id }) => !room.entries.some((entry) => isOf(entry, id))),
  };
}

/** Something was said, or said anew. */
export function withEntry(state: RoomState, entry: HistoryEntry): RoomState {
  const { entries } = state;
  const pending = state.pending.filter(({ id }) => !isOf(entry, id));
  if (entries.some(({ sequence }) => sequence === entry.sequence)) {
    return {
      ...state,
      pending,
      entries: entries.map((each) => (each.sequence === entry.sequence ? entry : each)),
    };
  }
  const first = entries[0]?.sequence;
  if (first !== undefined && entry.sequence < first) {
    return { ...state, ahead: new Map(state.ahead).set(entry.sequence, entry) };
  }
  const later = [...entries, entry].sort((one, other) => one.sequence - other.sequence);
  return { ...state, pending, entries: later };
}

/** A page of older entries arrived. */
export function withOlder(state: RoomState, older: OlderEntries): RoomState {
  const first = state.entries[0]?.sequence ?? Number.POSITIVE_INFINITY;
  const before = older.entries
    .filter(({ sequence }) => sequence < first)
    .map((entry) => state.ahead.get(entry.sequence) ?? entry);
  return { ...state, entries: [...before, ...state.entries], hasOlder: older.hasOlder };
}

export function withPending(state: RoomState, pending: Pending): RoomState {
  return { ...state, pending: [...state.pending.filter(({ id }) => id !== pending.id), pending] };
}

export function withoutPending(state: RoomState, id: string): RoomState {
  return { ...state, pending: state.pending.filter((each) => each.id !== id) };
}

function isOf(entry: HistoryEntry, messageId: string): boolean {
  return entry.deliveryId === `web:${messageId}`;
}
