import type { Place } from './wire.ts';

/** The one group of the study room, and the conversation everyone in it shares. */
export const roomId = 'web:room';

/** The conversation of a place: the room, or a person's own talk with the coach. */
export function conversationOf(place: Place, personId: string): string {
  return place === 'room' ? roomId : `${roomId}/${personId.slice('web:'.length)}`;
}

/** Whether a conversation id is one of ours. */
export function isPlace(conversationId: string): boolean {
  return conversationId === roomId || conversationId.startsWith(`${roomId}/`);
}

/**
 * The id behind a name. Case, width and spacing do not tell people apart: "Ada" and " ａｄａ " are one learner.
 * Undefined when nothing is left that could be a name.
 */
export function personIdOf(name: string): string | undefined {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{C}\p{Z}/]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return folded === '' || [...folded].length > 40 ? undefined : `web:${folded}`;
}
