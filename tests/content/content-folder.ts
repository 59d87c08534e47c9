import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadBank } from '../../src/content/load-bank.ts';
import { describeProblem } from '../../src/content/problem.ts';

const header = (schema: string) => `# yaml-language-server: $schema=${schema}\n`;

/** A small valid question; tests damage it by replacing lines. */
export const question = `${header('../../schema/question.json')}id: dying-relu
topic: activations
level: 1
origin: tests
prompt: { en: What is a dying ReLU?, zh: 什么是神经元死亡？ }
modelAnswer: { en: Its gradient stays zero., zh: 它的梯度一直为零。 }
rubric:
  points:
    - id: zero-gradient
      weight: 2
      says: { en: The gradient is zero., zh: 梯度为零。 }
      hint: { en: What is the slope?, zh: 斜率是多少？ }
      slots:
        - { concept: gradient, any: [slope] }
        - [zero, 零]
    - id: for-good
      weight: 1
      says: { en: It stays so., zh: 一直如此。 }
      hint: { en: For how long?, zh: 持续多久？ }
      slots: [[stays, 一直]]
    - id: leaky
      weight: 1
      bonus: true
      says: { en: Leaky ReLU helps., zh: Leaky ReLU 有帮助。 }
      hint: { en: What helps?, zh: 怎么办？ }
      slots: [[leaky]]
  misconceptions:
    - id: harmless
      cap: 0.5
      contradicts: for-good
      slots: [{ any: [recovers], not: true }]
      correction: { en: It rarely recovers., zh: 它很少恢复。 }
      source: maas-2013
hints:
  - { en: Look left of zero., zh: 看零点左侧。 }
  - { en: Think of the slope., zh: 想想斜率。 }
followUps:
  - { id: remedy, prompt: { en: What helps?, zh: 怎么办？ }, probes: [leaky] }
sources:
  - { id: maas-2013, citation: 'Maas, Hannun and Ng (2013)' }
demo: { experiment: dead-unit, parameters: { activation: relu } }
samples:
  - { kind: strong, language: en, answer: The gradient stays zero, score: [0.8, 1] }
  - { kind: strong, language: zh, answer: 梯度一直为零, score: [0.8, 1] }
  - { kind: wrong, language: en, answer: It is tired, score: [0, 0.1] }
  - { kind: wrong, language: zh, answer: 它累了, score: [0, 0.1] }
`;

/** The files of a small valid content folder, by path. */
export const validFiles: Readonly<Record<string, string>> = {
  'topics.yaml': `${header('schema/topics.json')}activations: { en: Activations, zh: 激活函数 }\n`,
  'glossary.yaml': `${header('schema/glossary.json')}gradient: { en: gradient, zh: 梯度, also: [grad, 梯度] }\n`,
  'questions/activations/dying-relu.yaml': question,
  'samples/activations/dying-relu.yaml': `${header('../../schema/samples.json')}question: dying-relu
samples:
  - { kind: vague, language: en, answer: Something dies, score: [0, 0.2], blind: true }
`,
};

/** The bank that a folder with these files holds, or its problems as a person reads them (paths relative to the folder). */
export async function loadFiles(changed: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'gradcoach-content-'));
  try {
    for (const [path, text] of Object.entries({ ...validFiles, ...changed })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const outcome = await loadBank(folder);
    if (outcome.kind === 'bank') return { outcome, problems: [] };
    return {
      outcome,
      problems: outcome.problems.map((problem) => describeProblem(problem).slice(folder.length + 1)),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Problems of the small folder once `from` in its question is replaced by `to`. */
export async function problemsAfter(from: string | RegExp, to: string): Promise<readonly string[]> {
  const damaged = question.replace(from, to);
  if (damaged === question) throw new Error(`the small question has no ${String(from)}`);
  return (await loadFiles({ 'questions/activations/dying-relu.yaml': damaged })).problems;
}
