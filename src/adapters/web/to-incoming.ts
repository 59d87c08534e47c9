import { z } from 'zod';
import type { Incoming } from '../../app/incoming.ts';
import type { Language } from '../../core/question/language.ts';
import { conversationOf, personIdOf, roomId } from './places.ts';
import type { OutgoingMessage, Refusal } from './wire.ts';

/** Longest text a message may carry; the coach has limits of its own below it. */
const longestText = 20_000;

const language: z.ZodType<Language> = z.enum(['zh', 'en']);
const name = z.string().max(80);
const invocation = z.strictObject({
  command: name,
  subcommand: name.optional(),
  options: z.record(name, z.string().max(500)),
  text: z.string().max(longestText),
});
const message = z.strictObject({
  id: z.string().regex(/^[\w-]{8,64}$/),
  place: z.enum(['room', 'private']),
  persona: z.strictObject({ name, isModerator: z.boolean() }),
  language,
  theme: z.enum(['light', 'dark']),
  action: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), text: z.string().max(longestText) }),
    z.strictObject({ kind: z.literal('invocation'), invocation, label: z.string().max(longestText) }),
  ]),
});

/** A message as the coach takes it, with the words the room shows for it; or why it was not taken. */
export type IncomingOutcome =
  | { readonly kind: 'incoming'; readonly incoming: Incoming; readonly shown: string }
  | { readonly kind: 'refused'; readonly error: Refusal['error'] };

/** Reads the body of `POST /api/messages`. */
export function toIncoming(body: unknown, atMs: number): IncomingOutcome {
  const parsed = message.safeParse(body);
  if (!parsed.success) {
    const isTooLong = parsed.error.issues.some(({ code }) => code === 'too_big');
    return { kind: 'refused', error: isTooLong ? 'too-long' : 'bad-message' };
  }
  // Zod says `string | undefined` where the wire says "may be absent"; JSON has no undefined, so they are the same.
  const said = parsed.data as OutgoingMessage;
  const personId = personIdOf(said.persona.name);
  if (personId === undefined) return { kind: 'refused', error: 'bad-name' };
  const { action } = said;
  return {
    kind: 'incoming',
    shown: action.kind === 'text' ? action.text : action.label,
    incoming: {
      id: `web:${said.id}`,
      conversation: {
        id: conversationOf(said.place, personId),
        groupId: roomId,
        kind: said.place === 'room' ? 'group' : 'private',
      },
      person: {
        id: personId,
        name: said.persona.name.trim(),
        isModerator: said.persona.isModerator,
        language: said.language,
        theme: said.theme,
      },
      action: action.kind === 'text' ? action : { kind: 'invocation', invocation: action.invocation },
      atMs,
      // Whoever schedules the daily question in private schedules it for the room; everything may be said there.
      ...(said.place === 'private' && { place: { conversationId: roomId, missing: [] } }),
    },
  };
}
