import type { Language } from '../../../core/question/language.ts';
import type { Suggestion } from './suggestion.ts';

/** Offered before anything is typed. */
const usualZones: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    'Asia/Shanghai',
    'Asia/Taipei',
    'Asia/Hong_Kong',
    'Asia/Singapore',
    'Asia/Tokyo',
    'Australia/Sydney',
    'Europe/London',
    'Europe/Berlin',
    'America/New_York',
    'America/Los_Angeles',
    'America/Vancouver',
  ],
  en: [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'Europe/London',
    'Europe/Berlin',
    'Asia/Kolkata',
    'Asia/Shanghai',
    'Asia/Singapore',
    'Asia/Tokyo',
    'Australia/Sydney',
    'UTC',
  ],
};

const zones: readonly string[] = [...Intl.supportedValuesOf('timeZone'), 'UTC'];

/** As many as can be shown, so that no clock is read in vain. */
const mostZones = 25;

/** IANA zones by any part of their name, each with the time it is there. */
export function suggestZones(wanted: string, language: Language, nowMs: number): readonly Suggestion[] {
  const typed = wanted.replaceAll(' ', '_');
  const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
  const found = zones.filter((zone) => zone.toLowerCase().includes(typed));
  const ranked = [
    ...found.filter((zone) => cityOf(zone).startsWith(typed)),
    ...found.filter((zone) => !cityOf(zone).startsWith(typed)),
  ];
  return (typed === '' ? usualZones[language] : ranked)
    .slice(0, mostZones)
    .map((zone) => ({ name: `${zone} · ${timeIn(zone, nowMs)}`, value: zone }));
}

function timeIn(zone: string, nowMs: number): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return clock.format(nowMs);
}
