/** A command as called, whatever it came from: a typed line, a slash command, a button or a form. */
export interface Invocation {
  /** Name of a command of the one list. */
  readonly command: string;
  /** Name of one of its subcommands; absent for the default. */
  readonly subcommand?: string;
  /** Option values as text; the command's option specs say what they mean. */
  readonly options: Readonly<Record<string, string>>;
  /** Whatever follows the options: an answer, or a search. */
  readonly text: string;
}
