import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsFor } from '../../../src/core/leaderboard/points.ts';
import { rankTallies, type Tally } from '../../../src/core/leaderboard/standing.ts';
import { streakLength } from '../../../src/core/leaderboard/streak.ts';
import { boardWindows, windowAround } from '../../../src/core/leaderboard/window.ts';

const tally = (personId: string, points: number, isHidden = false): Tally => ({
  personId,
  name: personId,
  points,
  attempts: 1,
  best: 0.5,
  isHidden,
});

describe('rankTallies', () => {
  it('ranks ties 1, 2, 2, 4', () => {
    const { standings } = rankTallies([tally('d', 1), tally('b', 5), tally('a', 9), tally('c', 5)]);
    expect(standings.map(({ personId, rank }) => [personId, rank])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['d', 4],
    ]);
  });

  it('keeps someone hidden off the board, and still tells them where they stand', () => {
    const { standings, reader } = rankTallies([tally('a', 9), tally('me', 5, true), tally('b', 4)], 'me');
    expect(standings.map(({ personId }) => personId)).toEqual(['a', 'b']);
    expect(standings[1]?.rank).toBe(2);
    expect(reader?.rank).toBe(2);
  });

  it('lists nobody for trying alone', () => {
    expect(rankTallies([tally('a', 0)], 'a')).toMatchObject({ standings: [], reader: { points: 0 } });
  });

  it('gives everyone one more than the number of people above them, in any order of input', () => {
    const people = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 5 })), {
      selector: ([name]) => name,
    });
    fc.assert(
      fc.property(people, (entries) => {
        const tallies = entries.map(([name, points]) => tally(name, points));
        const { standings } = rankTallies(tallies);
        for (const { points, rank } of standings) {
          expect(rank).toBe(1 + tallies.filter((other) => other.points > points).length);
        }
        expect(rankTallies([...tallies].reverse()).standings).toEqual(standings);
      }),
    );
  });
});

describe('windowAround', () => {
  const now = Date.parse('2026-05-17T20:00Z'); // Monday 18 May, 04:00, in Shanghai

  it.each([
    ['day', '2026-05-17T16:00Z', '2026-05-18T16:00Z'],
    ['week', '2026-05-17T16:00Z', '2026-05-24T16:00Z'],
    ['month', '2026-04-30T16:00Z', '2026-05-31T16:00Z'],
    ['season', '2026-03-31T16:00Z', '2026-06-30T16:00Z'],
  ] as const)('bounds the %s at midnights of the zone', (window, from, until) => {
    expect(windowAround(window, now, 'Asia/Shanghai')).toEqual({
      fromMs: Date.parse(from),
      untilMs: Date.parse(until),
    });
  });

  it('makes the day of a clock change as long as it is', () => {
    const { fromMs, untilMs } = windowAround('day', Date.parse('2026-03-29T10:00Z'), 'Europe/Berlin');
    expect(untilMs - fromMs).toBe(23 * 3_600_000);
  });

  it('holds the instant, whatever the window, zone and time', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Asia/Kathmandu',
      'America/St_Johns',
      'Africa/Casablanca',
      'Pacific/Apia',
    );
    const instants = fc.integer({ min: 1.6e12, max: 1.9e12 });
    fc.assert(
      fc.property(fc.constantFrom(...boardWindows), zones, instants, (window, zone, nowMs) => {
        const { fromMs, untilMs } = windowAround(window, nowMs, zone);
        expect(fromMs).toBeLessThanOrEqual(nowMs);
        expect(untilMs).toBeGreaterThan(nowMs);
      }),
    );
  });
});

describe('streakLength', () => {
  it('counts days in a row up to today', () => {
    expect(streakLength(['2026-03-01', '2026-02-28', '2026-02-27', '2026-02-25'], '2026-03-01')).toBe(3);
  });

  it('is not lost before the day is over', () => {
    expect(streakLength(['2026-02-28', '2026-02-27'], '2026-03-01')).toBe(2);
    expect(streakLength(['2026-02-27'], '2026-03-01')).toBe(0);
  });
});

describe('pointsFor', () => {
  it('pays harder questions better, in whole points', () => {
    expect([pointsFor(1, 1), pointsFor(1, 2), pointsFor(1, 3)]).toEqual([10, 15, 20]);
    expect(pointsFor(0.5, 2)).toBe(8);
    expect(pointsFor(0, 3)).toBe(0);
  });
});
