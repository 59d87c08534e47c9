import type { Language } from '../../../core/question/language.ts';
import type { CommandHint, NameHint } from '../wire.ts';

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
  const before = [`/${command.name}`, ...words.slice(0, -1)].join(' ');
  const [optionName = '', value] = last.split(/[:：]/, 2);
  const option = command.options.find(({ name }) => name === optionName);
  if (value !== undefined) {
    const values = option?.values?.filter((each) => each.startsWith(value) && each !== value) ?? [];
    return values
      .slice(0, most)
      .map((each) => suggest(each, option?.summary[language] ?? '', `${before} ${optionName}:${each} `));
  }
  const used = new Set(words.slice(0, -1).map((word) => word.split(/[:：]/)[0] ?? ''));
  const subcommands = words.length === 1 ? matching(command.subcommands, last, language) : [];
  const options = matching(
    command.options.filter(({ name }) => !used.has(name)),
    last,
    language,
  );
  return [
    ...subcommands.map(({ name, summary }) => suggest(name, summary[language], `${before} ${name} `)),
    ...options.map(({ name, summary }) => suggest(`${name}:`, summary[language], `${before} ${name}:`)),
  ].slice(0, most);
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
