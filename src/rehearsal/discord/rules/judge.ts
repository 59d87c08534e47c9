import { InteractionResponseType } from 'discord.js';
import { commandSetProblems } from './commands.ts';
import { fields, items, type Json, lengthProblems } from './json.ts';
import { choiceProblems, deferProblems, messageProblems, modalProblems } from './messages.ts';

/** A request with a body, as the platform receives it. */
export interface Request {
  readonly method: string;
  /** Without the API's root: `/channels/1/messages`. */
  readonly path: string;
  readonly body: unknown;
  /** Names of the files that came along. */
  readonly files: readonly string[];
}

/** Says what is wrong with a request; nothing when Discord would take it. */
export type Judge = (request: Request) => readonly string[];

/** The rules that Discord's machine-readable document does not express, and those that we hold ourselves to. */
export const houseRules: Judge = ({ method, path, body, files }) => {
  const json = fields(body);
  if (/^\/interactions\/\d+\/[^/]+\/callback$/.test(path)) return responseProblems(json, files);
  if (/^\/webhooks\/\d+\//.test(path)) return messageProblems(json, { mayBeEphemeral: true, files });
  if (/^\/channels\/\d+\/messages(\/\d+)?$/.test(path))
    return messageProblems(json, { mayBeEphemeral: false, files });
  if (/^\/channels\/\d+\/(messages\/\d+\/)?threads$/.test(path)) return threadProblems(json, files);
  if (method === 'PUT' && path.endsWith('/commands')) return commandSetProblems(items(body));
  return [];
};

function responseProblems({ type, data }: Json, files: readonly string[]): readonly string[] {
  const json = fields(data);
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
    case InteractionResponseType.UpdateMessage:
      return messageProblems(json, { mayBeEphemeral: true, files });
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return deferProblems(json);
    case InteractionResponseType.DeferredMessageUpdate:
      return data === undefined ? [] : ['data: has no place in a deferred update'];
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return choiceProblems(items(json.choices));
    case InteractionResponseType.Modal:
      return modalProblems(json);
    default:
      return [`type: ${String(type)} is no response`];
  }
}

function threadProblems(
  { name, auto_archive_duration: minutes, message }: Json,
  files: readonly string[],
): readonly string[] {
  return [
    ...lengthProblems('name', name, 1, 100),
    ...([60, 1440, 4320, 10080].includes(Number(minutes))
      ? []
      : ['auto_archive_duration: 60, 1440, 4320 or 10080']),
    ...(message === undefined ? [] : messageProblems(fields(message), { mayBeEphemeral: false, files })),
  ];
}
