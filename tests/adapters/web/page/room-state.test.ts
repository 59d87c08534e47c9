import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyRoom,
  type RoomState,
  withEntry,
  withOlder,
  withoutPending,
  withPending,
  withRoom,
} from '../../../../src/adapters/web/page/room-state.ts';
import type { HistoryEntry } from '../../../../src/app/ports/store.ts';
import { reply } from '../../scripted-coach.ts';

const entry = (sequence: number, text = String(sequence)): HistoryEntry => ({
  sequence,
  conversationId: 'web:room',
  deliveryId: `web:m${sequence}`,
  atMs: sequence,
  said: { kind: 'coach', reply: reply(text) },
});
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => entry(from + index));
const loaded = (from: number, to: number): RoomState =>
  withRoom(emptyRoom, { personId: 'web:ada', entries: range(from, to), hasOlder: from > 1 });
const sequences = ({ entries }: RoomState) => entries.map(({ sequence }) => sequence);

describe('the conversation on the page', () => {
  it('is in order and without repetition, however entries arrive', () => {
    const arrivals = fc.array(fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(arrivals, (numbers) => {
        const state = numbers.reduce((now, number) => withEntry(now, entry(number)), loaded(1, 1));
        expect(sequences(state)).toEqual([...new Set([1, ...numbers])].sort((one, other) => one - other));
      }),
    );
  });

  it('shows the newest state of an entry', () => {
    const state = withEntry(loaded(1, 3), entry(2, 'chart'));
    expect(state.entries[1]).toEqual(entry(2, 'chart'));
    expect(sequences(state)).toEqual([1, 2, 3]);
  });

  it('keeps a newer state of an entry that is still on its way', () => {
    const ahead = withEntry(loaded(31, 60), entry(7, 'chart'));
    expect(sequences(ahead)[0]).toBe(31);
    const state = withOlder(ahead, { entries: range(1, 30), hasOlder: false });
    expect(state.entries[6]).toEqual(entry(7, 'chart'));
    expect(state.hasOlder).toBe(false);
  });

  it('takes a page of older entries once, though it was asked for twice', () => {
    const older = { entries: range(1, 30), hasOlder: false };
    expect(sequences(withOlder(withOlder(loaded(31, 60), older), older))).toHaveLength(60);
  });

  it('keeps what was loaded when a new stream joins it', () => {
    const state = withRoom(loaded(1, 40), { personId: 'web:ada', entries: range(35, 50), hasOlder: true });
    expect(sequences(state)).toEqual(range(1, 50).map(({ sequence }) => sequence));
    expect(state.hasOlder).toBe(false);
  });

  it('starts anew rather than show a gap', () => {
    const state = withRoom(loaded(1, 40), { personId: 'web:ada', entries: range(60, 89), hasOlder: true });
    expect([sequences(state)[0], state.hasOlder]).toEqual([60, true]);
  });
});

describe('a message on its way', () => {
  const pending = withPending(loaded(1, 2), { id: 'm3', text: 'hello' });

  it('stands there until it arrives', () => {
    expect(withEntry(pending, entry(4)).pending).toHaveLength(1);
    expect(withEntry(pending, entry(3)).pending).toEqual([]);
  });

  it('goes when it arrived with a new stream', () => {
    const state = withRoom(pending, { personId: 'web:ada', entries: range(1, 3), hasOlder: false });
    expect(state.pending).toEqual([]);
  });

  it('stands there once when it is tried again, and goes when it failed', () => {
    const again = withPending(pending, { id: 'm3', text: 'hello' });
    expect(again.pending).toHaveLength(1);
    expect(withoutPending(again, 'm3').pending).toEqual([]);
  });
});
