import type { CommandAction, OptionSpec, Services } from '../../app/commands/command.ts';
import { messages } from '../../app/messages/index.ts';
import { subcommandOf } from '../../app/parse-command.ts';
import type { ParameterInfo } from '../../app/ports/laboratory.ts';
import type { Bilingual } from '../../core/question/language.ts';
import type { ActionHint, CommandHint, OptionHint } from './wire.ts';

/** What the hints are made from. */
type Source = Pick<Services, 'commands' | 'bank' | 'laboratory'>;

/** A choice among more numbers than this is no help. */
const mostNumbers = 12;

/** The one list of commands as the page completes it. */
export function toCommandHints(source: Source): readonly CommandHint[] {
  return source.commands.map(({ name, actions }) => {
    const listed = actions.filter(({ isUnlisted }) => isUnlisted !== true);
    return {
      ...actionHint(name, actions[0], source),
      subcommands: listed.flatMap((action) => {
        const subcommand = subcommandOf(action.path);
        return subcommand === undefined ? [] : [actionHint(subcommand, action, source)];
      }),
    };
  });
}

function actionHint(name: string, action: CommandAction, source: Source): ActionHint {
  const { path, options, textOption, takesParameters } = action;
  const summary = { zh: messages.zh.actions[path], en: messages.en.actions[path] };
  return {
    name,
    summary,
    options: options
      .filter(({ needs }) => needs === undefined)
      .map((option) => optionHint(option, option.name === textOption, source)),
    ...(takesParameters === true && { parameters: parametersOf(source) }),
  };
}

function optionHint({ name, kind }: OptionSpec, isText: boolean, source: Source): OptionHint {
  const values = valuesOf(kind, source);
  return {
    name,
    summary: { zh: messages.zh.options[name], en: messages.en.options[name] },
    ...(values !== undefined && { values }),
    ...(isText && { isText }),
  };
}

function valuesOf(kind: OptionSpec['kind'], { bank, laboratory }: Source): readonly string[] | undefined {
  switch (kind.kind) {
    case 'choice':
      return kind.choices;
    case 'integer':
      return numbersFrom(kind.low, kind.high);
    case 'topic': {
      const asked = new Set(bank.questions.map(({ topic }) => topic));
      return bank.topics.map(({ id }) => id).filter((id) => asked.has(id));
    }
    case 'question':
      return bank.questions.map(({ id }) => id);
    case 'experiment':
      return laboratory.catalogue.map(({ id }) => id);
    case 'zone':
      return Intl.supportedValuesOf('timeZone');
    case 'text':
    case 'place':
    case 'mention':
    case 'wall-time':
    case 'weekdays':
      return undefined;
  }
}

function numbersFrom(low: number, high: number): readonly string[] | undefined {
  if (high - low >= mostNumbers) return undefined;
  return Array.from({ length: high - low + 1 }, (_, index) => String(low + index));
}

function parametersOf({ laboratory }: Source): Readonly<Record<string, readonly OptionHint[]>> {
  return Object.fromEntries(
    laboratory.catalogue.map(({ id, parameters }) => [id, parameters.map(parameterHint)]),
  );
}

function parameterHint({ name, title, kind, choices, range }: ParameterInfo): OptionHint {
  const values = kind === 'boolean' ? ['true', 'false'] : choices;
  return { name, summary: withRange(title, range), ...(values !== undefined && { values }) };
}

function withRange(title: Bilingual, range: ParameterInfo['range']): Bilingual {
  if (range === undefined) return title;
  const [low, high] = range;
  return { zh: `${title.zh}，${low} 到 ${high}`, en: `${title.en}, ${low} to ${high}` };
}
