import type { Command, CommandAction } from '../../../app/commands/command.ts';
import type { Action } from '../../../app/incoming.ts';
import type { Invocation } from '../../../app/invocation.ts';
import { findAction, parseCommand } from '../../../app/parse-command.ts';

/** A line that begins with a slash. */
export interface CommandLine {
  /** The line as the coach's one list knows it, without our name. */
  readonly line: string;
  readonly name: string;
  readonly rest: string;
  /** `ours`: says our name; `open`: names nobody, so every bot of the group hears it; `theirs`: another bot's. */
  readonly addressed: 'ours' | 'open' | 'theirs';
}

const pattern = /^\s*[/／]([^\s@]+)(?:@(\S+))?\s*([\s\S]*)$/;

/** Reads `/quiz@CoachBot next`; undefined for anything that is no command. */
export function readCommand(text: string, username: string): CommandLine | undefined {
  const [, typed, at, rest = ''] = pattern.exec(text) ?? [];
  if (typed === undefined) return undefined;
  const name = toListName(typed);
  const isOurs = at?.toLowerCase() === username.toLowerCase();
  const addressed = at === undefined ? 'open' : isOurs ? 'ours' : 'theirs';
  return { line: `/${name} ${rest}`.trim(), name, rest: rest.trim(), addressed };
}

/** Telegram's menu takes no hyphens, so `follow-up` stands there as `follow_up`. */
export function toMenuName(name: string): string {
  return name.replaceAll('-', '_');
}

function toListName(typed: string): string {
  return typed.toLowerCase().replaceAll('_', '-');
}

/** The action of the one list that something done means; undefined for plain words and unknown commands. */
export function actionOf(action: Action, commands: readonly Command[]): CommandAction | undefined {
  const invocation = invocationOf(action, commands);
  return invocation && findAction(invocation, commands);
}

/** What was done as an invocation of the one list; undefined for plain words and unknown commands. */
export function invocationOf(action: Action, commands: readonly Command[]): Invocation | undefined {
  if (action.kind === 'invocation') return action.invocation;
  if (action.kind !== 'text') return undefined;
  const line = parseCommand(action.text, commands);
  return line.kind === 'invocation' ? line.invocation : undefined;
}
