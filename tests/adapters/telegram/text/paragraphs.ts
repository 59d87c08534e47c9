import fc from 'fast-check';
import { type Look, looking, type Paragraph } from '../../../../src/adapters/telegram/text/rich-text.ts';

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('<b>&amp;</b>', '梯度消失。', '\n', ' ', '😀', '</blockquote>', '"x" & y', 'a < b > c'),
  fc.integer({ min: 500, max: 6000 }).map((length) => '长'.repeat(length)),
  fc.integer({ min: 500, max: 6000 }).map((length) => 'word and word. '.repeat(length / 15)),
);
const look: fc.Arbitrary<Look | undefined> = fc.constantFrom<(Look | undefined)[]>(
  undefined,
  'bold',
  'italic',
  'underline',
  'strike',
  'spoiler',
  { link: 'https://arxiv.org/abs/1502.01852?a="b"&c' },
  { userId: 7_000_000_001 },
  { atMs: 1_772_438_400_000 },
);
const paragraph: fc.Arbitrary<Paragraph> = fc.record({
  as: fc.constantFrom('plain', 'quote', 'fold', 'code'),
  runs: fc.array(
    fc.tuple(words, look).map(([text, as]) => (as === undefined ? { text } : looking(as, text))),
    { minLength: 1, maxLength: 6 },
  ),
  isTight: fc.boolean(),
});
/** Paragraphs of everything that people and the coach might write. */
export const paragraphs = fc.array(paragraph, { maxLength: 12 });
