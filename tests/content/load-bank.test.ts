import { describe, expect, it } from 'vitest';
import { loadFiles, problemsAfter, question } from './content-folder.ts';

const file = 'questions/activations/dying-relu.yaml';

describe('a valid content folder', () => {
  it('becomes a bank with topics, concepts and questions', async () => {
    const { outcome } = await loadFiles();
    if (outcome.kind !== 'bank') throw new Error('the folder is valid');
    expect(outcome.bank.topics).toEqual([
      { id: 'activations', title: { en: 'Activations', zh: '激活函数' } },
    ]);
    expect(outcome.bank.concepts).toEqual([
      { id: 'gradient', title: { en: 'gradient', zh: '梯度' }, aliases: ['gradient', '梯度', 'grad'] },
    ]);
    expect(outcome.bank.questions.map(({ id }) => id)).toEqual(['dying-relu']);
  });

  it('spells out the concepts of a slot after its own words, each once', async () => {
    const { outcome } = await loadFiles();
    if (outcome.kind !== 'bank') throw new Error('the folder is valid');
    const [point] = outcome.bank.questions[0]!.rubric.points;
    expect(point!.slots[0]).toEqual({
      aliases: ['slope', 'gradient', '梯度', 'grad'].map((text) => ({ text, notIn: [] })),
      polarity: 'asserted',
      opposites: [],
    });
    expect(outcome.bank.questions[0]!.rubric.misconceptions[0]!.slots[0]!.polarity).toBe('negated');
  });

  it('keeps labelled answers apart from the bank, with their blind mark', async () => {
    const { outcome } = await loadFiles();
    if (outcome.kind !== 'bank') throw new Error('the folder is valid');
    expect(outcome.labelled.get('dying-relu')).toEqual([
      { kind: 'vague', language: 'en', answer: 'Something dies', score: [0, 0.2], blind: true },
    ]);
    expect(outcome.bank.questions[0]!.samples).toHaveLength(4);
  });
});

describe('a damaged question', () => {
  it('reports every problem at once, each with file, line, field and the way out', async () => {
    const damaged = question
      .replace('weight: 2', 'weight: 0')
      .replace(', zh: 梯度为零。', '')
      .replace('level: 1', 'level: 4');
    const { problems } = await loadFiles({ [file]: damaged, 'topics.yaml': 'a: [\n' });
    expect(problems).toEqual([
      `${file}:4 level: must be 1 (warm-up), 2 (interview) or 3 (senior interview)`,
      `${file}:11 rubric.points[0].weight: must be above 0; remove the point if it is worth nothing`,
      `${file}:12 rubric.points[0].says.zh: is missing; add it (text)`,
      expect.stringMatching(
        /^samples\/activations\/dying-relu\.yaml:2 question: no valid question has the id/,
      ),
      expect.stringMatching(/^topics\.yaml:\d+: not valid YAML: .*check the indentation/),
    ]);
  });

  it.each([
    [
      'an unknown key',
      'hint: { en: For',
      'hnit: { en: For',
      /has the unknown key "hnit"; known here: .*hint/,
    ],
    [
      'Chinese where English belongs',
      'en: The gradient is zero.',
      'en: 梯度',
      /says\.en: has no Latin letters/,
    ],
    ['English where Chinese belongs', 'zh: 梯度为零。', 'zh: zero', /says\.zh: has no Chinese characters/],
    ['a number where a word belongs', '[zero, 零]', '[0.25, 零]', /put quotes around it/],
    ['an empty slot', '[[leaky]]', '[[]]', /slots\[0\]: is empty; give at least one alias/],
    ['a slot that matches nothing', '[[leaky]]', '[{ not: true }]', /matches nothing; give it "any"/],
    ['a slot that is neither list nor mapping', '[[leaky]]', '[leaky]', /must be a list or a mapping/],
    ['a word listed twice', '[[leaky]]', '[[leaky, Leaky]]', /lists "leaky" twice/],
    ['an unknown concept', 'concept: gradient', 'concept: gradeint', /"gradeint" is not in glossary\.yaml/],
    [
      'an id that is not the name of the file',
      'id: dying-relu',
      'id: dead-relu',
      /file is named dying-relu\.yaml/,
    ],
    [
      'a topic that is not the name of the folder',
      'topic: activations',
      'topic: maths',
      /the file lies in activations\//,
    ],
    ['a topic that does not exist', 'topic: activations', 'topic: maths', /"maths" is not in topics\.yaml/],
    ['an id that is not kebab-case', 'id: for-good', 'id: For_Good', /must be kebab-case/],
    ['two points with one id', 'id: for-good', 'id: zero-gradient', /"zero-gradient" is used twice/],
    [
      'a follow-up that probes an unknown point',
      'probes: [leaky]',
      'probes: [leak]',
      /probes\[0\]: no point has the id "leak"/,
    ],
    [
      'a misconception about an unknown point',
      'contradicts: for-good',
      'contradicts: good',
      /no point has the id "good"/,
    ],
    [
      'a misconception with an unknown source',
      'source: maas-2013',
      'source: maas',
      /no source has the id "maas"/,
    ],
    [
      'more slots needed than there are',
      'slots: [[leaky]]',
      'slots: [[leaky]]\n      need: 2',
      /asks for 2 slots, but the point has 1/,
    ],
    [
      'a band the wrong way round',
      'score: [0, 0.1] }\n  - { kind: wrong, language: zh',
      'score: [0.3, 0.1] }\n  - { kind: wrong, language: zh',
      /lowest ≤ highest/,
    ],
    ['a missing sample', /^ {2}- \{ kind: wrong, language: zh.*\n/m, '', /needs a wrong answer in zh/],
    [
      'a source without https',
      "citation: 'Maas",
      "url: 'http://a.org', citation: 'Maas",
      /full https:\/\/ address/,
    ],
    ['a missing schema line', /^#.*\n/, '', /must start with the line "# yaml-language-server: \$schema=/],
    ['broken YAML', 'level: 1', 'level: "1', /:\d+: not valid YAML/],
    ['a key given twice', 'level: 1', 'level: 1\nlevel: 2', /:5: not valid YAML: map keys must be unique/],
  ])('reports %s', async (_name, from, to, expected) => {
    const problems = await problemsAfter(from, to);
    expect(problems.filter((problem) => expected.test(problem))).toHaveLength(1);
  });

  it('reports a rubric of bonus points only', async () => {
    const damaged = question.replaceAll(/weight: \d\n( +bonus: true\n)?/g, 'weight: 1\n      bonus: true\n');
    const { problems } = await loadFiles({ [file]: damaged });
    expect(problems).toEqual([expect.stringMatching(/has only bonus points/)]);
  });
});

describe('files in the wrong place', () => {
  it('reports a question with an id that another file has', async () => {
    const { problems } = await loadFiles({ 'questions/maths/dying-relu.yaml': question });
    expect(problems).toContainEqual(
      expect.stringMatching(/^questions\/maths\/.*"dying-relu" is already the id of/),
    );
  });

  it('reports files that are not questions in a topic folder', async () => {
    const { problems } = await loadFiles({
      'questions/notes.yaml': question,
      'questions/maths/a.yml': question,
    });
    expect(problems).toEqual([
      'questions/maths/a.yml: is not a .yaml file; rename it to a.yaml or move it',
      'questions/notes.yaml: must lie in a folder named for its topic; move it to <topic>/<id>.yaml',
    ]);
  });

  it('reports labelled answers that lie where their question does not', async () => {
    const text =
      '# yaml-language-server: $schema=../../schema/samples.json\nquestion: dying-relu\nsamples:\n' +
      '  - { kind: vague, language: en, answer: a, score: [0, 0.2] }\n';
    const { problems } = await loadFiles({ 'samples/maths/dying-relu.yaml': text });
    expect(problems).toEqual([expect.stringMatching(/move it to samples\/activations\/dying-relu\.yaml/)]);
  });

  it('throws when the folder is not a content folder', async () => {
    const { loadBank } = await import('../../src/content/load-bank.ts');
    await expect(loadBank('tests/content/no-such-folder')).rejects.toThrow(/ENOENT/);
  });
});
