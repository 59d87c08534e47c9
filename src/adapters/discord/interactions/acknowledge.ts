import type { APIInteractionResponse } from 'discord.js';
import type { Log } from '../../../app/ports/log.ts';
import type { Answerable, Api } from '../wire/api.ts';
import { troubleOf } from '../wire/trouble.ts';

/**
 * Gives an interaction its first response, for which Discord waits three seconds. False: it came too late, Discord has told
 * the person that nothing happened, so nothing should.
 */
export async function acknowledge(
  { api, log }: { readonly api: Api; readonly log: Log },
  interaction: Answerable,
  response: APIInteractionResponse,
): Promise<boolean> {
  try {
    await api.respond(interaction, response);
    return true;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === 'too-late') {
      log.warn('discord-too-late', { interaction: interaction.id });
      return false;
    }
    // The first try arrived and its answer got lost; the library's own second try is then refused (discord.js#11554).
    if (trouble === 'acknowledged' || trouble === 'unsure') return true;
    throw error;
  }
}
