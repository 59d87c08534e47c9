import { dayBefore } from '../schedule/time-zone.ts';

/**
 * Days in a row with at least one answer, ending today or yesterday: a streak is not lost before the day is over.
 * Dates are local dates `YYYY-MM-DD` of the group's zone, in any order, repeats allowed.
 */
export function streakLength(activeDates: Iterable<string>, today: string): number {
  const active = new Set(activeDates);
  let date = active.has(today) ? today : dayBefore(today);
  let days = 0;
  while (active.has(date)) {
    days += 1;
    date = dayBefore(date);
  }
  return days;
}
