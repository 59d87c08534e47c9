import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  looking,
  plain,
  textOf,
  toHtml,
  toPlainText,
} from '../../../../src/adapters/telegram/text/rich-text.ts';
import { captionLimit, splitText, textLimit } from '../../../../src/adapters/telegram/text/split-text.ts';
import { parseHtml } from '../../../../src/rehearsal/telegram/server/html.ts';
import { paragraphs } from './paragraphs.ts';

/** Telegram takes white space off the ends of a message, and so do we before comparing. */
const bare = (text: string) => text.replace(/\s+/g, '');

describe('splitting', () => {
  const limits = fc.constantFrom(captionLimit, textLimit);

  it('keeps every message within its limit, and loses no word', () => {
    fc.assert(
      fc.property(paragraphs, limits, (all, first) => {
        const messages = splitText(all, first);
        for (const [index, message] of messages.entries()) {
          expect(toPlainText(message).length).toBeLessThanOrEqual(index === 0 ? first : textLimit);
          expect(parseHtml(toHtml(message)).entities.length).toBeLessThanOrEqual(100);
        }
        const said = messages.map(toPlainText).join('');
        expect(bare(said)).toBe(bare(toPlainText(all)));
      }),
    );
  });

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), (lead) => {
        const messages = splitText([plain(`${'x'.repeat(lead)}${'😀'.repeat(5000)}`)]);
        expect(messages.length).toBeGreaterThan(1);
        for (const message of messages)
          expect(toPlainText(message)).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
      }),
    );
  });

  it('breaks between paragraphs while it can', () => {
    const all = Array.from({ length: 6 }, (_, index) => plain(`${index}`.repeat(1500)));
    expect(splitText(all).map((message) => message.map(textOf))).toEqual([
      ['0'.repeat(1500), '1'.repeat(1500)],
      ['2'.repeat(1500), '3'.repeat(1500)],
      ['4'.repeat(1500), '5'.repeat(1500)],
    ]);
  });

  it('breaks one that fits no message at the end of a sentence, in Chinese as in English', () => {
    for (const sentence of ['The gradient vanishes in deep networks. ', '深层网络的梯度会消失。']) {
      const [first = []] = splitText([plain(sentence.repeat(300))]);
      expect(toPlainText(first).trimEnd()).toMatch(/[.。]$/);
    }
  });

  it('carries a look over to the next message', () => {
    const [, second = []] = splitText([{ as: 'quote', runs: [looking('spoiler', '答案。'.repeat(2000))] }]);
    expect(toHtml(second)).toMatch(/^<blockquote><tg-spoiler>/);
  });

  it('splits before Telegram would ignore looks', () => {
    const all = Array.from({ length: 130 }, (_, index) => plain(looking('bold', `point ${index}`)));
    const messages = splitText(all);
    expect(messages).toHaveLength(2);
    expect(parseHtml(toHtml(messages[0] ?? [])).entities).toHaveLength(100);
  });

  it('leaves a caption empty when the first paragraph is too long for it', () => {
    const messages = splitText([plain('x'.repeat(2000))], captionLimit);
    expect(messages.map(toPlainText)).toEqual(['', 'x'.repeat(2000)]);
  });
});
