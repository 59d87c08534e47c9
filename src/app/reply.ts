import type { Band } from '../core/grading/grade.ts';
import type { Language } from '../core/question/language.ts';
import type { Invocation } from './invocation.ts';

/**
 * What the coach says, as data that survives JSON; every adapter renders it once in its platform's manner.
 * Texts are plain: an adapter escapes them, and nothing in them is markup.
 */
export interface Reply {
  /** Who may read it: everyone in the conversation, or only the person who acted. */
  readonly audience: 'conversation' | 'person';
  readonly language: Language;
  readonly blocks: readonly Block[];
  /** The round this message shows, so that a reply to the message is an answer to its question. */
  readonly roundId?: string;
  /**
   * Takes the place of the message that shows `roundId` to everyone, wherever that is, where a platform can edit;
   * elsewhere it is not shown.
   */
  readonly replacesRound?: boolean;
}

/** Everything the coach has to say to one incoming action. */
export interface Response {
  readonly replies: readonly Reply[];
  /** Later states of the last reply, each replacing the one before, such as a demo's progress and then its chart. */
  readonly updates?: AsyncIterable<Reply>;
  /** Nothing was changed and the reply says so; what the person wrote is still only theirs to send again. */
  readonly isFault?: boolean;
}

/** One piece of a reply. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** A paragraph; a line break in it is kept. */
  | { readonly kind: 'text'; readonly text: string }
  /** Small print, such as a seed and a backend. */
  | { readonly kind: 'note'; readonly text: string }
  /** Text for a machine, shown as it is and easy to copy. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'question'; readonly title: string; readonly text: string; readonly about: string }
  | { readonly kind: 'verdict'; readonly band: Band; readonly score: number; readonly text: string }
  /** The learner's own words with the stretches that mattered. */
  | { readonly kind: 'answer'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'points'; readonly points: readonly PointLine[] }
  | { readonly kind: 'quote'; readonly text: string; readonly by?: string }
  /** Hidden until the reader asks for it, such as a model answer. */
  | { readonly kind: 'spoiler'; readonly label: string; readonly text: string }
  | { readonly kind: 'source'; readonly text: string; readonly url?: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  /** Instants, shown in each reader's own zone where the platform can, else as `text` in the group's zone. */
  | { readonly kind: 'times'; readonly times: readonly { readonly atMs: number; readonly text: string }[] }
  | { readonly kind: 'image'; readonly image: Image }
  | {
      readonly kind: 'choices';
      readonly label?: string;
      readonly as: 'buttons' | 'menu';
      readonly choices: readonly Choice[];
    }
  | { readonly kind: 'form'; readonly form: Form };

/** A stretch of an answer worth showing; offsets are UTF-16 code units, end exclusive; marks never overlap. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly as: 'credit' | 'contradicted' | 'misconception';
  /** What the stretch earned or broke, for a tooltip or a footnote. */
  readonly label: string;
}

/** One point of a rubric as the learner sees it. */
export interface PointLine {
  readonly state: 'met' | 'partly' | 'missed' | 'contradicted';
  readonly bonus: boolean;
  /** The point itself, or for a missed one the hint that leads to it. */
  readonly text: string;
  /** The learner's words that earned it. */
  readonly evidence: readonly string[];
}

/** A name and its value. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** A table column's heading and alignment. */
export interface Column {
  readonly text: string;
  readonly align: 'start' | 'end';
}

/** A table row; the reader's own is marked. */
export interface Row {
  readonly cells: readonly string[];
  readonly isReader: boolean;
}

/** A picture with words for those who do not see it. */
export interface Image {
  /** Where the chart store keeps its PNG; stable, safe in a URL. */
  readonly key: string;
  readonly alt: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Something to press; pressing it is the same as typing the invocation. */
export interface Choice {
  readonly label: string;
  readonly invocation: Invocation;
  readonly style: 'primary' | 'plain' | 'danger';
  /** Only this person may press it; absent: anyone. */
  readonly personId?: string;
  /** What it leads to takes the place of the message it stands on, where a platform can edit: the next page of a board. */
  readonly isInPlace?: boolean;
}

/** A long text to write; what is written becomes the invocation's text. */
export interface Form {
  readonly label: string;
  /** What the words are about, for platforms whose form covers the message it stands on. */
  readonly about?: string;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly invocation: Invocation;
}
