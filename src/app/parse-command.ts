import { distance } from 'fastest-levenshtein';
import type { Command, CommandAction } from './commands/command.ts';
import type { Invocation } from './invocation.ts';

/** What a typed line is. */
export type ParsedLine =
  | { readonly kind: 'invocation'; readonly invocation: Invocation }
  /** Begins with a slash, but names no command; `near` are names it may have meant. */
  | { readonly kind: 'unknown'; readonly typed: string; readonly near: readonly string[] }
  | { readonly kind: 'plain'; readonly text: string };

/**
 * Reads a line such as `/quiz topic:activations count:3`, `/quiz next`, `/demo depth-flow depth=20` or `/answer@bot text`.
 * Options are `name:value` or `name=value`; a value with spaces stands in double quotes. An answer's options stand in front of it;
 * only an action's own options are read as such, so an answer may begin with "note: …"; `--` ends the options.
 */
export function parseCommand(line: string, commands: readonly Command[]): ParsedLine {
  const match = /^\s*[/／](\S+)\s*([\s\S]*)$/.exec(line);
  if (match === null) return { kind: 'plain', text: line };
  const [, typed = '', rest = ''] = match;
  const name = typed.toLowerCase().replace(/@.*$/, '');
  const command = commands.find((each) => each.name === name);
  if (command === undefined)
    return { kind: 'unknown', typed: name, near: nearest(name, commandNames(commands)) };
  const [first = ''] = rest.split(/\s/, 1);
  const named = command.actions.find(({ path }) => subcommandOf(path) === first.toLowerCase());
  const action = named ?? command.actions[0];
  const subcommand = named && subcommandOf(named.path);
  const { options, text } = readPairs(subcommand === undefined ? rest : rest.slice(first.length), action);
  return {
    kind: 'invocation',
    invocation: { command: name, ...(subcommand !== undefined && { subcommand }), options, text },
  };
}

/** The line that {@link parseCommand} reads back as the same invocation. */
export function formatInvocation({ command, subcommand, options, text }: Invocation): string {
  const pairs = Object.entries(options).map(([name, value]) => `${name}:${quoted(value)}`);
  const separator = pairPattern.test(text) || text.startsWith('--') ? '--' : undefined;
  const words = [`/${command}`, subcommand, ...pairs, separator, text];
  return words.filter((word) => word !== undefined && word !== '').join(' ');
}

/** Whether an action's free text is someone's own sentences, in which nothing must be taken for an option. */
export function takesProse({ options, textOption }: CommandAction): boolean {
  return options.find(({ name }) => name === textOption)?.kind.kind === 'text';
}

/** The action an invocation means, or undefined when the list has none of that name. */
export function findAction(invocation: Invocation, commands: readonly Command[]): CommandAction | undefined {
  const command = commands.find(({ name }) => name === invocation.command);
  if (invocation.subcommand === undefined) return command?.actions[0];
  return command?.actions.find(({ path }) => subcommandOf(path) === invocation.subcommand);
}

/** `hint` of `quiz hint`; undefined for a command with a single action. */
export function subcommandOf(path: string): string | undefined {
  return path.split(' ')[1];
}

/** Up to three of the candidates that a mistyped word may have meant, nearest first. */
export function nearest(typed: string, candidates: readonly string[]): readonly string[] {
  const limit = typed.length <= 4 ? 1 : 2;
  const far = (candidate: string) => (candidate.startsWith(typed) ? 0 : distance(typed, candidate));
  return candidates
    .filter((candidate) => far(candidate) <= limit)
    .sort((a, b) => far(a) - far(b))
    .slice(0, 3);
}

const commandNames = (commands: readonly Command[]) => commands.map(({ name }) => name);

const pairPattern = /^\s*([A-Za-z][\w-]*)[:：=](?:"((?:[^"\\]|\\.)*)"|([^\s"]\S*))(?=\s|$)/;

function readPairs(tail: string, action: CommandAction): { options: Record<string, string>; text: string } {
  const options: Record<string, string> = {};
  const words: string[] = [];
  let rest = tail;
  while (rest.trim() !== '') {
    const end = /^\s*--(?:\s+|$)/.exec(rest);
    if (end !== null) {
      rest = rest.slice(end[0].length);
      break;
    }
    const pair = pairPattern.exec(rest);
    const [whole = '', name = '', inQuotes, bare = ''] = pair ?? [];
    if (
      pair !== null &&
      (action.takesParameters === true || action.options.some((each) => each.name === name))
    ) {
      options[name] = inQuotes === undefined ? bare : inQuotes.replace(/\\(.)/g, '$1');
      rest = rest.slice(whole.length);
    } else if (!takesProse(action)) {
      // A topic or an experiment may stand before, between or after the options.
      const [word = ''] = /^\s*\S+/.exec(rest) ?? [];
      words.push(word.trim());
      rest = rest.slice(word.length);
    } else break;
  }
  return { options, text: [...words, rest.trim()].filter((part) => part !== '').join(' ') };
}

function quoted(value: string): string {
  return /^[^\s"\\]+$/.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}
