import type { Bilingual } from './language.ts';

/**
 * How an answer to one question is judged: points to make, and misconceptions to avoid.
 * The shape follows c-rater's concepts (Leacock & Chodorow 2003) and OpenMark's patterns (Butcher & Jordan 2010).
 */
export interface Rubric {
  /** `explanation` expects sentences, so a bag of keywords is capped; `list` accepts enumerations. */
  readonly style: 'explanation' | 'list';
  readonly points: readonly Point[];
  readonly misconceptions: readonly Misconception[];
  /** Present where the points come from reference answers rather than from an author; see {@link Coverage}. */
  readonly coverage?: Coverage;
}

/**
 * How an answer is scored against reference answers: by the share of a reference that it covers, since no author has
 * said what matters. Slots are then single words with weights, and a point is a piece of a reference.
 */
export interface Coverage {
  /** For each reference the ids of its points; the reference that is covered best decides. */
  readonly references: readonly (readonly string[])[];
  /** How many points the question asks for; absent: all of them. */
  readonly need?: number;
  /** What the references answer to a yes-or-no question. */
  readonly verdict?: 'yes' | 'no';
  /** How steeply the credit of an enumerated item falls when parts of it are missing; 1 is proportional. */
  readonly sharpness: number;
}

/** One thing a good answer says. */
export interface Point {
  /** Kebab-case, unique in its question; attempts and follow-ups refer to it for years. */
  readonly id: string;
  /** Relative worth, above 0. Required points share the whole score by weight. */
  readonly weight: number;
  /** A bonus point is never missed; made, it adds a little on top of the required ones. */
  readonly bonus: boolean;
  /** What the point says, as a sentence for the learner. */
  readonly says: Bilingual;
  /** A question that nudges towards the point without giving it away. */
  readonly hint: Bilingual;
  /** What must be found in the answer. */
  readonly slots: readonly Slot[];
  /** How many slots suffice (k of n). Absent: all of them. */
  readonly need?: number;
}

/** One concept of a point: any of its aliases, in either language, with the expected polarity. */
export interface Slot {
  readonly aliases: readonly Alias[];
  /** `negated` when the point says that the concept does *not* hold ("does not saturate"). */
  readonly polarity: 'asserted' | 'negated';
  /** Words that say the reverse ("increases" for "decreases"); one of them in place of an alias is a contradiction. */
  readonly opposites: readonly Alias[];
  /** Its share among the slots of a point under {@link Coverage}; absent: 1. */
  readonly weight?: number;
  /** Counts beside the point's other slots only, like words of the question: found alone it earns nothing. */
  readonly isContext?: true;
}

/** A word or phrase that stands for a concept, as it may be written in an answer. */
export interface Alias {
  readonly text: string;
  /** Longer terms inside which this one means something else (精度 in 高精度地图). */
  readonly notIn: readonly string[];
}

/** A wrong claim worth correcting by name. */
export interface Misconception {
  readonly id: string;
  /** What must be found for the claim to be made; every slot, each with its polarity. */
  readonly slots: readonly Slot[];
  /** The most the whole answer may score once the claim is made, 0..1. */
  readonly cap: number;
  /** The point that cannot earn credit beside the claim, if the claim is about one. */
  readonly contradicts?: string;
  /** One kind sentence that puts it right. */
  readonly correction: Bilingual;
  /** Id of the question's source that settles it. */
  readonly source?: string;
  /** The experiment that shows it. */
  readonly demo?: DemoLink;
}

/** An experiment at the settings that make a point visible. */
export interface DemoLink {
  /** Id in the experiment registry. */
  readonly experiment: string;
  /** Overrides of the experiment's defaults. */
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
}
