import { setTimeout as wait } from 'node:timers/promises';
import type { OlderEntries } from '../../src/adapters/web/wire.ts';

/** What a client of the study room says. */
export interface RoomMessage {
  /** Kept for every retry, so that the message arrives once. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** Posts a message to a running study room; true once the coach has acknowledged it. */
export async function postMessage(url: string, { id, name, text }: RoomMessage): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: url, 'Sec-Fetch-Site': 'same-origin' },
      body: JSON.stringify({
        id,
        place: 'room',
        persona: { name, isModerator: true },
        language: 'en',
        theme: 'light',
        action: { kind: 'text', text },
      }),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    // Refused or cut off: the server is away, and the message may or may not have arrived.
    return false;
  }
}

/** Says it until it is acknowledged, as the page does while its server is away. */
export async function insist(url: () => string, message: RoomMessage): Promise<void> {
  while (!(await postMessage(url(), message))) await wait(10);
}

/** Everything a person has seen in the room, oldest first. */
export async function readHistory(url: string, name: string): Promise<OlderEntries['entries']> {
  const entries: OlderEntries['entries'][number][] = [];
  let before = Number.MAX_SAFE_INTEGER;
  for (let hasOlder = true; hasOlder; ) {
    const query = new URLSearchParams({ place: 'room', name, before: String(before) });
    const response = await fetch(`${url}/api/history?${query}`, {
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    // Our own server's answer, whose shape `wire.ts` gives.
    const older = (await response.json()) as OlderEntries;
    entries.unshift(...older.entries);
    before = older.entries[0]?.sequence ?? 0;
    hasOlder = older.hasOlder;
  }
  return entries;
}
