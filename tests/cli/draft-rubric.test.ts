import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addDraftRubric } from '../../src/cli/draft-rubric.ts';
import { questionFileSchema } from '../../src/content/question-schema.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'draft-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const english = fileOf(
  'Dropout at inference.txt',
  `In training dropout sets activations to zero by a fresh random mask, so that units
cannot rely on one another. Inverted dropout divides the survivors by 1 − p, which keeps the
expected value. At inference the masks are switched off and the whole network is used.`,
);
const chinese = fileOf(
  'dropout.zh.txt',
  `训练时，dropout 用一个新的随机掩码把激活置零，使单元之间
不能相互依赖。反向 dropout 把留下的值除以 1−p，以保持期望不变。推理时关闭掩码，使用完整的网络。`,
);

const draft = async (...flags: readonly string[]) => {
  const { out } = await runCommand(addDraftRubric, 'draft-rubric', ...flags);
  return { text: out, question: parse(out) };
};

describe('coach draft-rubric', () => {
  it('drafts a point of each sentence, with its concepts and telling phrases', async () => {
    const { question } = await draft('--reference', english, '--question', 'What does dropout do?');
    expect(question).toMatchObject({
      id: 'dropout-at-inference',
      prompt: { en: 'What does dropout do?', zh: '…' },
    });
    expect(question.modelAnswer.en).toContain('so that units cannot rely');
    const points: { says: { en: string }; slots: unknown[] }[] = question.rubric.points;
    expect(points.map(({ says }) => says.en.split(' ').slice(0, 2).join(' '))).toEqual([
      'In training',
      'Inverted dropout',
      'At inference',
    ]);
    expect(points[1]?.slots).toContainEqual({ concept: 'expectation' });
    expect(points[2]?.slots).toContainEqual(['whole network']);
  });

  it('puts the points of both languages together', async () => {
    const { question } = await draft('--reference', english, chinese);
    expect(question.modelAnswer.zh).toContain('使单元之间不能相互依赖');
    const [, , last] = question.rubric.points;
    expect(last.says).toEqual({
      en: 'At inference the masks are switched off and the whole network is used.',
      zh: '推理时关闭掩码，使用完整的网络。',
    });
    expect(last.slots.flatMap((slot: { any?: string[] } | string[]) => slot)).toContain('关闭掩码');
  });

  it('starts with the line that editors complete by', async () => {
    const { text } = await draft('--reference', english);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../schema/question.json');
  });

  it('leaves nothing open that the check does not ask for, and passes it once filled in', async () => {
    const { text } = await draft('--reference', english, chinese);
    const asked = questionFileSchema.safeParse(parse(text));
    const fields = new Set(asked.error?.issues.map(({ path }) => path[0]));
    expect(fields).toEqual(
      new Set(['topic', 'origin', 'prompt', 'rubric', 'hints', 'followUps', 'sources', 'samples']),
    );
    const filled = text
      .replaceAll('en: …', 'en: Some words.')
      .replaceAll('zh: …', 'zh: 一些话。')
      .replaceAll(/: (?:""|'')/g, ': words');
    expect(questionFileSchema.safeParse(parse(filled)).error).toBeUndefined();
  });

  it.each([
    ['a file that is not there', ['nowhere.txt'], 'There is no file nowhere.txt.'],
    ['an empty file', [fileOf('empty.txt', ' \n')], 'is empty; write the model answer into it.'],
    ['two files in one language', [english, english], 'give each language once'],
  ])('says the way out of a usage error: %s', async (_, files, message) => {
    await expect(draft('--reference', ...files)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(message),
    });
  });
});
