import type { Command, OptionSpec } from '../../app/commands/command.ts';
import { messages } from '../../app/messages/index.ts';
import { subcommandOf } from '../../app/parse-command.ts';
import type { QuestionBank } from '../../core/question/bank.ts';
import type { Bilingual } from '../../core/question/language.ts';
import type { CommandHint, OptionHint } from './wire.ts';

/** What options can be completed with. */
export interface KnownNames {
  readonly bank: QuestionBank;
  readonly experiments: readonly string[];
}

/** The one list as the page completes it. */
export function toCommandHints(commands: readonly Command[], names: KnownNames): readonly CommandHint[] {
  return commands.map(({ name, actions }) => ({
    name,
    summary: inBoth(({ actions: summaries }) => summaries[actions[0].path]),
    subcommands: actions.flatMap(({ path }) => {
      const subcommand = subcommandOf(path);
      if (subcommand === undefined) return [];
      return [{ name: subcommand, summary: inBoth(({ actions: summaries }) => summaries[path]) }];
    }),
    options: distinct(
      actions.flatMap(({ options }) => options.filter(({ needs }) => needs === undefined)),
    ).map((option) => toOptionHint(option, names)),
  }));
}

function toOptionHint({ name, kind }: OptionSpec, names: KnownNames): OptionHint {
  const values = valuesOf(kind, names);
  const hint = { name, summary: inBoth(({ options }) => options[name]) };
  return values === undefined ? hint : { ...hint, values };
}

function valuesOf(
  kind: OptionSpec['kind'],
  { bank, experiments }: KnownNames,
): readonly string[] | undefined {
  switch (kind.kind) {
    case 'choice':
      return kind.choices;
    case 'topic': {
      const asked = new Set(bank.questions.map(({ topic }) => topic));
      return bank.topics.map(({ id }) => id).filter((id) => asked.has(id));
    }
    case 'question':
      return bank.questions.map(({ id }) => id);
    case 'experiment':
      return experiments;
    case 'zone':
      return Intl.supportedValuesOf('timeZone');
    case 'integer':
    case 'text':
    case 'place':
    case 'mention':
    case 'wall-time':
    case 'weekdays':
      return undefined;
  }
}

function distinct(options: readonly OptionSpec[]): readonly OptionSpec[] {
  return [...new Map(options.map((option) => [option.name, option])).values()];
}

function inBoth(say: (words: (typeof messages)['en']) => string): Bilingual {
  return { en: say(messages.en), zh: say(messages.zh) };
}
