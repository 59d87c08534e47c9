import type { APIInteractionDataResolvedChannel, APIInteractionResponse } from 'discord.js';
import type { Incoming } from '../../../app/incoming.ts';
import type { Invocation } from '../../../app/invocation.ts';
import { messages } from '../../../app/messages/index.ts';
import type { Reply, Response } from '../../../app/reply.ts';
import type { Desk } from '../desk.ts';
import { platform } from '../places.ts';
import { deliver } from '../show/deliver.ts';
import { createInteractionOutlet, type Original } from '../show/interaction-outlet.ts';
import type { Interaction, Surroundings } from '../surroundings.ts';
import { words } from '../words.ts';
import { acknowledge } from './acknowledge.ts';
import { notice } from './notices.ts';

/** How an interaction is answered: its first response, and the message that leaves to be filled. */
export interface Manner {
  readonly response: APIInteractionResponse;
  readonly original?: Original;
}

/** What happened, with where it happened. */
export interface Happening<I extends Interaction = Interaction> {
  readonly interaction: I;
  readonly surroundings: Surroundings;
}

/** Acknowledges first, whatever the work may take; then lets the coach do what was asked, and shows what it says. */
export async function answerInteraction(
  desk: Desk,
  happening: Happening,
  invocation: Invocation,
  { response, original }: Manner,
  amend: (response: Response) => Response = (each) => each,
): Promise<void> {
  if (!(await acknowledge(desk, happening.interaction, response))) return;
  await showOutcome(desk, happening, original, async () =>
    amend(await desk.handle(await toIncoming(desk, happening, invocation))),
  );
}

/** Shows what comes of some work; where either fails, the person is told so much and not left with "thinking …". */
export async function showOutcome(
  desk: Desk,
  { interaction, surroundings }: Happening,
  original: Original | undefined,
  work: () => Promise<Response>,
): Promise<void> {
  const { api, writer, rounds, log } = desk;
  const { language = 'en' } = surroundings.person;
  const common = { api, writer, interaction, isPrivate: surroundings.spot.kind === 'private' };
  let sorry = messages[language].refused.fault('unexpected');
  try {
    const response = await work();
    sorry = words[language].notShown;
    const outlet = createInteractionOutlet({ ...common, ...(original !== undefined && { original }) });
    await deliver(response, { outlet, rounds, log, delivery: `${platform}:${interaction.id}` });
  } catch (fault) {
    const reply: Reply = { ...notice(language, sorry), audience: original?.audience ?? 'person' };
    const placeholder = original?.isPlaceholder === true ? { original } : {};
    // Where even that cannot be shown there is nothing left to say it with; the fault below is what matters.
    await createInteractionOutlet({ ...common, ...placeholder })
      .show([reply])
      .catch(() => {});
    throw fault;
  }
}

async function toIncoming(
  { servers, clock }: Desk,
  { interaction, surroundings }: Happening,
  invocation: Invocation,
): Promise<Incoming> {
  const { conversation, person } = surroundings;
  const place = await servers.checkPlace(invocation, surroundings, permissionsNamed(interaction));
  return {
    id: `${platform}:${interaction.id}`,
    conversation,
    person,
    action: { kind: 'invocation', invocation },
    atMs: clock.nowMs(),
    ...(place !== undefined && { place }),
  };
}

/** What Discord itself says the coach may do in the channels that an interaction names. */
function permissionsNamed(interaction: Interaction): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  if (interaction.channel !== undefined) named.set(interaction.channel.id, interaction.app_permissions);
  for (const { id, app_permissions: allowed } of Object.values(channelsNamed(interaction))) {
    if (allowed !== undefined) named.set(id, allowed);
  }
  return named;
}

function channelsNamed({ data }: Interaction): Readonly<Record<string, APIInteractionDataResolvedChannel>> {
  const resolved = 'resolved' in data ? data.resolved : undefined;
  return (resolved !== undefined && 'channels' in resolved ? resolved.channels : undefined) ?? {};
}
