import { readdir } from 'node:fs/promises';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import type { z } from 'zod';
import type { QuestionBank } from '../core/question/bank.ts';
import type { Sample } from '../core/question/question.ts';
import { checkReferences, type ParsedQuestion } from './check-references.ts';
import { explainIssue, fieldIssues } from './explain-issue.ts';
import { glossaryFileSchema } from './glossary-schema.ts';
import type { Problem } from './problem.ts';
import { questionFileSchema } from './question-schema.ts';
import { type SamplesFile, samplesFileSchema } from './sample-schema.ts';
import { toConcepts, toQuestion, toSamples } from './to-question.ts';
import { topicsFileSchema } from './topics-schema.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

/** Answers with a human's score band, by question id; they measure the grader and are no part of the bank. */
export type LabelledSamples = ReadonlyMap<string, readonly Sample[]>;

/** Outcome of {@link loadBank}. */
export type BankOutcome =
  | { readonly kind: 'bank'; readonly bank: QuestionBank; readonly labelled: LabelledSamples }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/**
 * Reads `questions/`, `samples/`, `glossary.yaml` and `topics.yaml` of a content folder.
 * Either everything is right, or every problem of every file is listed at once, in the order of the files.
 * Throws when the folder or one of its two fixed files cannot be read.
 */
export async function loadBank(folder: string): Promise<BankOutcome> {
  const problems: Problem[] = [];
  const glossary = await readChecked(
    join(folder, 'glossary.yaml'),
    'schema/glossary.json',
    glossaryFileSchema,
    problems,
  );
  const topics = await readChecked(
    join(folder, 'topics.yaml'),
    'schema/topics.json',
    topicsFileSchema,
    problems,
  );
  const questions: ParsedQuestion[] = [];
  for (const path of await yamlPaths(join(folder, 'questions'), problems)) {
    const parsed = await readChecked(path, '../../schema/question.json', questionFileSchema, problems);
    if (parsed !== undefined) questions.push({ file: parsed.file, question: parsed.value });
  }
  const sampleFiles: Checked<SamplesFile>[] = [];
  for (const path of await yamlPaths(join(folder, 'samples'), problems)) {
    const parsed = await readChecked(path, '../../schema/samples.json', samplesFileSchema, problems);
    if (parsed !== undefined) sampleFiles.push(parsed);
  }
  // Without the glossary or the topics, every reference to them would be a false alarm on top of the real problem.
  if (glossary !== undefined && topics !== undefined) {
    const shelf = { glossary: glossary.value, topicIds: new Set(Object.keys(topics.value)) };
    problems.push(...questions.flatMap((parsed) => checkReferences(parsed, shelf)));
  }
  problems.push(...repeatedQuestions(questions));
  problems.push(...sampleFiles.flatMap((samples) => misplacedSamples(samples, questions)));
  if (glossary === undefined || topics === undefined || problems.length > 0) {
    return { kind: 'problems', problems: inFileOrder(problems) };
  }
  const bank = {
    questions: questions.map(({ question }) => toQuestion(question, glossary.value)),
    topics: Object.entries(topics.value).map(([id, title]) => ({ id, title })),
    concepts: toConcepts(glossary.value),
  };
  const labelled = new Map(sampleFiles.map(({ value }) => [value.question, toSamples(value)]));
  return { kind: 'bank', bank, labelled };
}

/** A file and its content once the schema accepts it. */
interface Checked<T> {
  readonly file: YamlFile;
  readonly value: T;
}

async function readChecked<T>(
  path: string,
  schemaPath: string,
  schema: z.ZodType<T>,
  problems: Problem[],
): Promise<Checked<T> | undefined> {
  const outcome = await readYamlFile(path, schemaPath);
  problems.push(...outcome.problems);
  if (outcome.kind === 'problems') return undefined;
  const { file } = outcome;
  const parsed = schema.safeParse(file.value, { error: explainIssue });
  if (parsed.success) return { file, value: parsed.data };
  problems.push(
    ...fieldIssues(parsed.error.issues).map(({ path, message }) => file.problemAt(path, message)),
  );
  return undefined;
}

/** Paths of the content files under a folder in a fixed order; whatever else lies there is a problem. */
async function yamlPaths(folder: string, problems: Problem[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return paths.filter((path) => {
    const inside = relative(folder, path).split(sep);
    const says = strayFile(inside);
    if (says !== undefined) problems.push({ file: path, field: '', says });
    return says === undefined;
  });
}

function strayFile(inside: readonly string[]): string | undefined {
  const name = inside.at(-1) ?? '';
  if (!name.endsWith('.yaml'))
    return `is not a .yaml file; rename it to ${posix.parse(name).name}.yaml or move it`;
  if (inside.length !== 2) return 'must lie in a folder named for its topic; move it to <topic>/<id>.yaml';
  return undefined;
}

function repeatedQuestions(questions: readonly ParsedQuestion[]): readonly Problem[] {
  const firstPaths = new Map<string, string>();
  return questions.flatMap(({ file, question: { id } }) => {
    const first = firstPaths.get(id);
    if (first === undefined) {
      firstPaths.set(id, file.path);
      return [];
    }
    return [file.problemAt(['id'], `"${id}" is already the id of ${first}; choose another`)];
  });
}

function misplacedSamples(
  { file, value }: Checked<SamplesFile>,
  questions: readonly ParsedQuestion[],
): readonly Problem[] {
  const id = value.question;
  const question = questions.find((parsed) => parsed.question.id === id);
  if (question === undefined) {
    return [
      file.problemAt(['question'], `no valid question has the id "${id}"; correct the id or the question`),
    ];
  }
  const expected = `${question.question.topic}/${id}.yaml`;
  const actual = `${basename(dirname(file.path))}/${basename(file.path)}`;
  return expected === actual ? [] : [file.problemAt([], `lies at ${actual}; move it to samples/${expected}`)];
}

function inFileOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0),
  );
}
