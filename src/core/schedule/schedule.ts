import { Temporal } from 'temporal-polyfill';

/** When a group wants its daily question. */
export interface Schedule {
  /** Local wall time, `HH:MM`. */
  readonly time: string;
  /** IANA time zone, such as `Asia/Shanghai`. */
  readonly zone: string;
  /** ISO weekdays, 1 Monday … 7 Sunday; sorted, never empty. */
  readonly weekdays: readonly number[];
}

/** One moment at which a daily question is due. */
export interface Slot {
  /** Local date `YYYY-MM-DD`; with the group's id it names the slot for ever. */
  readonly date: string;
  readonly atMs: number;
}

/**
 * The next slots strictly after an instant, earliest first.
 * A wall time that a clock change skips is taken as late as the gap is long, one that comes twice is taken the first time
 * (Temporal's `compatible` disambiguation, RFC 5545).
 */
export function nextSlots(schedule: Schedule, afterMs: number, count: number): readonly Slot[] {
  const slots: Slot[] = [];
  // One day back, because a skipped wall time may fall after midnight of its own date.
  let date = Temporal.Instant.fromEpochMilliseconds(afterMs)
    .toZonedDateTimeISO(schedule.zone)
    .toPlainDate()
    .subtract({ days: 1 });
  while (slots.length < count) {
    const slot = slotOn(schedule, date);
    if (slot !== undefined && slot.atMs > afterMs) slots.push(slot);
    date = date.add({ days: 1 });
  }
  return slots;
}

/** The latest slot in (`afterMs`, `untilMs`], or undefined when none falls there. */
export function latestSlot(schedule: Schedule, afterMs: number, untilMs: number): Slot | undefined {
  let latest: Slot | undefined;
  // A slot is at most a week away, so walking back eight days from the end finds the last one.
  let date = localDate(untilMs, schedule.zone).add({ days: 1 });
  for (let back = 0; back <= 8 && latest === undefined; back += 1) {
    const slot = slotOn(schedule, date);
    if (slot !== undefined && slot.atMs <= untilMs && slot.atMs > afterMs) latest = slot;
    date = date.subtract({ days: 1 });
  }
  return latest;
}

function slotOn(schedule: Schedule, date: Temporal.PlainDate): Slot | undefined {
  if (!schedule.weekdays.includes(date.dayOfWeek)) return undefined;
  const zoned = date.toZonedDateTime({
    timeZone: schedule.zone,
    plainTime: Temporal.PlainTime.from(schedule.time),
  });
  return { date: date.toString(), atMs: zoned.epochMilliseconds };
}

function localDate(atMs: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).toPlainDate();
}
