import { describe, expect, it } from 'vitest';
import { createRecord } from '../../src/rehearsal/record.ts';
import { rehearseTelegram } from '../../src/rehearsal/telegram/rehearse-telegram.ts';

describe('the rehearsal of Telegram', () => {
  it('holds in every check, and reads as a transcript', async () => {
    let transcript = '';
    const { record, tally } = createRecord((text) => {
      transcript += text;
    });
    await rehearseTelegram(record);
    expect(tally().failed).toEqual([]);
    expect(tally().checks).toBeGreaterThan(50);
    expect(transcript).toContain('── 1. By replying to the question ──');
    expect(transcript).toContain('Ada in “深度学习面试小组”: ');
  }, 120_000);
});
