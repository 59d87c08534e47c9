import type { Bilingual, Language } from '../../question/language.ts';
import type { Point, Rubric, Slot } from '../../question/rubric.ts';
import type { Lexicon } from '../lexicon.ts';
import { symbolOf } from '../match/pattern.ts';
import type { GradableQuestion } from '../prepare-rubric.ts';
import { readUnits } from '../text/read-units.ts';
import type { Unit } from '../text/unit.ts';
import { readQuestion } from './question-cues.ts';
import { slotsOf } from './reference-slots.ts';
import { type Piece, splitReference } from './split-reference.ts';
import { readVerdict, type Verdict } from './verdict.ts';
import { withoutRestatement } from './without-restatement.ts';

/** A question with a rubric made from its reference answers. */
export interface DerivedQuestion extends GradableQuestion {
  /** Scores rank answers; their scale has to be learned from marked ones. */
  readonly needsCalibration: true;
}

/** A question as other people's data has it. */
export interface ReferenceQuestion {
  readonly id: string;
  readonly text: string;
}

/**
 * Makes a rubric of reference answers, so that the grader can be run on questions that come without one: each
 * reference is split into points, each point into weighted terms. Deterministic.
 */
export function deriveRubric(
  question: ReferenceQuestion,
  references: readonly string[],
  language: Language,
  lexicon: Lexicon,
): DerivedQuestion {
  const cues = readQuestion(question.text);
  const asked = readUnits(question.text);
  const split = references.map((reference) => pointsOf(reference, asked, cues.asksForList, lexicon));
  const points = split.flatMap(({ slots }, reference) =>
    slots.map((each, index): Point => toPoint(`r${reference + 1}-p${index + 1}`, each.text, each.slots)),
  );
  const isList = split.length > 0 && split.every(({ isEnumeration }) => isEnumeration);
  const verdict = sharedVerdict(references);
  const rubric: Rubric = {
    style: isList ? 'list' : 'explanation',
    points,
    misconceptions: [],
    coverage: {
      references: split.map(({ slots }, reference) =>
        slots.map((_, index) => `r${reference + 1}-p${index + 1}`),
      ),
      sharpness: sharpness[language],
      ...(cues.need === undefined ? {} : { need: cues.need }),
      ...(verdict === undefined || isList ? {} : { verdict }),
    },
  };
  const prompt = inBoth(question.text, language);
  const modelAnswer = inBoth(references[0] ?? '', language);
  return { id: question.id, prompt, modelAnswer, rubric, followUps: [], needsCalibration: true };
}

/** Chinese items share characters by chance, so an item found by half is hardly found. */
const sharpness: Bilingual<number> = { zh: 2, en: 1 };

/** What every reference that opens with a verdict opens with. */
function sharedVerdict(references: readonly string[]): Verdict | undefined {
  const verdicts = new Set(references.flatMap((reference) => readVerdict(readUnits(reference)) ?? []));
  return verdicts.size === 1 ? [...verdicts][0] : undefined;
}

/** The text where its language is, and nothing in the other. */
const inBoth = (text: string, language: Language) => ({
  zh: language === 'zh' ? text : '',
  en: language === 'en' ? text : '',
});

function toPoint(id: string, says: string, slots: readonly Slot[]): Point {
  return { id, weight: 1, bonus: false, says: { en: says, zh: says }, hint: { en: says, zh: says }, slots };
}

interface ReferencePoints {
  readonly isEnumeration: boolean;
  readonly slots: readonly { readonly text: string; readonly slots: readonly Slot[] }[];
}

function pointsOf(
  reference: string,
  asked: readonly Unit[],
  asksForList: boolean,
  lexicon: Lexicon,
): ReferencePoints {
  const units = withoutRestatement(readUnits(reference), asked);
  const askedSymbols = new Set(asked.map((unit) => symbolOf(unit, lexicon.stem)));
  const isAsked = (unit: Unit) => askedSymbols.has(symbolOf(unit, lexicon.stem));
  const { pieces, isEnumeration } = splitReference(reference, units, asksForList, isAsked);
  const slots = pieces.map((piece) => ({
    text: textOf(reference, piece),
    slots: slotsOf(reference, piece, pieces, lexicon),
  }));
  return { isEnumeration, slots: slots.filter((each) => each.slots.length > 0) };
}

function textOf(reference: string, piece: Piece): string {
  return reference.slice(piece[0]?.start ?? 0, piece.at(-1)?.end ?? 0);
}
