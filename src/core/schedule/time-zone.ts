import { Temporal } from 'temporal-polyfill';

/** The zone's canonical spelling, or undefined when no such IANA zone exists. Offsets such as `+08:00` are not zones. */
export function findTimeZone(name: string): string | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

/** The local date of an instant, `YYYY-MM-DD`. */
export function localDateOf(atMs: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The day before a local date, `YYYY-MM-DD`. */
export function dayBefore(date: string): string {
  return Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();
}
