import type { Concept } from '../core/question/bank.ts';
import type { Question, Sample } from '../core/question/question.ts';
import type { Alias, Rubric, Slot } from '../core/question/rubric.ts';
import type { GlossaryFile } from './glossary-schema.ts';
import type { QuestionFile } from './question-schema.ts';
import type { RubricFile, SlotFile } from './rubric-schema.ts';
import type { SamplesFile } from './sample-schema.ts';

/** The concepts of the glossary, their titles counted among their aliases. */
export function toConcepts(glossary: GlossaryFile): readonly Concept[] {
  return Object.entries(glossary).map(([id, { en, zh, also }]) => ({
    id,
    title: { en, zh },
    aliases: [...new Set([en, zh, ...also])],
  }));
}

/** The question a checked file describes, with the concepts of its slots spelled out. */
export function toQuestion(file: QuestionFile, glossary: GlossaryFile): Question {
  const { demo, related, sources, samples, ...rest } = file;
  return {
    ...rest,
    rubric: toRubric(file.rubric, glossary),
    sources: sources.map(({ section, url, ...source }) => ({
      ...source,
      ...(section === undefined ? {} : { section }),
      ...(url === undefined ? {} : { url }),
    })),
    ...(related === undefined ? {} : { related }),
    ...(demo === undefined ? {} : { demo }),
    samples: samples.map((sample) => ({ ...sample, blind: false })),
  };
}

/** The labelled answers a checked file holds. */
export function toSamples(file: SamplesFile): readonly Sample[] {
  return file.samples.map((sample) => ({ ...sample, blind: sample.blind === true }));
}

function toRubric({ style, points, misconceptions }: RubricFile, glossary: GlossaryFile): Rubric {
  const toSlots = (slots: readonly SlotFile[]) => slots.map((slot) => toSlot(slot, glossary));
  return {
    style,
    points: points.map(({ need, bonus, slots, ...point }) => ({
      ...point,
      bonus: bonus === true,
      slots: toSlots(slots),
      ...(need === undefined ? {} : { need }),
    })),
    misconceptions: misconceptions.map(({ slots, contradicts, source, demo, ...misconception }) => ({
      ...misconception,
      slots: toSlots(slots),
      ...(contradicts === undefined ? {} : { contradicts }),
      ...(source === undefined ? {} : { source }),
      ...(demo === undefined ? {} : { demo }),
    })),
  };
}

/** Ids of the concepts a slot refers to. */
export function conceptsOf(slot: SlotFile): readonly string[] {
  if (Array.isArray(slot) || slot.concept === undefined) return [];
  return typeof slot.concept === 'string' ? [slot.concept] : slot.concept;
}

function toSlot(slot: SlotFile, glossary: GlossaryFile): Slot {
  if (Array.isArray(slot)) return { aliases: slot.map(plainAlias), polarity: 'asserted', opposites: [] };
  const shared = conceptsOf(slot).flatMap((id) => conceptAliases(id, glossary));
  const own = (slot.any ?? []).map(plainAlias);
  const aliases = [...own, ...shared].map(({ text, notIn }) => ({
    text,
    notIn: [...notIn, ...(slot.notIn ?? [])],
  }));
  return {
    aliases: [...new Map(aliases.map((alias) => [alias.text.toLowerCase(), alias])).values()],
    polarity: slot.not === true ? 'negated' : 'asserted',
    opposites: (slot.opposites ?? []).map(plainAlias),
    ...(slot.context === true ? { isContext: true } : {}),
  };
}

const plainAlias = (text: string): Alias => ({ text, notIn: [] });

/** An unknown id has no aliases here; the cross-checks report it. */
function conceptAliases(id: string, glossary: GlossaryFile): readonly Alias[] {
  const concept = glossary[id];
  if (concept === undefined) return [];
  return [concept.en, concept.zh, ...concept.also].map((text) => ({ text, notIn: concept.notIn }));
}
