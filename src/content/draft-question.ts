import { Document } from 'yaml';
import { type Bilingual, languages } from '../core/question/language.ts';
import { unwrapChinese } from './unwrap-chinese.ts';

/** What a draft knows of a question; what it does not know is left for the author. */
export interface Draft {
  readonly id: string;
  readonly prompt: Partial<Bilingual>;
  readonly modelAnswer: Partial<Bilingual>;
  readonly points: readonly DraftedPoint[];
}

/** A proposed point: what it says in the languages of the model answer, and its slots. */
export interface DraftedPoint {
  readonly says: Partial<Bilingual>;
  readonly slots: readonly DraftedSlot[];
}

/** What fills a slot: words, concepts of the glossary, or either. */
export interface DraftedSlot {
  readonly any: readonly string[];
  readonly concept: readonly string[];
}

/** Stands where an author has to write; the check refuses it in every field. */
const gapToFill = '…';

const head = ` yaml-language-server: $schema=../../schema/question.json
 A draft: save it as content/questions/<topic>/<id>.yaml. Write what "${gapToFill}" and '' leave open, cut points and slots down
 to what a good answer must say, and give each slot the other ways to say it, in both languages; docs/authoring.md shows
 how. \`npm run -s coach -- check content\` lists what is still missing.`;

/** Joins the lines of a text that was wrapped for reading, Chinese ones without a space. */
export const unwrapped = (text: string) => unwrapChinese(text.replace(/\s+/gu, ' '));

/** The draft of a question as YAML, with every field the schema asks for. */
export function draftQuestionYaml({ id, prompt, modelAnswer, points }: Draft): string {
  const open = { en: gapToFill, zh: gapToFill };
  const document = new Document(undefined, { aliasDuplicateObjects: false });
  const inLine = (value: unknown) => document.createNode(value, { flow: true });
  document.contents = document.createNode({
    id,
    topic: '',
    level: 2,
    origin: '',
    prompt: { ...open, ...prompt },
    modelAnswer: { ...open, ...modelAnswer },
    rubric: {
      style: 'explanation',
      points: points.map(({ says, slots }, index) => ({
        id: `point-${index + 1}`,
        weight: 1,
        says: { ...open, ...says },
        hint: inLine(open),
        slots: slots.map((slot) => inLine(slotField(slot))),
      })),
      misconceptions: [],
    },
    hints: [inLine(open), inLine(open)],
    followUps: [{ id: 'follow-up', prompt: inLine(open), probes: inLine(['point-1']) }],
    sources: [{ id: 'source', citation: '' }],
    samples: languages.flatMap((language) => [
      { kind: 'strong', language, score: inLine([0.8, 1]), answer: '' },
      { kind: 'wrong', language, score: inLine([0, 0.15]), answer: '' },
    ]),
  });
  document.commentBefore = head;
  return document.toString({ lineWidth: 120 });
}

function slotField({ any, concept }: DraftedSlot) {
  if (concept.length === 0) return any;
  const named = concept.length === 1 ? concept[0] : concept;
  return any.length === 0 ? { concept: named } : { any, concept: named };
}
