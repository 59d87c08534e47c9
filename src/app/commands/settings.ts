import type { Language } from '../../core/question/language.ts';
import { toChoice } from '../choice.ts';
import { scheduleText } from '../daily/present-daily.ts';
import { messages } from '../messages/index.ts';
import type { Group } from '../ports/store.ts';
import type { Fact, Response } from '../reply.ts';
import { textReply } from '../text-reply.ts';
import type { Command, CommandContext, OptionValues, Voice } from './command.ts';

const languageOption = { name: 'language', kind: { kind: 'choice', choices: ['zh', 'en'] } } as const;

/** `/settings`: languages, time zone, and who is seen on the board. */
export const settings: Command = {
  name: 'settings',
  actions: [
    { path: 'settings show', audience: 'person', options: [], run: show },
    {
      path: 'settings language',
      audience: 'conversation',
      isForModerators: true,
      options: [{ ...languageOption, isRequired: true }],
      textOption: 'language',
      run: setLanguage,
    },
    {
      path: 'settings mine',
      audience: 'person',
      options: [{ ...languageOption, isRequired: true }],
      textOption: 'language',
      run: setMine,
    },
    {
      path: 'settings board',
      audience: 'person',
      options: [{ name: 'show', isRequired: true, kind: { kind: 'choice', choices: ['on', 'off'] } }],
      textOption: 'show',
      run: setBoard,
    },
    {
      path: 'settings zone',
      audience: 'conversation',
      isForModerators: true,
      options: [{ name: 'zone', isRequired: true, kind: { kind: 'zone' } }],
      textOption: 'zone',
      run: setZone,
    },
  ],
};

async function show(context: CommandContext): Promise<Response> {
  const { tx, group, member, personal } = context;
  const { words, language } = personal;
  const daily = await tx.dailies.find(group.id);
  const languageName = (chosen: Language | undefined, otherwise: string) =>
    (chosen && words.settings.languages[chosen]) ?? otherwise;
  const facts: Fact[] = [
    { name: words.settings.groupLanguage, value: languageName(group.language, words.settings.followsPerson) },
    { name: words.settings.yourLanguage, value: languageName(member.language, words.settings.followsGroup) },
    { name: words.settings.zone, value: group.zone },
    {
      name: words.settings.daily,
      value: daily === undefined ? words.settings.no : scheduleText(daily.schedule, personal),
    },
    { name: words.settings.onBoard, value: member.isHidden ? words.settings.no : words.settings.yes },
  ];
  const choices = [
    toChoice('中文', '/settings mine', 'plain', { language: 'zh' }),
    toChoice('English', '/settings mine', 'plain', { language: 'en' }),
  ];
  const blocks = [
    { kind: 'heading', text: words.settings.heading },
    { kind: 'facts', facts },
    { kind: 'choices', as: 'buttons', choices },
  ] as const;
  return { replies: [{ audience: 'person', language, blocks }] };
}

async function setLanguage({ tx, group }: CommandContext, { values }: OptionValues): Promise<Response> {
  const voice = voiceOf(values.language);
  await tx.groups.save({ ...group, language: voice.language });
  return { replies: [textReply('conversation', voice, voice.words.settings.languageSet)] };
}

async function setMine({ tx, incoming }: CommandContext, { values }: OptionValues): Promise<Response> {
  const voice = voiceOf(values.language);
  await tx.members.setLanguage(incoming.person.id, voice.language);
  return { replies: [textReply('person', voice, voice.words.settings.mineSet)] };
}

async function setBoard(
  { tx, group, incoming, personal }: CommandContext,
  { values }: OptionValues,
): Promise<Response> {
  const isHidden = values.show === 'off';
  await tx.members.setHidden(group.id, incoming.person.id, isHidden);
  const { boardOn, boardOff } = personal.words.settings;
  return { replies: [textReply('person', personal, isHidden ? boardOff : boardOn)] };
}

async function setZone({ tx, group, shared }: CommandContext, { values }: OptionValues): Promise<Response> {
  const changed: Group = { ...group, zone: values.zone ?? group.zone };
  await tx.groups.save(changed);
  return { replies: [textReply('conversation', shared, shared.words.settings.zoneSet(changed.zone))] };
}

/** The voice of a chosen language; `readOptions` let only these through. */
function voiceOf(chosen: string | undefined): Voice {
  const language: Language = chosen === 'zh' ? 'zh' : 'en';
  return { language, words: messages[language] };
}
