import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { createInOrder } from '../../../app/in-order.ts';
import type { Desk } from '../desk.ts';
import { createRecent } from '../recent.ts';
import { chatOf, takeUpdate } from './on-update.ts';
import { readUpdate, type Update } from './update.ts';

/** Takes updates as Telegram delivers them. */
export interface Intake {
  /**
   * Resolves when the update can no longer be lost, which is when Telegram may forget it: the coach has committed what
   * comes of it. Showing that goes on by itself, in the chat's turn. Never rejects.
   */
  take(update: unknown): Promise<void>;
}

/** Updates remembered in order to know one that comes twice; the coach knows even older ones by their claim. */
const remembered = 5000;

/**
 * The chats side by side, each in order: first in taking updates in, then in showing what came of them. A chat that waits
 * its turn to speak still listens, and a slow experiment holds nobody up, not even its own chat.
 */
export function createIntake(desk: Desk): Intake {
  const inTurnToHear = createInOrder();
  const inTurnToSpeak = createInOrder();
  const known = createRecent<Promise<void>>(remembered);

  async function takeOnce(update: Update): Promise<void> {
    const chat = String(chatOf(update) ?? update.update_id);
    try {
      const rest = await inTurnToHear(chat, async () => {
        // The store answers without ever leaving the loop's turn, so many updates at once would keep every answer that is
        // ready from leaving; each lets what is ready go first.
        await turnOfTheLoop();
        return takeUpdate(desk, update);
      });
      desk.follow(inTurnToSpeak(chat, rest));
    } catch (fault) {
      desk.log.error('telegram-update-failed', fault, { update: update.update_id });
    }
  }

  return {
    async take(given) {
      const update = readUpdate(given);
      if (update === undefined) return desk.log.warn('telegram-update-unreadable');
      const name = String(update.update_id);
      const taking = known.get(name) ?? takeOnce(update);
      known.set(name, taking);
      await taking;
    },
  };
}
