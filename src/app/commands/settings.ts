import type { Language } from '../../core/question/language.ts';
import { toChoice } from '../choice.ts';
import { scheduleText } from '../daily/present-daily.ts';
import type { Group } from '../ports/store.ts';
import type { Fact, Response } from '../reply.ts';
import { textReply } from '../text-reply.ts';
import type { Command, CommandContext, OptionValues } from './command.ts';
import { languageOption, voiceOf } from './language-option.ts';

/** `/settings`: what holds for the whole group. What is a person's own stands with `/me`. */
export const settings: Command = {
  name: 'settings',
  isForModerators: true,
  actions: [
    { path: 'settings show', audience: 'person', options: [], run: show },
    {
      path: 'settings language',
      audience: 'conversation',
      isForModerators: true,
      options: [languageOption],
      textOption: 'language',
      run: setLanguage,
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
    toChoice('中文', '/me language', 'plain', { language: 'zh' }),
    toChoice('English', '/me language', 'plain', { language: 'en' }),
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

async function setZone({ tx, group, shared }: CommandContext, { values }: OptionValues): Promise<Response> {
  const changed: Group = { ...group, zone: values.zone ?? group.zone };
  await tx.groups.save(changed);
  return { replies: [textReply('conversation', shared, shared.words.settings.zoneSet(changed.zone))] };
}
