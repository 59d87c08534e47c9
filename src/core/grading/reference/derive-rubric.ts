import type { Bilingual, Language } from '../../question/language.ts';
import type { Point, Slot } from '../../question/rubric.ts';
import type { Lexicon } from '../lexicon.ts';
import type { GradableQuestion } from '../prepare-rubric.ts';
import { readUnits } from '../text/read-units.ts';
import type { Unit } from '../text/unit.ts';
import { alternativesIn } from './alternatives.ts';
import { readMarkedPoints } from './marked-points.ts';
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
  /** A marking scheme: points with their marks, one to a line. */
  readonly rubric?: string;
}

/**
 * Makes a rubric of reference answers, so that the grader can be run on questions that come without one: each
 * reference is split into points, each point into weighted terms. Where the question brings a marking scheme, that
 * gives the points and what they are worth. Deterministic.
 */
export function deriveRubric(
  question: ReferenceQuestion,
  references: readonly string[],
  language: Language,
  lexicon: Lexicon,
): DerivedQuestion {
  const cues = readQuestion(question.text);
  const asked = readUnits(question.text);
  const marked = readMarkedPoints(question.rubric ?? '');
  const sources =
    marked.length > 0
      ? [fromMarks(marked, lexicon)]
      : references
          .flatMap(alternativesIn)
          .map((reference) => fromReference(reference, asked, cues.asksForList, lexicon));
  const named = sources.map(({ points }, source) =>
    points.map((point, index) => toPoint(`r${source + 1}-p${index + 1}`, point)),
  );
  const isList = sources.length > 0 && sources.every(({ isEnumeration }) => isEnumeration);
  const verdict = isList ? undefined : sharedVerdict(references);
  return {
    id: question.id,
    prompt: inOne(question.text, language),
    modelAnswer: inOne(references[0] ?? '', language),
    followUps: [],
    needsCalibration: true,
    rubric: {
      style: isList ? 'list' : 'explanation',
      points: named.flat(),
      misconceptions: [],
      coverage: {
        references: named.map((points) => points.map(({ id }) => id)),
        sharpness: sharpness[language],
        ...(cues.need === undefined ? {} : { need: cues.need }),
        ...(verdict === undefined ? {} : { verdict }),
      },
    },
  };
}

/** Chinese items share characters by chance, so an item found by half is hardly found. */
const sharpness: Bilingual<number> = { zh: 2, en: 1 };

/** What every reference that opens with a verdict opens with. */
function sharedVerdict(references: readonly string[]): Verdict | undefined {
  const verdicts = new Set(references.flatMap((reference) => readVerdict(readUnits(reference)) ?? []));
  return verdicts.size === 1 ? [...verdicts][0] : undefined;
}

/** The text where its language is, and nothing in the other. */
const inOne = (text: string, language: Language) => ({
  zh: language === 'zh' ? text : '',
  en: language === 'en' ? text : '',
});

/** A point before it has a name. */
interface DerivedPoint {
  readonly text: string;
  readonly slots: readonly Slot[];
  readonly weight: number;
}

function toPoint(id: string, { text, slots, weight }: DerivedPoint): Point {
  const says = { en: text, zh: text };
  return { id, weight, bonus: false, says, hint: says, slots };
}

interface DerivedPoints {
  readonly isEnumeration: boolean;
  readonly points: readonly DerivedPoint[];
}

/** Each line of the scheme is a point, and its slots together weigh what it is worth. */
function fromMarks(marked: ReturnType<typeof readMarkedPoints>, lexicon: Lexicon): DerivedPoints {
  const pieces = marked.map(({ text }) => readUnits(text));
  const points = marked.flatMap(({ text, marks }, index): readonly DerivedPoint[] => {
    const slots = slotsOf(text, pieces[index] ?? [], pieces, lexicon);
    const total = slots.reduce((sum, { weight = 1 }) => sum + weight, 0);
    const worth = slots.map((slot) => ({
      ...slot,
      weight: ((slot.weight ?? 1) / total) * marks * slotsPerMark,
    }));
    return slots.length === 0 ? [] : [{ text, slots: worth, weight: marks }];
  });
  return { isEnumeration: false, points };
}

/** Keeps the weight of a scheme near that of a reference, which counts its words. */
const slotsPerMark = 8;

function fromReference(
  reference: string,
  asked: readonly Unit[],
  asksForList: boolean,
  lexicon: Lexicon,
): DerivedPoints {
  const units = withoutRestatement(readUnits(reference), asked);
  const askedSymbols = new Set(asked.map(({ symbol }) => symbol));
  const isAsked = ({ symbol }: Unit) => askedSymbols.has(symbol);
  const { pieces, isEnumeration } = splitReference(reference, units, asksForList, isAsked);
  const points = pieces.map((piece) => ({
    text: textOf(reference, piece),
    slots: slotsOf(reference, piece, pieces, lexicon),
    weight: 1,
  }));
  return { isEnumeration, points: points.filter(({ slots }) => slots.length > 0) };
}

const textOf = (reference: string, piece: Piece) =>
  reference.slice(piece[0]?.start ?? 0, piece.at(-1)?.end ?? 0);
