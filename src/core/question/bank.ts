import type { Bilingual } from './language.ts';
import type { Question, Topic } from './question.ts';

/** A concept many rubrics share, with the ways to write it in both languages. */
export interface Concept {
  readonly id: string;
  readonly title: Bilingual;
  readonly aliases: readonly string[];
}

/** Every question, topic and shared concept the coach knows; immutable once loaded. */
export interface QuestionBank {
  readonly questions: readonly Question[];
  readonly topics: readonly Topic[];
  readonly concepts: readonly Concept[];
}
