import type { OptionKind, Services } from '../../../app/commands/command.ts';
import type { Language } from '../../../core/question/language.ts';
import { parseWallTime } from '../../../core/schedule/parse-schedule.ts';
import type { ServerRole } from '../servers.ts';
import { words } from '../words.ts';
import { suggestZones } from './suggest-zones.ts';
import { matching, type Suggestion } from './suggestion.ts';

/** What suggestions are taken from. */
export interface Source {
  readonly services: Pick<Services, 'bank' | 'laboratory'>;
  readonly language: Language;
  readonly roles: readonly ServerRole[];
  readonly nowMs: number;
}

/** Values of an option that go with what has been typed of it, best first. */
export function suggest(kind: OptionKind, typed: string, source: Source): readonly Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  switch (kind.kind) {
    case 'topic':
      return topics(wanted, source);
    case 'question':
      return matching(
        source.services.bank.questions.map(({ id, prompt }) => ({
          name: prompt[source.language],
          value: id,
        })),
        wanted,
      );
    case 'experiment':
      return experiments(typed, source);
    case 'zone':
      return suggestZones(wanted, source.language, source.nowMs);
    case 'wall-time':
      return times(wanted);
    case 'weekdays':
      return matching(
        Object.entries(words[source.language].days).map(([value, name]) => ({ name, value })),
        wanted,
      );
    case 'mention':
      return matching(
        [
          { name: words[source.language].nobody, value: 'off' },
          ...source.roles.map(({ id, name }) => ({
            name: name.startsWith('@') ? name : `@${name}`,
            value: id,
          })),
        ],
        wanted,
      );
    case 'text':
    case 'integer':
    case 'choice':
    case 'place':
      return [];
  }
}

function topics(wanted: string, { services: { bank }, language }: Source): readonly Suggestion[] {
  return bank.topics.flatMap(({ id, title }) => {
    const count = bank.questions.filter(({ topic }) => topic === id).length;
    const isMeant = [id, title.en, title.zh].some((name) => name.toLowerCase().includes(wanted));
    if (count === 0 || !isMeant) return [];
    return [{ name: `${title[language]} · ${words[language].questions(count)}`, value: id }];
  });
}

/** Experiments by their titles, and the systems of the field that a search names. */
function experiments(typed: string, { services: { laboratory }, language }: Source): readonly Suggestion[] {
  const titleOf = (id: string) => laboratory.catalogue.find((each) => each.id === id)?.title[language] ?? id;
  const titled = matching(
    laboratory.catalogue.map(({ id }) => ({ name: titleOf(id), value: id })),
    typed.trim().toLowerCase(),
  );
  if (typed.trim() === '') return titled;
  const found = laboratory
    .find(typed)
    .map(({ matched, experiment }) => ({ name: `${matched} · ${titleOf(experiment)}`, value: matched }));
  const all = [...titled, ...found];
  return all.filter(({ value }, index) => all.findIndex((each) => each.value === value) === index);
}

const usualTimes = ['08:00', '09:00', '12:00', '18:00', '20:00', '21:00'];

function times(wanted: string): readonly Suggestion[] {
  const whole = parseWallTime(wanted);
  const halfHours = Array.from({ length: 48 }, (_, index) => {
    const hour = String(Math.floor(index / 2)).padStart(2, '0');
    return `${hour}:${index % 2 === 0 ? '00' : '30'}`;
  });
  const near =
    wanted === ''
      ? usualTimes
      : halfHours.filter((time) => time.startsWith(wanted) || time.startsWith(`0${wanted}`));
  const all = whole === undefined ? near : [whole, ...near.filter((time) => time !== whole)];
  return all.map((time) => ({ name: time, value: time }));
}
