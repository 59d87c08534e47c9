import type { OutgoingMessage, Refusal } from '../wire.ts';

/** What became of a message. */
export type SendOutcome =
  | { readonly kind: 'taken' }
  | { readonly kind: 'not-sent'; readonly reason: Refusal['error'] | 'unreachable' };

const pausesMs = [400, 1_200, 3_000];

/** A new id for a message; `crypto.randomUUID` is missing where a room is reached over plain HTTP. */
export function newMessageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Sends a message and tries again while the server cannot be reached; its id makes a second arrival harmless. */
export async function send(message: OutgoingMessage): Promise<SendOutcome> {
  for (const pauseMs of [0, ...pausesMs]) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const outcome = await sendOnce(message);
    if (outcome.kind === 'taken' || !mayPass(outcome.reason)) return outcome;
  }
  return { kind: 'not-sent', reason: 'unreachable' };
}

async function sendOnce(message: OutgoingMessage): Promise<SendOutcome> {
  try {
    const response = await fetch('/api/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
    });
    if (response.ok) return { kind: 'taken' };
    // The server says why in this shape; a proxy in between would not.
    const refusal = (await response.json()) as Refusal;
    return { kind: 'not-sent', reason: refusal.error };
  } catch {
    return { kind: 'not-sent', reason: 'unreachable' };
  }
}

function mayPass(reason: Refusal['error'] | 'unreachable'): boolean {
  return reason === 'unreachable' || reason === 'closed';
}
