import { describe, expect, it } from 'vitest';
import { rehearseDiscord } from '../../src/rehearsal/discord/rehearse-discord.ts';
import { createRecord } from '../../src/rehearsal/record.ts';

describe('a day on Discord', () => {
  it('goes as every convention says', async () => {
    let transcript = '';
    const { record, tally } = createRecord((text) => {
      transcript += text;
    });
    await rehearseDiscord(record);
    const { checks, failed } = tally();
    expect(failed, transcript).toEqual([]);
    expect(checks).toBeGreaterThan(40);
  }, 120_000);
});
