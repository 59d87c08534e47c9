import { toChoice } from '../choice.ts';
import { nearest } from '../parse-command.ts';
import type { Block, Response } from '../reply.ts';
import { unknownCommandReply } from '../unknown-input.ts';
import type { Command, CommandAction, CommandContext, OptionSpec, OptionValues, Voice } from './command.ts';

/** `/help`: the one list in words. */
export const help: Command = {
  name: 'help',
  actions: [
    {
      path: 'help',
      audience: 'person',
      options: [{ name: 'command', kind: { kind: 'text', maxLength: 40 } }],
      textOption: 'command',
      run,
    },
  ],
};

function run({ services, personal }: CommandContext, { values }: OptionValues): Promise<Response> {
  const { language } = personal;
  const name = values.command?.replace(/^[/／]/, '').toLowerCase();
  const command = services.commands.find((each) => each.name === name);
  if (name !== undefined && command === undefined) {
    const near = nearest(
      name,
      services.commands.map((each) => each.name),
    );
    return Promise.resolve({ replies: [unknownCommandReply({ typed: name, near }, personal)] });
  }
  const blocks = command === undefined ? overview(services.commands, personal) : details(command, personal);
  return Promise.resolve({ replies: [{ audience: 'person', language, blocks }] });
}

function overview(commands: readonly Command[], { words }: Voice): readonly Block[] {
  return [
    { kind: 'heading', text: words.help.heading },
    { kind: 'text', text: words.help.intro },
    {
      kind: 'list',
      items: commands.map(({ name, actions }) => `/${name} — ${words.actions[actions[0].path]}`),
    },
    {
      kind: 'choices',
      as: 'buttons',
      choices: [
        toChoice(words.start.quiz, '/quiz start', 'primary'),
        toChoice(words.start.daily, '/daily show'),
        toChoice(words.start.demo, '/demo list'),
      ],
    },
  ];
}

function details({ name, actions }: Command, voice: Voice): readonly Block[] {
  return [
    { kind: 'heading', text: `/${name}` },
    ...actions.flatMap((action): Block[] => {
      const moderators = action.isForModerators === true ? ` (${voice.words.help.moderators})` : '';
      return [
        { kind: 'text', text: `${usage(action)} — ${voice.words.actions[action.path]}${moderators}` },
        ...(action.options.length === 0
          ? []
          : [
              {
                kind: 'list',
                items: action.options.filter(isEverywhere).map((option) => optionLine(option, voice)),
              } as const,
            ]),
      ];
    }),
  ];
}

function usage({ path, options, textOption }: CommandAction): string {
  const words = options.filter(isEverywhere).map(({ name, isRequired }) => {
    const shape = name === textOption ? `<${name}>` : `${name}:…`;
    return isRequired === true ? shape : `[${shape}]`;
  });
  return [`/${path}`, ...words].join(' ');
}

/** Whether an option means something on every platform. */
function isEverywhere({ needs }: OptionSpec): boolean {
  return needs === undefined;
}

function optionLine({ name, isRequired }: OptionSpec, { words }: Voice): string {
  return words.help.option(name, words.options[name], isRequired === true);
}
