import { createHash } from 'node:crypto';
import { messages } from '../../../app/messages/index.ts';
import { languages } from '../../../core/question/language.ts';
import type { Api, ApiOutcome } from '../api/api.ts';
import type { Desk } from '../desk.ts';
import { type Menu, toMenus } from './menus.ts';

/** Longest texts of a bot's profile. */
const limits = { description: 512, short: 120 };

/**
 * Gives Telegram the menus and the texts of the profile, when they have changed since the last time: these calls are
 * counted strictly. What fails is tried again at the next start, and nobody waits for it.
 */
export async function introduce({ api, memory, log, commands, bot }: Desk): Promise<void> {
  const menus = toMenus(commands);
  const digest = createHash('sha256')
    .update(JSON.stringify([bot.id, bot.name, menus, messages.en.about.text, messages.zh.about.text]))
    .digest('base64url');
  if ((await memory.recall('profile')) === digest) return;
  const outcomes = [
    ...(await setMenus(api, menus)),
    ...(await setTexts(api)),
    ...(await setName(api, bot.name)),
  ];
  const failed = outcomes.find((outcome) => outcome.kind === 'failed');
  if (failed === undefined) await memory.note('profile', digest);
  else log.warn('telegram-profile-not-set', { why: failed.failure.kind });
}

async function setMenus(api: Api, menus: readonly Menu[]): Promise<readonly ApiOutcome<unknown>[]> {
  const outcomes: ApiOutcome<unknown>[] = [];
  for (const { scope, languageCode, commands } of menus) {
    const language = languageCode === undefined ? {} : { language_code: languageCode };
    outcomes.push(await api.call('setMyCommands', { scope, commands, ...language }));
  }
  return outcomes;
}

async function setTexts(api: Api): Promise<readonly ApiOutcome<unknown>[]> {
  const outcomes: ApiOutcome<unknown>[] = [];
  const texts = [
    { words: messages.en, code: {} },
    ...languages.map((code) => ({ words: messages[code], code: { language_code: code } })),
  ];
  for (const { words, code } of texts) {
    const description = words.about.text.slice(0, limits.description);
    outcomes.push(await api.call('setMyDescription', { description, ...code }));
    const short = words.tagline.slice(0, limits.short);
    outcomes.push(await api.call('setMyShortDescription', { short_description: short, ...code }));
  }
  return outcomes;
}

/** A bot that bears our English name gets our Chinese one for Chinese readers; one named otherwise keeps its name. */
async function setName(api: Api, name: string): Promise<readonly ApiOutcome<unknown>[]> {
  if (name !== messages.en.name) return [];
  return [await api.call('setMyName', { name: messages.zh.name, language_code: 'zh' })];
}
