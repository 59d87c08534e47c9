import type { Client } from 'discord.js';
import type { Desk } from '../desk.ts';
import { answerAtOnce, notice } from '../interactions/notices.ts';
import { onInteraction } from '../interactions/on-interaction.ts';
import { languageOf } from '../languages.ts';
import { createMessageHearer } from '../messages/on-message.ts';
import type { Interaction } from '../surroundings.ts';
import { words } from '../words.ts';
import type { Ears } from './connection.ts';
import { createMembership } from './membership.ts';
import { createRecent } from './recent.ts';

/** What hearing needs besides the desk. */
interface Options {
  readonly client: () => Client;
  readonly isStopping: () => boolean;
  /** Asks what commands are registered; never rejects. */
  readonly learnCommands: (client: Client<true>) => Promise<void>;
  /** Work that a stop waits for; its faults are logged. */
  readonly track: (work: Promise<void>) => void;
}

/** Takes what comes in over the gateway to those who work on it. */
export function createEars(desk: Desk, { client, isStopping, learnCommands, track }: Options): Ears {
  const ownId = () => client().user?.id ?? '';
  const membership = createMembership(desk, ownId);
  const hearMessage = createMessageHearer(desk, ownId);
  // A resumed connection may bring again what came just before it broke.
  const recent = createRecent();
  return {
    onInteraction(interaction) {
      if (!recent.isNew(interaction.id)) return;
      track(isStopping() ? sayStopping(desk, interaction) : onInteraction(desk, interaction));
    },
    onMessage(message) {
      if (!isStopping() && recent.isNew(message.id)) track(hearMessage(message));
    },
    onGuildAdded: (guild) => track(membership.added(client(), guild)),
    onGuildRemoved: ({ id }) => track(membership.removed(id)),
    // Servers are welcomed after it, so that the welcome's commands can be pressed.
    onReady: (ready) => track(learnCommands(ready).then(() => membership.compare(ready))),
  };
}

/** Better than silence, which Discord shows as "did not respond". */
async function sayStopping(desk: Desk, interaction: Interaction): Promise<void> {
  const language = languageOf(interaction.locale);
  try {
    await answerAtOnce(desk, interaction, notice(language, words[language].stopping));
  } catch (fault) {
    desk.log.error('discord-not-told-of-stop', fault, { interaction: interaction.id });
  }
}
