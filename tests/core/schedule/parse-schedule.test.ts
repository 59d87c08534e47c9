import { describe, expect, it } from 'vitest';
import { parseWallTime, parseWeekdays } from '../../../src/core/schedule/parse-schedule.ts';
import { findTimeZone } from '../../../src/core/schedule/time-zone.ts';

describe('parseWeekdays', () => {
  it.each([
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['Mon, Wed, Friday', [1, 3, 5]],
    ['sat-mon', [1, 6, 7]],
    ['weekends', [6, 7]],
    ['daily', [1, 2, 3, 4, 5, 6, 7]],
    ['周一至周五', [1, 2, 3, 4, 5]],
    ['周一、三、五', [1, 3, 5]],
    ['星期天', [7]],
    ['1-3,7', [1, 2, 3, 7]],
  ])('reads %s', (text, days) => {
    expect(parseWeekdays(text)).toEqual(days);
  });

  it.each(['', 'someday', 'mon-', '0', '8', '1-2-3'])('does not read “%s”', (text) => {
    expect(parseWeekdays(text)).toBeUndefined();
  });
});

describe('parseWallTime', () => {
  it.each([
    ['9:00', '09:00'],
    ['09:05', '09:05'],
    ['21：30', '21:30'],
  ])('reads %s', (text, time) => {
    expect(parseWallTime(text)).toBe(time);
  });

  it.each(['24:00', '9', '9:60', 'nine', '09:00:00'])('does not read “%s”', (text) => {
    expect(parseWallTime(text)).toBeUndefined();
  });
});

describe('findTimeZone', () => {
  it('knows IANA names, whatever their case', () => {
    expect(findTimeZone('Asia/Shanghai')).toBe('Asia/Shanghai');
    expect(findTimeZone('europe/berlin')).toBe('Europe/Berlin');
    expect(findTimeZone('UTC')).toBe('UTC');
  });

  it.each(['Mars/Olympus', '+08:00', '', 'CST+8', 'Beijing'])('does not know “%s”', (name) => {
    expect(findTimeZone(name)).toBeUndefined();
  });
});
