import type { QuestionBank } from '../question/bank.ts';
import { languages } from '../question/language.ts';
import type { Question } from '../question/question.ts';
import { type ConceptIndex, createConceptIndex } from './concepts.ts';
import { type CompiledAlias, createAliasCompiler } from './match/pattern.ts';
import { readUnits } from './text/read-units.ts';
import type { Unit } from './text/unit.ts';
import { type IdSet, idSetOf } from './text/vocabulary.ts';
import { createTopicIndex, type TopicIndex } from './topics.ts';

/** What the whole bank knows: its vocabulary and its terms. Built once, shared by every rubric. */
export interface Lexicon {
  readonly compile: (alias: string) => CompiledAlias;
  /** Words and stems of words the bank uses; such a word is never taken for a misspelling of another. */
  readonly words: IdSet;
  /** Chinese aliases of the glossary, folded. */
  readonly hanConcepts: ReadonlySet<string>;
  /** Every Chinese alias of two characters and more, folded: what compounds are taken apart into. */
  readonly hanTerms: ReadonlySet<string>;
  /** The glossary, for finding its concepts in references and drafts. */
  readonly concepts: ConceptIndex;
  readonly topics: TopicIndex;
}

/** Gathers the vocabulary of a bank. */
export function createLexicon(bank: QuestionBank): Lexicon {
  const compile = createAliasCompiler();
  const conceptAliases = bank.concepts.flatMap(({ aliases }) => aliases);
  const aliases = [...conceptAliases, ...bank.questions.flatMap(rubricAliases)].map(compile);
  return {
    compile,
    words: idsOf([...aliases.map(({ units }) => units), ...bank.questions.flatMap(textsOf).map(readUnits)]),
    hanConcepts: new Set(conceptAliases.flatMap((text) => compile(text).han ?? [])),
    hanTerms: new Set(aliases.flatMap(({ han }) => han ?? [])),
    concepts: createConceptIndex(bank.concepts, compile),
    topics: createTopicIndex(bank.questions, compile),
  };
}

function rubricAliases({ rubric }: Question): readonly string[] {
  const slots = [...rubric.points, ...rubric.misconceptions].flatMap((claim) => claim.slots);
  return slots.flatMap(({ aliases, opposites }) => [...aliases, ...opposites].map(({ text }) => text));
}

const documentOf = ({ prompt, modelAnswer }: Question): string =>
  languages.flatMap((language) => [prompt[language], modelAnswer[language]]).join('\n');

function textsOf(question: Question): readonly string[] {
  const { rubric, hints, followUps } = question;
  const bilingual = [
    ...rubric.points.flatMap(({ says, hint }) => [says, hint]),
    ...rubric.misconceptions.map(({ correction }) => correction),
    ...hints,
    ...followUps.map(({ prompt }) => prompt),
  ];
  return [documentOf(question), ...bilingual.flatMap((text) => languages.map((language) => text[language]))];
}

function idsOf(texts: readonly (readonly Unit[])[]): IdSet {
  const words = new Set<string>();
  for (const { kind, key, symbol } of texts.flat()) {
    if (kind !== 'word' || words.has(key)) continue;
    words.add(key);
    words.add(symbol);
  }
  return idSetOf(words);
}
