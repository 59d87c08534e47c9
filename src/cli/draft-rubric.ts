import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import { CoachError } from '../app/coach-error.ts';
import { readBank } from '../compose.ts';
import { readConfig } from '../config.ts';
import {
  type DraftedPoint,
  type DraftedSlot,
  draftQuestionYaml,
  unwrapped,
} from '../content/draft-question.ts';
import { createLexicon, type Lexicon } from '../core/grading/lexicon.ts';
import { type DraftSlot, draftPoints } from '../core/grading/reference/draft-points.ts';
import { languageOf } from '../core/grading/reference/read-question-line.ts';
import type { Language } from '../core/question/language.ts';

interface DraftFlags {
  readonly reference: readonly string[];
  readonly question: string;
}

/** `coach draft-rubric`: a question file to start from, made of a model answer. */
export function addDraftRubric(program: Command): void {
  program
    .command('draft-rubric')
    .description('print a question file to start from, with a rubric drafted from a model answer')
    .requiredOption(
      '--reference <file...>',
      'the model answer as plain text; give it in English, Chinese or both',
    )
    .option('--question <text>', 'what is asked, so that its words are not taken for the answer', '')
    .action(async ({ reference, question }: DraftFlags) => {
      const answers = await readAnswers(reference);
      const lexicon = createLexicon(await readBank(readConfig().content));
      process.stdout.write(
        draftQuestionYaml({
          id: idOf(reference[0] ?? ''),
          prompt: question === '' ? {} : { [languageOf(question)]: question },
          modelAnswer: Object.fromEntries(answers),
          points: draft(answers, question, lexicon),
        }),
      );
    });
}

type Answers = ReadonlyMap<Language, string>;

async function readAnswers(files: readonly string[]): Promise<Answers> {
  const answers = new Map<Language, string>();
  for (const file of files) {
    if (!existsSync(file)) throw new CoachError('usage', `There is no file ${file}.`);
    const text = unwrapped(await readFile(file, 'utf8'));
    if (text === '') throw new CoachError('usage', `${file} is empty; write the model answer into it.`);
    const language = languageOf(text);
    if (answers.has(language)) {
      throw new CoachError(
        'usage',
        `Two of the files are in one language (${language}); give each language once.`,
      );
    }
    answers.set(language, text);
  }
  return answers;
}

/** The points of the first answer; where one in the other language has as many, theirs are put together. */
function draft(answers: Answers, question: string, lexicon: Lexicon): readonly DraftedPoint[] {
  const [first, second] = [...answers].map(([language, text]) => ({
    language,
    points: draftPoints(text, question, lexicon),
  }));
  if (first === undefined) return [];
  const other = second?.points.length === first.points.length ? second : undefined;
  return first.points.map((point, at) => {
    const beside = other?.points[at];
    const says = { [first.language]: point.says };
    if (other === undefined || beside === undefined) return { says, slots: point.slots.map(toSlot) };
    return { says: { ...says, [other.language]: beside.says }, slots: together(point.slots, beside.slots) };
  });
}

/** Concepts are the same in both languages; other slots are paired in reading order, and one without a pair is left out. */
function together(first: readonly DraftSlot[], second: readonly DraftSlot[]): readonly DraftedSlot[] {
  const shared = first.filter((slot) => second.some((other) => isSameConcept(slot, other)));
  const isOwn = (slot: DraftSlot) => !shared.some((each) => isSameConcept(slot, each));
  const [own, others] = [first.filter(isOwn), second.filter(isOwn)];
  const pairs = own.slice(0, others.length).map((slot, at): DraftedSlot => {
    const [one, other] = [slot, others[at] ?? slot].map(toSlot);
    return {
      any: [...(one?.any ?? []), ...(other?.any ?? [])],
      concept: [...(one?.concept ?? []), ...(other?.concept ?? [])],
    };
  });
  return [...shared.map(toSlot), ...pairs];
}

const isSameConcept = (one: DraftSlot, other: DraftSlot) =>
  one.kind === 'concept' && other.kind === 'concept' && one.id === other.id;

const toSlot = (slot: DraftSlot): DraftedSlot =>
  slot.kind === 'concept' ? { any: [], concept: [slot.id] } : { any: [slot.text], concept: [] };

/** The file's name as a kebab-case id. */
function idOf(file: string): string {
  const name = basename(file, extname(file)).toLowerCase();
  return name.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'new-question';
}
