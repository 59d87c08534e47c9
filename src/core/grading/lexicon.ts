import type { QuestionBank } from '../question/bank.ts';
import { languages } from '../question/language.ts';
import type { Question } from '../question/question.ts';
import type { Alias, Slot } from '../question/rubric.ts';
import { type ConceptIndex, createConceptIndex } from './concepts.ts';
import type { Stemmer } from './match/pattern.ts';
import { readUnits } from './text/read-units.ts';
import { createStemmer } from './text/stem-word.ts';
import { createTopicIndex, type TopicIndex } from './topics.ts';

/** What the whole bank knows: its vocabulary, its terms and how telling each is. Built once, shared by every rubric. */
export interface Lexicon {
  readonly stem: Stemmer;
  /** Words and stems of words the bank uses; such a word is never taken for a misspelling of another. */
  readonly words: ReadonlySet<string>;
  /** Chinese aliases of the glossary, folded, by the concept they name. */
  readonly hanConcepts: ReadonlyMap<string, string>;
  /** Every Chinese alias of two characters and more, folded: what compounds are taken apart into. */
  readonly hanTerms: ReadonlySet<string>;
  /** The glossary, for finding its concepts in references and drafts. */
  readonly concepts: ConceptIndex;
  readonly topics: TopicIndex;
}

/** Gathers the vocabulary of a bank. */
export function createLexicon(bank: QuestionBank): Lexicon {
  const stem = createStemmer();
  const conceptAliases = bank.concepts.flatMap(({ id, aliases }) => aliases.map((text) => ({ id, text })));
  const aliases = [...conceptAliases, ...bank.questions.flatMap(rubricAliases)].map(({ text }) => text);
  const texts = bank.questions.flatMap(textsOf);
  return {
    stem,
    words: wordsOf([...aliases, ...texts], stem),
    hanConcepts: new Map(
      conceptAliases.flatMap(({ id, text }): [string, string][] => {
        const han = pureHan(text);
        return han === undefined ? [] : [[han, id]];
      }),
    ),
    hanTerms: new Set(aliases.flatMap((text) => pureHan(text) ?? [])),
    concepts: createConceptIndex(bank.concepts, stem),
    topics: createTopicIndex(bank.questions, stem),
  };
}

/** The folded text of an alias written in Chinese characters only, two or more. */
export function pureHan(alias: string): string | undefined {
  const units = readUnits(alias);
  if (units.length < 2 || units.some(({ kind }) => kind !== 'han')) return undefined;
  return units.map(({ key }) => key).join('');
}

function rubricAliases({ rubric }: Question): readonly Alias[] {
  const slots = [...rubric.points, ...rubric.misconceptions].flatMap((claim) => claim.slots);
  return slots.flatMap((slot: Slot) => [...slot.aliases, ...slot.opposites]);
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

function wordsOf(texts: readonly string[], stem: Stemmer): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) {
    for (const { kind, key } of readUnits(text)) {
      if (kind !== 'word') continue;
      words.add(key);
      words.add(stem(key));
    }
  }
  return words;
}
