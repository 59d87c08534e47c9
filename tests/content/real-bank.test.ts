import { describe, expect, it } from 'vitest';
import { loadBank } from '../../src/content/load-bank.ts';
import { describeProblem } from '../../src/content/problem.ts';

describe('the bank of this repository', () => {
  it('loads without a problem', async () => {
    const outcome = await loadBank('content');
    expect(outcome.kind === 'problems' ? outcome.problems.map(describeProblem) : []).toEqual([]);
  });
});
