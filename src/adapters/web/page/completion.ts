import type { Language } from '../../../core/question/language.ts';
import type { ActionHint, CommandHint, NameHint, OptionHint } from '../wire.ts';

/** One way to go on from what was typed. */
export interface Suggestion {
  /** What is shown. */
  readonly label: string;
  readonly summary: string;
  /** The whole line once it is taken. */
  readonly line: string;
}

const most = 8;

/**
 * Ways to complete a command line, best first; none for plain text.
 * A Chinese input method types `、` or `／` for the slash key, so these begin a command as well.
 */
export function complete(
  line: string,
  commands: readonly CommandHint[],
  language: Language,
): readonly Suggestion[] {
  const typed = /^[/／、](\S*)(\s[^\n]*)?$/.exec(line);
  if (typed === null) return [];
  const [, name = '', rest] = typed;
  if (rest === undefined) return completeName(name, commands, language);
  const command = commands.find((each) => each.name === name.toLowerCase());
  return command === undefined ? [] : completeRest(command, rest, language);
}

function completeName(name: string, commands: readonly CommandHint[], language: Language) {
  return matching(commands, name, language).map((command) =>
    suggest(`/${command.name}`, command.summary[language], `/${command.name} `),
  );
}

function completeRest(command: CommandHint, rest: string, language: Language): readonly Suggestion[] {
  const words = rest.trimStart().split(/\s+/);
  const last = words.at(-1) ?? '';
  const said = words.slice(0, -1);
  const before = [`/${command.name}`, ...said].join(' ');
  const action = command.subcommands.find(({ name }) => name === said[0]) ?? command;
  const options = optionsOf(action, said);
  const [name = '', value] = last.split(/[:：]/, 2);
  if (value !== undefined) {
    const option = options.find((each) => each.name === name);
    return completeValue(option, value, `${before} ${name}:`, language);
  }
  const used = new Set(said.map((word) => word.split(/[:：]/)[0] ?? ''));
  const unused = options.filter((option) => !used.has(option.name));
  const subcommands = said.length === 0 ? matching(command.subcommands, last, language) : [];
  const text = last === '' ? undefined : unused.find(({ isText }) => isText === true);
  return [
    ...subcommands.map((each) => suggest(each.name, each.summary[language], `${before} ${each.name} `)),
    ...completeValue(text, last, `${before} `, language),
    ...matching(unused, last, language).map((each) =>
      suggest(`${each.name}:`, each.summary[language], `${before} ${each.name}:`),
    ),
  ].slice(0, most);
}

/** An action's options, and those that a word already said brings along. */
function optionsOf({ options, parameters = {} }: ActionHint, said: readonly string[]): readonly OptionHint[] {
  const brought = said.flatMap((word) => parameters[word.replace(/^.*[:：]/, '')] ?? []);
  return [...options, ...brought];
}

function completeValue(
  option: OptionHint | undefined,
  typed: string,
  before: string,
  language: Language,
): readonly Suggestion[] {
  const sought = typed.toLowerCase();
  const values =
    option?.values?.filter((each) => each.toLowerCase().startsWith(sought) && each !== typed) ?? [];
  return values
    .slice(0, most)
    .map((each) => suggest(each, option?.summary[language] ?? '', `${before}${each} `));
}

/** Those whose name begins with what was typed, then those whose summary holds it ("练习" finds /quiz). */
function matching<T extends NameHint>(hints: readonly T[], typed: string, language: Language): readonly T[] {
  const sought = typed.toLowerCase();
  const named = hints.filter(({ name }) => name.startsWith(sought));
  const about = hints.filter(
    ({ name, summary }) => !name.startsWith(sought) && summary[language].toLowerCase().includes(sought),
  );
  return [...named, ...about].slice(0, most);
}

function suggest(label: string, summary: string, line: string): Suggestion {
  return { label, summary, line };
}
