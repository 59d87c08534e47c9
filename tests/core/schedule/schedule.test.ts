import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestSlot, nextSlots, type Schedule } from '../../../src/core/schedule/schedule.ts';
import { localDateOf } from '../../../src/core/schedule/time-zone.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString();

const zones = [
  'UTC',
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];
const schedules: fc.Arbitrary<Schedule> = fc.record({
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
  zone: fc.constantFrom(...zones),
  weekdays: fc.subarray(everyDay, { minLength: 1 }),
});
const instants = fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2030-01-01T00:00Z') });

describe('nextSlots', () => {
  it('keeps the wall time through a change of clocks', () => {
    const schedule = { time: '09:00', zone: 'Europe/Berlin', weekdays: everyDay };
    const slots = nextSlots(schedule, at('2026-03-27T09:00Z'), 3);
    expect(slots.map(({ atMs }) => iso(atMs))).toEqual([
      '2026-03-28T08:00:00.000Z',
      '2026-03-29T07:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
    ]);
  });

  it('posts a wall time that the spring gap skips as late as the gap is long', () => {
    const schedule = { time: '02:30', zone: 'Europe/Berlin', weekdays: everyDay };
    const [, gap] = nextSlots(schedule, at('2026-03-28T00:00Z'), 2);
    expect(gap).toEqual({ date: '2026-03-29', atMs: at('2026-03-29T01:30Z') });
  });

  it('posts a wall time that comes twice in autumn once, the first time', () => {
    const schedule = { time: '02:30', zone: 'Europe/Berlin', weekdays: everyDay };
    const slots = nextSlots(schedule, at('2026-10-24T12:00Z'), 2);
    expect(slots.map(({ atMs }) => iso(atMs))).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  it('keeps to its weekdays as the group lives them', () => {
    const schedule = { time: '00:30', zone: 'Asia/Shanghai', weekdays: [1] };
    expect(nextSlots(schedule, at('2026-01-01T00:00Z'), 1)).toEqual([
      { date: '2026-01-05', atMs: at('2026-01-04T16:30Z') },
    ]);
  });

  it('gives rising instants after the given one, on its weekdays, without leaving any out', () => {
    fc.assert(
      fc.property(schedules, instants, (schedule, afterMs) => {
        const slots = nextSlots(schedule, afterMs, 4);
        let previous = afterMs;
        for (const slot of slots) {
          expect(slot.atMs).toBeGreaterThan(previous);
          const weekday = new Date(`${slot.date}T00:00Z`).getUTCDay() || 7;
          expect(schedule.weekdays).toContain(weekday);
          expect(nextSlots(schedule, previous, 1)[0]).toEqual(slot);
          previous = slot.atMs;
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('latestSlot', () => {
  it('finds the slot that a downtime of days missed, and only that one', () => {
    const schedule = { time: '09:00', zone: 'UTC', weekdays: everyDay };
    expect(latestSlot(schedule, at('2026-01-01T08:00Z'), at('2026-01-04T08:59Z'))?.date).toBe('2026-01-03');
    expect(latestSlot(schedule, at('2026-01-03T09:00Z'), at('2026-01-04T08:59Z'))).toBeUndefined();
  });

  it('is the last of the next slots up to an instant', () => {
    fc.assert(
      fc.property(
        schedules,
        instants,
        fc.integer({ min: 0, max: 20 * 86_400_000 }),
        (schedule, afterMs, spanMs) => {
          const untilMs = afterMs + spanMs;
          const upTo = nextSlots(schedule, afterMs, 25).filter(({ atMs }) => atMs <= untilMs);
          expect(latestSlot(schedule, afterMs, untilMs)).toEqual(upTo.at(-1));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('localDateOf', () => {
  it('turns over at the midnight of the zone', () => {
    expect(localDateOf(at('2026-01-01T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-01-01');
    expect(localDateOf(at('2026-01-01T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-01-02');
  });
});
