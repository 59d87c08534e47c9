import type { GatewayMessageCreateDispatchData } from 'discord.js';
import type { Action, Incoming, Person } from '../../../app/incoming.ts';
import { parseCommand } from '../../../app/parse-command.ts';
import type { Language } from '../../../core/question/language.ts';
import type { Desk } from '../desk.ts';
import { notice } from '../interactions/notices.ts';
import { withRole } from '../interactions/with-role.ts';
import { personIdOf, platform, type Spot } from '../places.ts';
import { createChannelOutlet } from '../show/channel-outlet.ts';
import { deliver } from '../show/deliver.ts';
import { conversationAt } from '../surroundings.ts';
import { troubleOf } from '../wire/trouble.ts';
import { words } from '../words.ts';
import { type ReadMessage, readMessage } from './read-message.ts';

/** How long a channel is left alone after it was told that replies cannot be read. */
const quietMs = 3_600_000;

/** Works on messages: direct ones, those that mention the coach, and replies to it. Never rejects: a fault is logged. */
export function createMessageHearer(desk: Desk, ownId: () => string) {
  const toldAt = new Map<string, number>();

  function mayTell(channelId: string): boolean {
    const nowMs = desk.clock.nowMs();
    if (nowMs - (toldAt.get(channelId) ?? Number.NEGATIVE_INFINITY) < quietMs) return false;
    toldAt.set(channelId, nowMs);
    return true;
  }

  return async (message: GatewayMessageCreateDispatchData): Promise<void> => {
    try {
      const read = readMessage(message, ownId());
      if (read.kind === 'text') await answerMessage(desk, message, read);
      if (read.kind === 'unreadable' && mayTell(message.channel_id))
        await tellUnreadable(desk, message, read.spot);
    } catch (fault) {
      // Where we may not write there is nobody to tell.
      if (troubleOf(fault) === 'refused')
        desk.log.info('discord-message-not-answered', { message: message.id });
      else desk.log.error('discord-message-failed', fault, { message: message.id });
    }
  };
}

async function answerMessage(
  desk: Desk,
  message: GatewayMessageCreateDispatchData,
  { spot, text, replyTo }: Extract<ReadMessage, { kind: 'text' }>,
): Promise<void> {
  const roundId = replyTo === undefined ? undefined : await desk.rounds.roundOf(replyTo);
  const incoming = await toIncoming(desk, message, spot, text, roundId);
  const response = await desk.handle(incoming);
  await deliver(response, {
    outlet: outletFor(desk, message, spot),
    rounds: desk.rounds,
    log: desk.log,
    delivery: incoming.id,
  });
}

async function toIncoming(
  desk: Desk,
  message: GatewayMessageCreateDispatchData,
  spot: Spot,
  text: string,
  roundId: string | undefined,
): Promise<Incoming> {
  const conversation = conversationAt(spot, serverLanguageAt(desk, spot));
  const person = personOf(desk, message, spot);
  const action = toAction(desk, text, spot, roundId);
  const place =
    action.kind === 'invocation'
      ? await desk.servers.checkPlace(action.invocation, { spot, conversation, person })
      : undefined;
  return {
    id: `${platform}:${message.id}`,
    conversation,
    person,
    action,
    atMs: desk.clock.nowMs(),
    ...(place !== undefined && { place }),
  };
}

/** A typed command may name a role or a channel in Discord's own way; everything else is for the coach to read. */
function toAction(desk: Desk, text: string, spot: Spot, roundId: string | undefined): Action {
  const line = parseCommand(text, desk.services.commands);
  if (line.kind === 'invocation') {
    return {
      kind: 'invocation',
      invocation: withRole(line.invocation, desk.servers, spot) ?? line.invocation,
    };
  }
  return { kind: 'text', text, ...(roundId !== undefined && { roundId }) };
}

function personOf(
  { servers, languages }: Desk,
  { author, member }: GatewayMessageCreateDispatchData,
  spot: Spot,
): Person {
  const isModerator =
    spot.kind !== 'channel' || servers.mayManage(spot.guildId, author.id, member?.roles ?? []);
  const id = personIdOf(author.id);
  const language = languages.of(id);
  return {
    id,
    name: member?.nick ?? author.global_name ?? author.username,
    isModerator,
    ...(language !== undefined && { language }),
    theme: 'dark',
  };
}

async function tellUnreadable(
  desk: Desk,
  message: GatewayMessageCreateDispatchData,
  spot: Spot,
): Promise<void> {
  const language = serverLanguageAt(desk, spot) ?? 'en';
  const reply = { ...notice(language, words[language].replyUnread), audience: 'conversation' } as const;
  await outletFor(desk, message, spot).show([reply]);
}

function outletFor({ api, writer }: Desk, message: GatewayMessageCreateDispatchData, spot: Spot) {
  return createChannelOutlet({
    api,
    writer,
    channelId: message.channel_id,
    replyTo: {
      messageId: message.id,
      personId: personIdOf(message.author.id),
      name: message.member?.nick ?? message.author.global_name ?? message.author.username,
    },
    isPrivate: spot.kind === 'private',
  });
}

function serverLanguageAt({ servers }: Desk, spot: Spot): Language | undefined {
  return spot.kind === 'channel' ? servers.language(spot.guildId) : undefined;
}
