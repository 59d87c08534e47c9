import type { QuestionBank } from '../core/question/bank.ts';
import { parseWallTime, parseWeekdays } from '../core/schedule/parse-schedule.ts';
import { findTimeZone } from '../core/schedule/time-zone.ts';
import type { CommandAction, OptionSpec, OptionValues } from './commands/command.ts';
import type { Invocation } from './invocation.ts';
import type { Messages } from './messages/index.ts';
import type { OptionName } from './messages/names.ts';
import { nearest, takesProse } from './parse-command.ts';

/** Outcome of {@link readOptions}: checked values, or every problem at once, each a sentence with the way out. */
export type OptionsOutcome =
  | { readonly kind: 'options'; readonly options: OptionValues }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Checks an invocation's options against its action; every platform's input passes here, so menus are never trusted. */
export function readOptions(
  action: CommandAction,
  invocation: Invocation,
  bank: QuestionBank,
  words: Messages,
): OptionsOutcome {
  const given = withText(action, invocation);
  const values: Partial<Record<OptionName, string>> = {};
  const parameters: Record<string, string> = {};
  const problems: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const spec = action.options.find((option) => option.name === name);
    if (spec !== undefined) {
      const outcome = readValue(spec, value.trim(), bank, words);
      if (outcome.kind === 'value') values[spec.name] = outcome.value;
      else problems.push(outcome.problem);
    } else if (action.takesParameters === true) parameters[name] = value;
    else problems.push(unknownOption(name, action, words));
  }
  for (const word of strayWords(action, invocation.text)) problems.push(unknownOption(word, action, words));
  for (const { name, isRequired } of action.options) {
    if (isRequired === true && given[name] === undefined) {
      problems.push(words.unknown.missing(name, words.options[name]));
    }
  }
  return problems.length > 0
    ? { kind: 'problems', problems }
    : { kind: 'options', options: { values, parameters } };
}

function withText(action: CommandAction, { options, text }: Invocation): Readonly<Record<string, string>> {
  if (action.textOption === undefined) return options;
  const stray = new Set(strayWords(action, text));
  const meant = takesProse(action)
    ? text
    : wordsOf(text)
        .filter((word) => !stray.has(word))
        .join(' ');
  return meant === '' ? options : { ...options, [action.textOption]: meant };
}

/** Words that nothing takes: any, where there is no free text; outside prose, those that look like an option. */
function strayWords(action: CommandAction, text: string): readonly string[] {
  if (action.textOption === undefined) return wordsOf(text).slice(0, 1);
  return takesProse(action) ? [] : wordsOf(text).filter((word) => /^[A-Za-z][\w-]*[:：=]/.test(word));
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');

function unknownOption(typed: string, action: CommandAction, words: Messages): string {
  const [name = typed] = typed.split(/[:：=]/, 1);
  const near = nearest(
    name.toLowerCase(),
    action.options.map((option) => option.name),
  );
  const problem = words.unknown.option(typed, action.path);
  return near.length === 0 ? problem : `${problem} ${words.unknown.optionNear(near.join(', '))}`;
}

type ValueOutcome =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'problem'; readonly problem: string };

const valid = (value: string): ValueOutcome => ({ kind: 'value', value });
const invalid = (problem: string): ValueOutcome => ({ kind: 'problem', problem });
const validOr = (value: string | undefined, problem: string): ValueOutcome =>
  value === undefined ? invalid(problem) : valid(value);

function readValue(
  { name, kind: takes }: OptionSpec,
  given: string,
  bank: QuestionBank,
  words: Messages,
): ValueOutcome {
  switch (takes.kind) {
    case 'text':
      return given.length <= takes.maxLength
        ? valid(given)
        : invalid(words.unknown.tooLong(name, takes.maxLength));
    case 'integer': {
      const fits = /^\d{1,9}$/.test(given) && Number(given) >= takes.low && Number(given) <= takes.high;
      return fits ? valid(given) : invalid(words.unknown.integer(name, takes.low, takes.high, given));
    }
    case 'choice': {
      const chosen = takes.choices.find((choice) => choice === given.toLowerCase());
      return validOr(chosen, words.unknown.choice(name, takes.choices.join(', '), given));
    }
    case 'topic':
      return validOr(findTopicId(bank, given), words.unknown.topic(given));
    case 'question':
      return validOr(bank.questions.find(({ id }) => id === given)?.id, words.unknown.question(given));
    case 'zone':
      return validOr(findTimeZone(given), words.unknown.zone(given));
    case 'wall-time':
      return validOr(parseWallTime(given), words.unknown.time(given));
    case 'weekdays':
      return validOr(parseWeekdays(given)?.join(','), words.unknown.weekdays(given));
    case 'experiment':
    case 'place':
    case 'mention':
      return valid(given);
  }
}

/** A topic's id by its id or its title in either language. */
function findTopicId(bank: QuestionBank, given: string): string | undefined {
  const folded = given.toLowerCase();
  return bank.topics.find(({ id, title }) => [id, title.en.toLowerCase(), title.zh].includes(folded))?.id;
}
