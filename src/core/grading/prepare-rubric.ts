import { languages } from '../question/language.ts';
import type { Question } from '../question/question.ts';
import type { Misconception, Point, Rubric, Slot } from '../question/rubric.ts';
import { collectTerms } from './collect-terms.ts';
import { createEcho } from './echo.ts';
import { findHits, type Hit, type Matchable } from './find-hits.ts';
import type { Lexicon } from './lexicon.ts';
import { createCorrector } from './match/corrector.ts';
import { indexForms } from './match/related-words.ts';
import type { TermTrie } from './match/term-trie.ts';
import { type Spelling, toSpelling } from './match/typos.ts';
import { indexBeginnings } from './match/word-beginnings.ts';
import type { PreparedCoverage, PreparedRubric, PreparedSlot, PreparedTerm } from './prepared-rubric.ts';
import { readUnits } from './text/read-units.ts';
import { stemOf } from './text/word.ts';

/** What grading needs of a question. */
export type GradableQuestion = Pick<Question, 'id' | 'prompt' | 'modelAnswer' | 'rubric' | 'followUps'>;

/** Words a group accepts for a slot beyond the bank's own, by point id. */
export type AliasOverlay = ReadonlyMap<
  string,
  readonly { readonly slot: number; readonly aliases: readonly string[] }[]
>;

/** Choices for {@link prepareRubric}. */
export interface PrepareOptions {
  readonly overlay?: AliasOverlay;
  /** Ids of the points to grade on; absent: all. */
  readonly probes?: readonly string[];
}

/** A slot that the question's own words fill is worth this much beside the others. */
const genericWeight = 0.25;

/** Compiles a question's rubric once, for any number of answers. */
export function prepareRubric(
  question: GradableQuestion,
  lexicon: Lexicon,
  { overlay = new Map(), probes }: PrepareOptions = {},
): PreparedRubric {
  const { rubric } = question;
  const points = rubric.points.filter(({ id }) => probes?.includes(id) ?? true);
  const slots = points.map((point) => widened(point, overlay));
  const matchable = compile(
    [...slots, ...rubric.misconceptions.map((each) => each.slots)],
    lexicon,
    rubric.coverage !== undefined,
  );
  const prompts = promptsOf(question, probes).map(readUnits);
  const given = slotsIn(
    prompts.flatMap((units) => findHits(matchable, units)).filter(({ typos }) => typos === 0),
  );
  const models = languages.map((language) => readUnits(question.modelAnswer[language]));
  const said = models.flatMap((units) => findHits(matchable, units));
  const prevented = slotsIn(said.filter(({ polarity }) => polarity.prevented));
  return {
    ...matchable,
    questionId: question.id,
    style: rubric.style,
    echo: createEcho(prompts),
    modelLength: Math.max(...models.map(({ length }) => length)),
    coverage: prepareCoverage(rubric, points),
    points: points.map((point, claim) => ({
      id: point.id,
      weight: point.weight,
      bonus: point.bonus,
      need: point.need,
      slots: prepareSlots(slots[claim] ?? [], claim, given, prevented),
    })),
    misconceptions: rubric.misconceptions.map(prepareMisconception),
  };
}

/** The point's slots with the words the group has learned. */
function widened({ id, slots }: Point, overlay: AliasOverlay): readonly Slot[] {
  const learned = overlay.get(id) ?? [];
  return slots.map((slot, index) => ({
    ...slot,
    aliases: [
      ...slot.aliases,
      ...learned
        .filter((each) => each.slot === index)
        .flatMap(({ aliases }) => aliases.map((text) => ({ text, notIn: [] }))),
    ],
  }));
}

function prepareCoverage({ coverage }: Rubric, points: readonly Point[]): PreparedCoverage | undefined {
  if (coverage === undefined) return undefined;
  const place = new Map(points.map(({ id }, index) => [id, index]));
  const references = coverage.references.map((ids) => ids.flatMap((id) => place.get(id) ?? []));
  const { need, verdict, sharpness } = coverage;
  return { references, need, verdict, sharpness };
}

function compile(claims: readonly (readonly Slot[])[], lexicon: Lexicon, fromReferences: boolean): Matchable {
  const collected = collectTerms(claims, lexicon);
  const { terms, trie } = collected;
  const forms = fromReferences ? indexForms(trie.symbols) : undefined;
  const correct = createCorrector(lexicon.words, spellingsOf(terms, trie), forms);
  return { ...collected, lexicon, correct, beginnings: indexBeginnings(wordsOf(terms)) };
}

const wordsOf = (terms: readonly PreparedTerm[]) =>
  new Set(terms.flatMap(({ keys }) => keys.filter((key) => /^[a-z]{4,}$/.test(key))));

function spellingsOf(terms: readonly PreparedTerm[], trie: TermTrie): readonly Spelling[] {
  return [...wordsOf(terms)].flatMap((word) => {
    const symbol = trie.symbols.get(stemOf(word));
    return symbol === undefined ? [] : [toSpelling(word, symbol)];
  });
}

/** The question's prompt in both languages, or with it the follow-ups that ask for the probed points. */
function promptsOf(
  { prompt, followUps }: GradableQuestion,
  probes: readonly string[] | undefined,
): readonly string[] {
  const asked = followUps.filter((followUp) => followUp.probes.some((id) => probes?.includes(id) ?? false));
  return [prompt, ...asked.map((followUp) => followUp.prompt)].flatMap((text) =>
    languages.map((language) => text[language]),
  );
}

type SlotSet = ReadonlySet<string>;
const slotKey = (claim: number, slot: number) => `${claim}:${slot}`;
const slotsIn = (hits: readonly Hit[]): SlotSet =>
  new Set(hits.filter(({ opposite }) => !opposite).map(({ claim, slot }) => slotKey(claim, slot)));

function prepareSlots(
  slots: readonly Slot[],
  claim: number,
  given: SlotSet,
  prevented: SlotSet,
): readonly PreparedSlot[] {
  // A point made of the question's words alone could never be earned, so there they count.
  const allGiven = slots.every((_, index) => given.has(slotKey(claim, index)));
  return slots.map(({ polarity, isContext, weight = 1 }, index) => {
    const generic = isContext === true || (!allGiven && given.has(slotKey(claim, index)));
    const preventable = !prevented.has(slotKey(claim, index));
    return {
      negated: polarity === 'negated',
      weight: generic ? weight * genericWeight : weight,
      generic,
      preventable,
    };
  });
}

const prepareMisconception = ({ id, cap, contradicts, slots }: Misconception) => ({
  id,
  cap,
  contradicts,
  slots: slots.map(({ polarity }) => ({
    negated: polarity === 'negated',
    weight: 1,
    generic: false,
    // Its author spells out what is prevented and what is not.
    preventable: false,
  })),
});
