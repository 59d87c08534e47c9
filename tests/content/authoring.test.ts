import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBank } from '../../src/content/check-bank.ts';
import { loadBank } from '../../src/content/load-bank.ts';
import { describeProblem } from '../../src/content/problem.ts';
import { graderOf } from './grader-of.ts';

/** The question that docs/authoring.md shows, put beside the real ones. */
async function withExample<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const guide = await readFile('docs/authoring.md', 'utf8');
  const example = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'gradcoach-authoring-'));
  try {
    await cp('content', folder, { recursive: true });
    await mkdir(join(folder, 'questions/regularisation'), { recursive: true });
    await writeFile(join(folder, 'questions/regularisation/dropout-at-inference.yaml'), example);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the example of the authoring guide', () => {
  it('is a question the bank accepts and the grader agrees with', async () => {
    const problems = await withExample(async (folder) => {
      const outcome = await loadBank(folder);
      if (outcome.kind === 'problems') return outcome.problems;
      const grade = graderOf(outcome.bank);
      return checkBank(outcome.bank, folder, { knowsExperiment: () => undefined, grade });
    });
    expect(problems.filter(({ file }) => file.includes('dropout-at-inference')).map(describeProblem)).toEqual(
      [],
    );
  });
});
