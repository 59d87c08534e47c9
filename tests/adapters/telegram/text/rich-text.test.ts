import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looking, plain, toHtml, toPlainText } from '../../../../src/adapters/telegram/text/rich-text.ts';
import { parseHtml } from '../../../../src/rehearsal/telegram/server/html.ts';
import { paragraphs } from './paragraphs.ts';

describe('rich text', () => {
  it('says in HTML, as Telegram reads it, exactly what it says without', () => {
    fc.assert(
      fc.property(paragraphs, (all) => {
        expect(parseHtml(toHtml(all)).text).toBe(toPlainText(all).trim());
      }),
    );
  });

  it('lets nothing that people wrote become markup', () => {
    const html = toHtml([plain('<b>bold</b> & </blockquote> "quoted"')]);
    expect(parseHtml(html)).toEqual({ text: '<b>bold</b> & </blockquote> "quoted"', entities: [] });
  });

  it('keeps its looks where they were', () => {
    const { text, entities } = parseHtml(toHtml([plain('the ', looking('bold', 'chain rule'), '.')]));
    expect(entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)])).toEqual([
      ['bold', 'chain rule'],
    ]);
  });

  it('names an instant with the words for those whose app does not know instants', () => {
    const { text, entities } = parseHtml(toHtml([plain(looking({ atMs: 1_772_438_400_999 }, 'Mon 09:00'))]));
    expect([text, entities[0]?.unix_time]).toEqual(['Mon 09:00', 1_772_438_400]);
  });
});
