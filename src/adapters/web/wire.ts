import type { Invocation } from '../../app/invocation.ts';
import type { HistoryEntry } from '../../app/ports/store.ts';
import type { Bilingual, Language } from '../../core/question/language.ts';

/** What the study room's server and its page say to each other; types only, so the page loads nothing of the server. */

/** Where in the study room one talks: with everyone, or alone with the coach. */
export type Place = 'room' | 'private';

/** Who sits at the page. A name is an identity: the same name is the same learner in every window. */
export interface Persona {
  readonly name: string;
  readonly isModerator: boolean;
}

/** `POST /api/messages`. */
export interface OutgoingMessage {
  /** Made by the page and kept for every retry, so that a message arrives once. */
  readonly id: string;
  readonly place: Place;
  readonly persona: Persona;
  readonly language: Language;
  /** The page's colours at the moment. */
  readonly theme: 'light' | 'dark';
  readonly action:
    | { readonly kind: 'text'; readonly text: string }
    /** `label` is what the room sees of it, such as the words on the button. */
    | { readonly kind: 'invocation'; readonly invocation: Invocation; readonly label: string };
}

/** Why a message was not taken. */
export interface Refusal {
  readonly error: 'bad-message' | 'bad-name' | 'too-long' | 'closed' | 'not-let-in' | 'cross-site' | 'failed';
}

/** Event `room`: the state of the conversation when the stream began. */
export interface RoomEvent {
  readonly personId: string;
  readonly entries: readonly HistoryEntry[];
  readonly hasOlder: boolean;
}

/** Event `present`: who has the room open. */
export interface PresentEvent {
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** `GET /api/history`: what came before an entry. */
export interface OlderEntries {
  readonly entries: readonly HistoryEntry[];
  readonly hasOlder: boolean;
}

/** A command as the page completes it. */
export interface CommandHint extends ActionHint {
  /** Each with options of its own; the command's own are those of what it does without any of them. */
  readonly subcommands: readonly ActionHint[];
}

/** Something that can be done, and what may be said with it. */
export interface ActionHint extends NameHint {
  readonly options: readonly OptionHint[];
  /** Further options, by the word that brings them: an experiment's parameters. */
  readonly parameters?: Readonly<Record<string, readonly OptionHint[]>>;
}

/** A name and what it is for. */
export interface NameHint {
  readonly name: string;
  readonly summary: Bilingual;
}

/** An option, typed as `name:value`. */
export interface OptionHint extends NameHint {
  /** Absent when any text will do. */
  readonly values?: readonly string[];
  /** Its value may stand alone, without the name. */
  readonly isText?: boolean;
}

/** `GET /api/about`. */
export interface About {
  readonly version: string;
  readonly commands: readonly CommandHint[];
}
