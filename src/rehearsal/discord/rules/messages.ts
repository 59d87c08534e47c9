import { ComponentType, MessageFlags } from 'discord.js';
import { componentProblems, withInner } from './components.ts';
import { fields, items, type Json, lengthProblems, text } from './json.ts';

/** Where a message goes, as far as the rules differ. */
export interface MessagePlace {
  /** Only answers to interactions may be for one person's eyes. */
  readonly mayBeEphemeral: boolean;
  readonly files: readonly string[];
}

const known = new Set([
  'content',
  'nonce',
  'tts',
  'embeds',
  'allowed_mentions',
  'message_reference',
  'components',
  'attachments',
  'flags',
  'enforce_nonce',
  'poll',
]);

/** What is wrong with a message, beyond what Discord's own document says. */
export function messageProblems(message: Json, place: MessagePlace): readonly string[] {
  const flags = typeof message.flags === 'number' ? message.flags : 0;
  const isVersion2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  const components = items(message.components);
  return [
    ...Object.keys(message)
      .filter((name) => !known.has(name))
      .map((name) => `${name}: is no field of a message`),
    ...(message.allowed_mentions === undefined
      ? ['allowed_mentions: everyone named in a text would be called']
      : []),
    ...((flags & MessageFlags.Ephemeral) !== 0 && !place.mayBeEphemeral
      ? ['flags: only answers to interactions are ephemeral']
      : []),
    ...(message.nonce === undefined ? [] : lengthProblems('nonce', message.nonce, 1, 25)),
    ...(isVersion2 ? version2Problems(message) : version1Problems(message, place)),
    ...componentProblems(components, isVersion2),
    ...fileProblems(message, components, place.files, isVersion2),
  ];
}

function version2Problems(message: Json): readonly string[] {
  const strangers = ['content', 'embeds', 'poll'].filter((name) => message[name] !== undefined);
  return [
    ...strangers.map((name) => `${name}: has no place beside IsComponentsV2`),
    ...(items(message.components).length === 0 ? ['components: the message is empty'] : []),
  ];
}

function version1Problems(message: Json, { files }: MessagePlace): readonly string[] {
  const embeds = items(message.embeds);
  const isEmpty =
    text(message.content) === '' &&
    embeds.length === 0 &&
    files.length === 0 &&
    message.components === undefined;
  const characters = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  return [
    ...(isEmpty ? ['the message is empty'] : []),
    ...lengthProblems('content', message.content ?? '', 0, 2000),
    ...(characters > 6000 ? [`embeds: at most 6000 characters in all, there are ${characters}`] : []),
  ];
}

function embedLength({ title, description, footer, author, fields: pairs }: Json): number {
  const texts = [title, description, fields(footer).text, fields(author).name];
  const inPairs = items(pairs).flatMap(({ name, value }) => [name, value]);
  return [...texts, ...inPairs].reduce<number>((sum, each) => sum + text(each).length, 0);
}

function fileProblems(
  { attachments, embeds }: Json,
  components: readonly Json[],
  files: readonly string[],
  isVersion2: boolean,
): readonly string[] {
  const named = JSON.stringify([components, embeds ?? []]).matchAll(/attachment:\/\/([\w.-]+)/g);
  const wanted = [...named].map(([, name = '']) => name);
  const described = items(attachments).map(({ filename }) => text(filename));
  return [
    ...wanted
      .filter((name) => !files.includes(name))
      .map((name) => `attachment://${name}: no such file came along`),
    ...(isVersion2 ? files.filter((name) => !wanted.includes(name)) : []).map(
      (name) => `${name}: a file that no component shows`,
    ),
    ...files
      .filter((name) => !described.includes(name))
      .map((name) => `${name}: a file without a description`),
  ];
}

/** Only whether it is for one person may be said of a message that is still to come. */
export function deferProblems(data: Json): readonly string[] {
  const { flags, ...others } = data;
  const strange = Object.keys(others);
  return [
    ...strange.map((name) => `${name}: has no place in a deferred response`),
    ...(flags === undefined || flags === MessageFlags.Ephemeral
      ? []
      : ['flags: a deferred response carries none but Ephemeral']),
  ];
}

/** What is wrong with a form. */
export function modalProblems(modal: Json): readonly string[] {
  const components = items(modal.components);
  const all = components.flatMap(withInner);
  return [
    ...lengthProblems('custom_id', modal.custom_id, 1, 100),
    ...lengthProblems('title', modal.title, 1, 45),
    ...(components.length < 1 || components.length > 5
      ? [`components: between 1 and 5, there are ${components.length}`]
      : []),
    ...all.filter(({ type }) => type === ComponentType.Button).map(() => 'components: no buttons in a form'),
    ...all
      .filter(({ type }) => type === ComponentType.Label)
      .flatMap(({ label }) => lengthProblems('label', label, 1, 45)),
    ...all.filter(({ type }) => type === ComponentType.TextInput).flatMap(inputProblems),
  ];
}

function inputProblems({ value, placeholder, max_length: high }: Json): readonly string[] {
  const limit = typeof high === 'number' ? high : 4000;
  return [
    ...(limit > 4000 ? [`max_length: at most 4000, is ${limit}`] : []),
    ...lengthProblems('placeholder', placeholder ?? '', 0, 100),
    ...lengthProblems('value', value ?? '', 0, limit),
  ];
}

/** What is wrong with suggestions. */
export function choiceProblems(choices: readonly Json[]): readonly string[] {
  return [
    ...(choices.length > 25 ? [`choices: at most 25, there are ${choices.length}`] : []),
    ...choices.flatMap(({ name, value }) => [
      ...lengthProblems('choice name', name, 1, 100),
      ...(typeof value === 'string' ? lengthProblems('choice value', value, 1, 100) : []),
    ]),
  ];
}
