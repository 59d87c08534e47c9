import type { Grade } from '../../core/grading/grade.ts';
import type { PrepareOptions } from '../../core/grading/prepare-rubric.ts';
import type { QuestionBank } from '../../core/question/bank.ts';
import type { Language } from '../../core/question/language.ts';
import type { Question } from '../../core/question/question.ts';
import type { Incoming } from '../incoming.ts';
import type { Messages } from '../messages/index.ts';
import type { ActionPath, OptionName } from '../messages/names.ts';
import type { Chance } from '../ports/clock.ts';
import type { Laboratory } from '../ports/laboratory.ts';
import type { Group, Member, StoreTransaction } from '../ports/store.ts';
import type { Response } from '../reply.ts';

/**
 * One entry of the one list that help, completion, slash menus and docs derive from.
 * Its words live in the messages, under the paths of its actions.
 */
export interface Command {
  readonly name: string;
  /** Shown to moderators only, where a platform's menu can tell them apart; what an action refuses, it refuses anyway. */
  readonly isForModerators?: boolean;
  /** What it can do; the first is meant when no subcommand is given. */
  readonly actions: readonly [CommandAction, ...CommandAction[]];
}

/** One thing a command does. */
export interface CommandAction {
  /** `quiz hint`, or just `board` for a command with a single action. */
  readonly path: ActionPath;
  /** Who reads the reply; platforms need to know before the work begins. */
  readonly audience: 'conversation' | 'person';
  /** Refused to others in a group. In private everyone moderates a talk that is theirs alone. */
  readonly isForModerators?: boolean;
  readonly options: readonly OptionSpec[];
  /** The option that free text goes to, if any. */
  readonly textOption?: OptionName;
  /** Takes an experiment's parameters as further options (`depth=20`). */
  readonly takesParameters?: boolean;
  /** Reachable by buttons and by typing, but not worth a place in menus and help. */
  readonly isUnlisted?: boolean;
  run(context: CommandContext, options: OptionValues): Promise<Response>;
}

/** What an option takes. Adapters complete the open kinds from the bank, the registry and the zone list. */
export interface OptionSpec {
  readonly name: OptionName;
  readonly isRequired?: boolean;
  /** Means something only where the platform has such a thing; help leaves it out, menus of that platform do not. */
  readonly needs?: 'places' | 'threads' | 'mentions';
  /** Filled in by buttons, with ids that nobody knows by heart; menus leave it out. */
  readonly isForButtons?: boolean;
  readonly kind: OptionKind;
}

/** The kinds of option and what bounds them. */
export type OptionKind =
  | { readonly kind: 'text'; readonly maxLength: number }
  | { readonly kind: 'integer'; readonly low: number; readonly high: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** A channel or a role, in the platform's own terms; the adapter has checked it. */
  | { readonly kind: 'place' | 'mention' }
  | { readonly kind: 'topic' | 'question' | 'experiment' | 'zone' | 'wall-time' | 'weekdays' };

/** Checked option values by name; integers are still text, but hold whole numbers in range. */
export interface OptionValues {
  readonly values: Readonly<Partial<Record<OptionName, string>>>;
  /** Whatever else was given as `name=value`, for an action that takes parameters. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What a command works with: the present moment, the people, and one open transaction. */
export interface CommandContext {
  readonly services: Services;
  readonly tx: StoreTransaction;
  readonly incoming: Incoming;
  readonly group: Group;
  readonly member: Member;
  readonly nowMs: number;
  /** Language and words of what only the person reads. */
  readonly personal: Voice;
  /** Language and words of what the conversation reads. */
  readonly shared: Voice;
}

/** A language with its words. */
export interface Voice {
  readonly language: Language;
  readonly words: Messages;
}

/** What outlives a single message. */
export interface Services {
  readonly bank: QuestionBank;
  readonly laboratory: Laboratory;
  readonly commands: readonly Command[];
  /** Grades an answer, on all points or only on some, with the words a group has learned. */
  grade(question: Question, answer: string, options?: PrepareOptions): Grade;
  /** Takes a post back that is still waiting in the outbox; outside of any transaction. */
  cancelPost(key: string): Promise<void>;
  readonly chance: Chance;
  /** A short unguessable id. */
  createId(): string;
  readonly version: string;
}
