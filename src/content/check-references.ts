import { basename, dirname } from 'node:path';
import type { GlossaryFile } from './glossary-schema.ts';
import type { FieldPath, Problem } from './problem.ts';
import type { QuestionFile } from './question-schema.ts';
import type { SlotFile } from './rubric-schema.ts';
import { conceptsOf } from './to-question.ts';
import type { YamlFile } from './yaml-file.ts';

/** A question whose fields are right each for itself, with the file it came from. */
export interface ParsedQuestion {
  readonly file: YamlFile;
  readonly question: QuestionFile;
}

/** What a question may refer to outside its own file. */
export interface Shelf {
  readonly glossary: GlossaryFile;
  readonly topicIds: ReadonlySet<string>;
}

type Report = (path: FieldPath, says: string) => void;

/** Everything in a question that refers to something that is not there, or is there twice. */
export function checkReferences({ file, question }: ParsedQuestion, shelf: Shelf): readonly Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, says) => problems.push(file.problemAt(path, says));
  checkPlace(file.path, question, shelf, report);
  checkIds(question, report);
  checkRubric(question, shelf, report);
  checkSamples(question, report);
  return problems;
}

function checkPlace(path: string, { id, topic }: QuestionFile, { topicIds }: Shelf, report: Report) {
  const name = basename(path, '.yaml');
  const folder = basename(dirname(path));
  if (name !== id) report(['id'], `is "${id}", but the file is named ${name}.yaml; make them the same`);
  if (folder !== topic)
    report(['topic'], `is "${topic}", but the file lies in ${folder}/; make them the same`);
  if (!topicIds.has(topic))
    report(['topic'], `"${topic}" is not in topics.yaml; add it there or choose another`);
}

function checkIds({ rubric, followUps, sources }: QuestionFile, report: Report) {
  const lists: readonly (readonly [FieldPath, readonly { readonly id: string }[]])[] = [
    [['rubric', 'points'], rubric.points],
    [['rubric', 'misconceptions'], rubric.misconceptions],
    [['followUps'], followUps],
    [['sources'], sources],
  ];
  for (const [path, entries] of lists) {
    for (const { index, value } of repeated(entries.map(({ id }) => id))) {
      report([...path, index, 'id'], `"${value}" is used twice in this list; rename one`);
    }
  }
}

function checkRubric({ rubric, followUps, sources }: QuestionFile, shelf: Shelf, report: Report) {
  const pointIds = new Set(rubric.points.map(({ id }) => id));
  const sourceIds = new Set(sources.map(({ id }) => id));
  if (rubric.points.every(({ bonus }) => bonus === true)) {
    report(['rubric', 'points'], 'has only bonus points; at least one must be required');
  }
  rubric.points.forEach(({ slots, need }, index) => {
    const path = ['rubric', 'points', index];
    checkSlots(slots, [...path, 'slots'], shelf, report);
    if (slots.every((slot) => !Array.isArray(slot) && slot.context === true)) {
      report(
        [...path, 'slots'],
        'are all context, so the point can never be earned; drop "context" from one',
      );
    }
    if (need !== undefined && need > slots.length) {
      report(
        [...path, 'need'],
        `asks for ${need} slots, but the point has ${slots.length}; lower it or add slots`,
      );
    }
  });
  rubric.misconceptions.forEach(({ slots, contradicts, source }, index) => {
    const path = ['rubric', 'misconceptions', index];
    checkSlots(slots, [...path, 'slots'], shelf, report);
    if (contradicts !== undefined && !pointIds.has(contradicts)) {
      report(
        [...path, 'contradicts'],
        `no point has the id "${contradicts}"; use one of ${[...pointIds].join(', ')}`,
      );
    }
    if (source !== undefined && !sourceIds.has(source)) {
      report(
        [...path, 'source'],
        `no source has the id "${source}"; use one of ${[...sourceIds].join(', ')}`,
      );
    }
  });
  followUps.forEach(({ probes }, index) => {
    probes.forEach((id, position) => {
      if (pointIds.has(id)) return;
      const known = [...pointIds].join(', ');
      report(['followUps', index, 'probes', position], `no point has the id "${id}"; use one of ${known}`);
    });
  });
}

function checkSlots(slots: readonly SlotFile[], path: FieldPath, { glossary }: Shelf, report: Report) {
  slots.forEach((slot, index) => {
    for (const concept of conceptsOf(slot)) {
      if (Object.hasOwn(glossary, concept)) continue;
      report([...path, index], `"${concept}" is not in glossary.yaml; add it there or correct the name`);
    }
    const aliases = (Array.isArray(slot) ? slot : (slot.any ?? [])).map((alias) => alias.toLowerCase());
    for (const { value } of repeated(aliases)) {
      report([...path, index], `lists "${value}" twice; remove one`);
    }
  });
}

/** A rubric nobody tried in both languages is untested, so every question proves it tells good from bad. */
function checkSamples({ samples }: QuestionFile, report: Report) {
  for (const language of ['zh', 'en'] as const) {
    for (const kind of ['strong', 'wrong'] as const) {
      if (samples.some((sample) => sample.kind === kind && sample.language === language)) continue;
      report(['samples'], `needs a ${kind} answer in ${language}; add one with its score band`);
    }
  }
}

/** Entries that stand in the list before. */
function repeated(values: readonly string[]): readonly { readonly index: number; readonly value: string }[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [{ index, value }] : []));
}
