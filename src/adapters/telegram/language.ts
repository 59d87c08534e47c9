import type { Person } from '../../app/incoming.ts';
import type { Store } from '../../app/ports/store.ts';
import type { Language } from '../../core/question/language.ts';
import { isPrivateChat } from './address.ts';

type Speaker = Pick<Person, 'language'> | undefined;
type Memory = { readonly store: Store };

/** The language of a sentence that one person alone reads: theirs, as Telegram knows it, else their group's. */
export async function personalLanguage(desk: Memory, person: Speaker, groupId: string): Promise<Language> {
  return person?.language ?? (await groupLanguage(desk, groupId)) ?? 'en';
}

/** The language of a sentence in a chat: the group's, so that nobody's own shows in front of the others. */
export async function chatLanguage(
  desk: Memory,
  chatId: number,
  person: Speaker,
  groupId: string,
): Promise<Language> {
  if (isPrivateChat(chatId)) return personalLanguage(desk, person, groupId);
  return (await groupLanguage(desk, groupId)) ?? person?.language ?? 'en';
}

async function groupLanguage({ store }: Memory, groupId: string): Promise<Language | undefined> {
  return (await store.transaction((tx) => tx.groups.find(groupId)))?.language;
}
