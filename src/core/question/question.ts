import type { Bilingual, Language } from './language.ts';
import type { DemoLink, Rubric } from './rubric.ts';

/** How hard a question is: 1 warm-up, 2 interview, 3 senior interview. */
export type Level = 1 | 2 | 3;

/** One open interview question with everything needed to ask it, grade it and teach it. */
export interface Question {
  /** Kebab-case, unique in the bank, never reused. */
  readonly id: string;
  /** Id of a topic of the bank. */
  readonly topic: string;
  readonly level: Level;
  /** Where the question comes from, such as `seed-11`. */
  readonly origin: string;
  readonly prompt: Bilingual;
  readonly modelAnswer: Bilingual;
  readonly rubric: Rubric;
  /** From gentle to plain; shown one at a time. */
  readonly hints: readonly Bilingual[];
  readonly followUps: readonly FollowUp[];
  readonly sources: readonly Source[];
  /** Ids of questions whose full answers also answer part of this one. */
  readonly related?: readonly string[];
  readonly demo?: DemoLink;
  readonly samples: readonly Sample[];
}

/** A probe into points that an answer missed. */
export interface FollowUp {
  readonly id: string;
  readonly prompt: Bilingual;
  /** Ids of the points it asks for; its answer is graded on these alone. */
  readonly probes: readonly string[];
}

/** Where a statement can be checked. */
export interface Source {
  /** Unique in its question; misconceptions refer to it. */
  readonly id: string;
  /** Authors, year and title, as one would cite it. */
  readonly citation: string;
  /** Section, table or figure that carries the claim. */
  readonly section?: string;
  readonly url?: string;
}

/** What a sample answer is an example of. */
export const sampleKinds = [
  'strong',
  'good',
  'partial',
  'vague',
  'wrong',
  'misconception',
  'negated',
  'stuffed',
  'off-topic',
  'typos',
  'traditional',
  'mixed',
  'formula',
  'short',
  'empty-words',
] as const;

/** One of {@link sampleKinds}. */
export type SampleKind = (typeof sampleKinds)[number];

/** An answer with the band a human gave it; the bank's own regression test. */
export interface Sample {
  readonly kind: SampleKind;
  readonly language: Language | 'mixed';
  readonly answer: string;
  /** Lowest and highest fair score, 0..1. */
  readonly score: readonly [low: number, high: number];
  /** Only ever measured, never looked at while a rubric is tuned. */
  readonly blind: boolean;
}

/** A topic of the bank's taxonomy. */
export interface Topic {
  readonly id: string;
  readonly title: Bilingual;
}
