import { Temporal } from 'temporal-polyfill';

/** The spans a board can cover. */
export const boardWindows = ['day', 'week', 'month', 'season', 'all'] as const;

/** One of {@link boardWindows}. A week begins on Monday (ISO 8601), a season is a calendar quarter. */
export type BoardWindow = (typeof boardWindows)[number];

/** A stretch of time, end exclusive, epoch milliseconds. */
export interface Interval {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** The window that holds an instant, in the group's own zone: its midnight counts, not the server's. */
export function windowAround(window: BoardWindow, nowMs: number, zone: string): Interval {
  if (window === 'all') return { fromMs: 0, untilMs: Number.MAX_SAFE_INTEGER };
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate();
  const [first, length] = spans[window](today);
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  return { fromMs: startOf(first), untilMs: startOf(first.add(length)) };
}

type Span = readonly [first: Temporal.PlainDate, length: Temporal.DurationLike];

const spans: Readonly<Record<Exclude<BoardWindow, 'all'>, (today: Temporal.PlainDate) => Span>> = {
  day: (today) => [today, { days: 1 }],
  week: (today) => [today.subtract({ days: today.dayOfWeek - 1 }), { days: 7 }],
  month: (today) => [today.with({ day: 1 }), { months: 1 }],
  season: (today) => [today.with({ day: 1, month: today.month - ((today.month - 1) % 3) }), { months: 3 }],
};
