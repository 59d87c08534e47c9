import { fields, items, type Json, lengthProblems, repeated, text } from './json.ts';

/** What is wrong with a whole set of commands, beyond what Discord's own document says. */
export function commandSetProblems(commands: readonly Json[]): readonly string[] {
  return [
    ...(commands.length > 100 ? [`at most 100 commands, there are ${commands.length}`] : []),
    ...repeated(commands.map(({ name }) => text(name))).map((name) => `/${name}: is there twice`),
    ...commands.flatMap((command) => commandProblems(command)),
  ];
}

function commandProblems(command: Json): readonly string[] {
  const name = text(command.name);
  const characters = longestText(command);
  const problems = [
    ...namedProblems(command),
    ...optionProblems(items(command.options)),
    ...(characters > 8000 ? [`at most 8000 characters, there are ${characters}`] : []),
  ];
  return problems.map((problem) => `/${name}: ${problem}`);
}

function namedProblems({
  name,
  description,
  name_localizations: names,
  description_localizations: about,
}: Json): readonly string[] {
  return [
    ...[name, ...Object.values(fields(names))].flatMap((each) => nameProblems(text(each))),
    ...[description, ...Object.values(fields(about))].flatMap((each) =>
      lengthProblems('description', each, 1, 100),
    ),
  ];
}

/** Letters of any script, digits, `-`, `_` and `'`, and no capital where there are small letters. */
function nameProblems(name: string): readonly string[] {
  const isFit = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(name) && name === name.toLowerCase();
  return isFit ? [] : [`name "${name}": 1 to 32 small letters, digits, - or _`];
}

function optionProblems(options: readonly Json[]): readonly string[] {
  const firstOptional = options.findIndex(
    ({ required, type }) => required !== true && type !== 1 && type !== 2,
  );
  const isLate = firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required === true);
  const locales = new Set(options.flatMap(({ name_localizations: names }) => Object.keys(fields(names))));
  const localised = [...locales].flatMap((locale) =>
    repeated(options.map((option) => text(fields(option.name_localizations)[locale] ?? option.name))),
  );
  return [
    ...(options.length > 25 ? [`at most 25 options, there are ${options.length}`] : []),
    ...(isLate ? ['required options come before optional ones'] : []),
    ...[...repeated(options.map(({ name }) => text(name))), ...localised].map(
      (name) => `option ${name}: is there twice`,
    ),
    ...options.flatMap((option) => [
      ...namedProblems(option),
      ...choiceProblems(option),
      ...optionProblems(items(option.options)),
    ]),
  ];
}

function choiceProblems({ choices, autocomplete }: Json): readonly string[] {
  const all = items(choices);
  return [
    ...(all.length > 25 ? [`at most 25 choices, there are ${all.length}`] : []),
    ...(all.length > 0 && autocomplete === true ? ['choices or autocomplete, not both'] : []),
    ...all.flatMap(({ name }) => lengthProblems('choice', name, 1, 100)),
  ];
}

/** Characters of a command with the longest of its localisations, which is what Discord counts. */
function longestText(value: Json): number {
  const own = ['name', 'description'].reduce((sum, field) => {
    const others = Object.values(fields(value[`${field}_localizations`])).map((each) => text(each).length);
    return sum + Math.max(text(value[field]).length, ...others);
  }, 0);
  const choices = items(value.choices).reduce(
    (sum, { name, value: chosen }) => sum + text(name).length + text(chosen).length,
    0,
  );
  return own + choices + items(value.options).reduce((sum, option) => sum + longestText(option), 0);
}
