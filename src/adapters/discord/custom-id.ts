import { createHash } from 'node:crypto';
import type { Command } from '../../app/commands/command.ts';
import type { Invocation } from '../../app/invocation.ts';
import { formatInvocation, parseCommand } from '../../app/parse-command.ts';
import type { Form, Reply } from '../../app/reply.ts';
import { limits } from './limits.ts';

/** What pressing or choosing something does. */
export type Deed =
  | { readonly kind: 'invoke'; readonly invocation: Invocation; readonly isInPlace: boolean }
  /** Opens a form, or, from the form itself, sends what was written. */
  | { readonly kind: 'write'; readonly form: Form }
  /** Shows someone a reply that was kept for them. */
  | { readonly kind: 'show'; readonly reply: Reply }
  /** A menu; what is chosen carries an id of its own. */
  | { readonly kind: 'choose' };

/** An id as Discord sends it back: its deed written out, or under a token in the store. */
export interface CustomId {
  /** The only user whose press counts; absent: anyone's. */
  readonly userId?: string;
  readonly deed:
    | Deed
    | { readonly kind: 'kept'; readonly token: string }
    /** Of another version of the coach, or none of ours. */
    | { readonly kind: 'unknown' };
}

/** Something to keep in the store before the message that refers to it is sent. */
export interface Keepsake {
  readonly token: string;
  readonly value: string;
}

/** Raised when the format changes; ids of older messages then explain themselves. */
const version = 'g1';

/** Letters of the deeds that need nothing from the store. */
const letters = { invoke: 'i', invokeInPlace: 'p', kept: 'k', choose: 'm' } as const;

/**
 * The id of a button, an option, a menu or a form: `g1:<place in its message>:<deed>:<user>:<what>`.
 * A command line that fits stands in the id itself, so that its button works as long as the message exists.
 */
export function toCustomId(
  place: number,
  deed: Deed,
  userId = '',
): { readonly id: string; readonly keepsake?: Keepsake } {
  const id = (letter: string, what: string) => [version, place, letter, userId, what].join(':');
  if (deed.kind === 'choose') return { id: id(letters.choose, '') };
  if (deed.kind === 'invoke') {
    const written = id(
      deed.isInPlace ? letters.invokeInPlace : letters.invoke,
      formatInvocation(deed.invocation),
    );
    if (written.length <= limits.customId) return { id: written };
  }
  const keepsake = toKeepsake(deed);
  return { id: id(letters.kept, keepsake.token), keepsake };
}

/** Reads an id back; what its text says still passes through the coach's own checks. */
export function readCustomId(id: string, commands: readonly Command[]): CustomId {
  const match = /^g1:\d+:([a-z]):(\d*):([\s\S]*)$/.exec(id);
  if (match === null) return { deed: { kind: 'unknown' } };
  const [, letter = '', userId = '', what = ''] = match;
  return { ...(userId !== '' && { userId }), deed: readDeed(letter, what, commands) };
}

function readDeed(letter: string, what: string, commands: readonly Command[]): CustomId['deed'] {
  switch (letter) {
    case letters.choose:
      return { kind: 'choose' };
    case letters.kept:
      return { kind: 'kept', token: what };
    case letters.invoke:
    case letters.invokeInPlace: {
      const line = parseCommand(what, commands);
      if (line.kind !== 'invocation') return { kind: 'unknown' };
      return { kind: 'invoke', invocation: line.invocation, isInPlace: letter === letters.invokeInPlace };
    }
    default:
      return { kind: 'unknown' };
  }
}

/** Equal deeds have equal tokens, so showing a question anew keeps nothing twice. */
function toKeepsake(deed: Deed): Keepsake {
  const value = JSON.stringify(deed);
  return { token: createHash('sha256').update(value).digest('base64url').slice(0, 22), value };
}

/** The deed that a keepsake holds. */
export function readKeepsake(value: string): Deed {
  // Only `toKeepsake` writes what is read here.
  return JSON.parse(value) as Deed;
}
