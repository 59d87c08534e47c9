import { describe, expect, it } from 'vitest';
import { createRecord } from '../../src/rehearsal/record.ts';

describe('a record', () => {
  it('tells what was said, and counts what did not hold', () => {
    let written = '';
    const { record, tally } = createRecord((text) => {
      written += text;
    });
    record.scene('Morning');
    record.say('Ada', 'one\ntwo');
    record.check('it rains', true);
    record.check('it shines', false, 'it rains');
    expect(written).toBe('\n── Morning ──\nAda: one\n    two\n  ✓ it rains\n  ✗ it shines (it rains)\n');
    expect(tally()).toEqual({ checks: 2, failed: ['it shines'] });
  });
});
