import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { addGrade } from '../../src/cli/grade.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'grade-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\n'));
  return file;
}

const grade = (flags: readonly string[], ...lines: readonly string[]) =>
  runCommand((program) => addGrade(program, Readable.from([lines.join('\n')])), 'grade', ...flags);

const questions = fileOf('questions.jsonl', [
  '{"qid": "s1", "lang": "en", "question": "What is a stack?", "reference": ["Last in, first out."]}',
  '{"qid": 2, "question": "决定分拣策略的因素有哪几个？", "reference": "分区、订单分割、订单分批、分类。"}',
  '{"qid": "m", "question": "Describe it.", "rubric": "2 points: it waits for a reply\\n1 point: it numbers frames"}',
]);

describe('coach grade --questions', () => {
  it('prints each line with its score and the words that earned it', async () => {
    const { out, err, exitCode } = await grade(
      ['--questions', questions],
      '{"qid": "s1", "answer": "The last one goes in first and out first", "id": 7}',
      '{"qid": 2, "answer": "订单分批"}',
    );
    const [stack, factors] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(stack).toMatchObject({ qid: 's1', id: 7, score: 1, flags: [] });
    expect(stack.points[0].evidence[0]).toMatchObject({ text: 'last', start: 4, end: 8 });
    expect(factors).toMatchObject({ qid: 2, answer: '订单分批', score: 0.25 });
    expect(factors.points[2].evidence).toMatchObject([{ text: '订单分批', start: 0, end: 4 }]);
    expect([err, exitCode]).toEqual(['', 0]);
  });

  it('takes the points from a marking scheme', async () => {
    const { out } = await grade(
      ['--questions', questions],
      '{"qid": "m", "answer": "It waits for a reply."}',
    );
    const { points } = JSON.parse(out);
    expect(points.map(({ weight }: { weight: number }) => weight)).toEqual([2, 1]);
    expect(points[0].credit).toBe(1);
    expect(points[1].credit).toBeLessThan(0.5);
  });

  it('grades an answer that was not handed in as blank', async () => {
    const { out } = await grade(['--questions', questions], '{"qid": "s1", "answer": null}');
    expect(JSON.parse(out)).toMatchObject({ score: 0, flags: ['blank'] });
  });

  it('names every line it cannot grade, grades the others, and fails', async () => {
    const { out, err, exitCode } = await grade(
      ['--questions', questions],
      '{"qid": "nobody", "answer": "x"}',
      'no json',
      '["no", "object"]',
      '{"answer": "x"}',
      '{"qid": "s1"}',
      '{"qid": "s1", "answer": "last in, first out"}',
    );
    expect(err.trim().split('\n')).toEqual([
      `line 1: there is no question "nobody" in ${questions}`,
      'line 2: is not JSON',
      'line 3: is no JSON object',
      'line 4: "qid" is missing; it names the question that is answered',
      'line 5: "answer" is missing or no text',
    ]);
    expect(JSON.parse(out).score).toBe(1);
    expect(exitCode).toBe(1);
  });

  it('names every question it cannot use and grades on the others', async () => {
    const mixed = fileOf('mixed.jsonl', [
      '{"qid": "a", "question": "Why?"}',
      'no json',
      '{"qid": "b", "question": "Why?", "reference": "a gap"}',
    ]);
    const { out, err } = await grade(['--questions', mixed], '{"qid": "b", "answer": "there is a gap"}');
    expect(err).toContain('line 1: (a) has neither "reference" nor "rubric"');
    expect(err).toContain('line 2: is not JSON');
    expect(JSON.parse(out).score).toBe(1);
  });

  it.each([
    ['no file', ['--questions', 'nowhere.jsonl'], 'There is no file nowhere.jsonl.'],
    ['no question', ['--questions', fileOf('empty.jsonl', [''])], 'holds no question'],
    ['neither flag', [], 'Name either --question <id>'],
    ['both flags', ['--question', 'x', '--questions', questions], 'Name either --question <id>'],
    ['an unknown question', ['--question', 'batch-normalisation'], 'Did you mean batch-normalization?'],
  ])('says the way out of a usage error: %s', async (_, flags, message) => {
    await expect(grade(flags)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(message),
    });
  });
});

describe('coach grade --question', () => {
  it('grades answers to a question of the bank', async () => {
    const { out } = await grade(
      ['--question', 'relu-over-sigmoid-tanh'],
      '{"text": "Its derivative is 1 for positive inputs.", "by": "ann"}',
    );
    const graded = JSON.parse(out);
    expect(graded).toMatchObject({ by: 'ann', misconceptions: [], flags: [] });
    expect(graded.score).toBeGreaterThan(0);
  });
});
