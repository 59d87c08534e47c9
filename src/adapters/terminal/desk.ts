import type { Action, Conversation, Incoming, Person } from '../../app/incoming.ts';
import type { Language } from '../../core/question/language.ts';

/** The one conversation of a terminal: a learner alone at a desk. */
export const desk: Conversation = { id: 'terminal:desk', groupId: 'terminal:desk', kind: 'private' };

/** Who sits at the desk: the owner of the machine, so they may change its settings. */
export function personAt(name: string, language: Language): Person {
  const id = `terminal:${name.normalize('NFKC').trim().toLowerCase()}`;
  return { id, name, isModerator: true, language };
}

export function toIncoming(id: string, person: Person, action: Action, atMs: number): Incoming {
  return { id: `terminal:${id}`, conversation: desk, person, action, atMs };
}
