import { CoachError } from './coach-error.ts';
import type { Command, CommandAction, CommandContext, Services, Voice } from './commands/command.ts';
import { createInOrder } from './in-order.ts';
import type { Incoming } from './incoming.ts';
import type { Invocation } from './invocation.ts';
import { noteMembership } from './membership.ts';
import { messages } from './messages/index.ts';
import { findAction, parseCommand } from './parse-command.ts';
import type { Log } from './ports/log.ts';
import type { Group, Member, Store, StoreTransaction } from './ports/store.ts';
import { readOptions } from './read-options.ts';
import type { Reply, Response } from './reply.ts';
import { problemsReply, unknownCommandReply } from './unknown-input.ts';

/** The coach: everything a person can do passes through here, whatever the platform. */
export interface Coach {
  /** Handles one action after those before it in its conversation. Never rejects: a fault becomes a calm sentence. */
  handle(incoming: Incoming): Promise<Response>;
}

/** Zone of a group that has not chosen one. */
const defaultZone = 'UTC';

export function createCoach(services: Services, store: Store, log: Log, zone = defaultZone): Coach {
  const inOrder = createInOrder();
  return {
    handle: (incoming) =>
      inOrder(incoming.conversation.id, async () => {
        try {
          return await store.transaction((tx) => handleOnce(services, tx, incoming, zone));
        } catch (fault) {
          return reportFault(log, incoming, fault);
        }
      }),
  };
}

/** The claim comes first: a delivery that comes twice gets the replies of the first time, and nothing is scored again. */
async function handleOnce(
  services: Services,
  tx: StoreTransaction,
  incoming: Incoming,
  zone: string,
): Promise<Response> {
  if (!(await tx.deliveries.claim(incoming.id, incoming.atMs))) {
    return { replies: (await tx.deliveries.findReplies(incoming.id)) ?? [] };
  }
  const context = await contextOf(services, tx, incoming, zone);
  const response = await respond(context);
  await tx.deliveries.settle(incoming.id, response.replies);
  return response;
}

async function contextOf(
  services: Services,
  tx: StoreTransaction,
  incoming: Incoming,
  zone: string,
): Promise<CommandContext> {
  const { conversation, person, atMs } = incoming;
  const group = (await tx.groups.find(conversation.groupId)) ?? { id: conversation.groupId, zone };
  const who = { groupId: group.id, personId: person.id, name: person.name };
  // What a platform reports about the group itself is no visit of whoever caused it.
  const member = isReport(incoming) ? { ...who, isHidden: false } : await tx.members.meet(who, atMs);
  const personal = personalVoice(incoming, group, member);
  const shared = conversation.kind === 'private' ? personal : sharedVoice(incoming, group, member);
  return { services, tx, incoming, group, member, nowMs: atMs, personal, shared };
}

/** Whether the platform reports something about the group, rather than someone speaking in it. */
function isReport({ action }: Incoming): boolean {
  return action.kind !== 'text' && action.kind !== 'invocation';
}

function personalVoice({ person, conversation }: Incoming, group: Group, member: Member): Voice {
  return voice(member.language ?? person.language ?? group.language ?? conversation.language ?? 'en');
}

function sharedVoice({ person, conversation }: Incoming, group: Group, member: Member): Voice {
  return voice(group.language ?? conversation.language ?? member.language ?? person.language ?? 'en');
}

function voice(language: Voice['language']): Voice {
  return { language, words: messages[language] };
}

async function respond(context: CommandContext): Promise<Response> {
  const { incoming, services, personal } = context;
  const membership = await noteMembership(context);
  if (membership !== undefined) return membership;
  const line = toInvocation(incoming, services.commands);
  if (line.kind === 'unknown') return only(unknownCommandReply(line, personal));
  const action = findAction(line.invocation, services.commands);
  if (action === undefined) {
    return only(unknownCommandReply({ typed: line.invocation.command, near: [] }, personal));
  }
  if (isForbidden(action, incoming))
    return only(problemsReply([personal.words.refused.moderatorsOnly], personal));
  const outcome = readOptions(action, line.invocation, services.bank, personal.words);
  if (outcome.kind === 'problems') return only(problemsReply(outcome.problems, personal));
  return action.run(context, outcome.options);
}

function toInvocation(
  { action }: Incoming,
  commands: readonly Command[],
):
  | { kind: 'invocation'; invocation: Invocation }
  | { kind: 'unknown'; typed: string; near: readonly string[] } {
  if (action.kind === 'invocation') return action;
  if (action.kind !== 'text') return { kind: 'unknown', typed: action.kind, near: [] };
  const line = parseCommand(action.text, commands);
  if (line.kind !== 'plain') return line;
  const options: Record<string, string> = action.roundId === undefined ? {} : { round: action.roundId };
  return { kind: 'invocation', invocation: { command: 'answer', options, text: line.text } };
}

/** In a talk that is a group of its own everyone may change everything; where others share the group, moderators may. */
function isForbidden(action: CommandAction, { conversation, person }: Incoming): boolean {
  const isShared = conversation.kind === 'group' || conversation.id !== conversation.groupId;
  return action.isForModerators === true && isShared && !person.isModerator;
}

function only(reply: Reply): Response {
  return { replies: [reply] };
}

/** The one handler that faults fly to: ids and a code for the log, one calm sentence for the person. */
function reportFault(log: Log, incoming: Incoming, fault: unknown): Response {
  const code = fault instanceof CoachError ? fault.code : 'unexpected';
  log.error(code, fault, { delivery: incoming.id, conversation: incoming.conversation.id });
  const language = incoming.person.language ?? incoming.conversation.language ?? 'en';
  return { ...only(problemsReply([messages[language].refused.fault(code)], voice(language))), isFault: true };
}
