import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  hasId,
  idOfWritten,
  idSetOf,
  noId,
  tableById,
} from '../../../../src/core/grading/text/vocabulary.ts';

const words = fc.array(fc.string({ maxLength: 4 }), { maxLength: 30 });

it('has in a set of ids just the texts that were put in', () => {
  fc.assert(
    fc.property(words, words, (inside, others) => {
      const set = idSetOf(inside);
      for (const text of [...inside, ...others]) {
        expect(hasId(set, idOfWritten(text))).toBe(inside.includes(text));
      }
      expect(hasId(set, noId)).toBe(false);
    }),
  );
});

it('finds values by the ids of their texts, and the missing one between them', () => {
  fc.assert(
    fc.property(words, words, (inside, others) => {
      const table = tableById(
        inside.map((text) => [text, text.length]),
        -7,
      );
      for (const text of inside) expect(table[idOfWritten(text)]).toBe(text.length);
      for (const text of others) {
        if (!inside.includes(text)) expect(table[idOfWritten(text)] ?? -7).toBe(-7);
      }
    }),
  );
});
