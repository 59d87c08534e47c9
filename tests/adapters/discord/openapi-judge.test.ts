import { describe, expect, it } from 'vitest';
import { createToTaiwan } from '../../../src/adapters/discord/commands/taiwan.ts';
import { toCommands } from '../../../src/adapters/discord/commands/to-commands.ts';
import { commands } from '../../../src/app/commands/index.ts';
import { absence, openApiJudge } from './openapi-judge.ts';

describe.skipIf(absence !== undefined)(
  `Discord's own document${absence === undefined ? '' : ` (${absence})`}`,
  () => {
    const judge = absence === undefined ? openApiJudge() : () => [];
    const message = (body: object) =>
      judge({
        method: 'POST',
        path: '/channels/1/messages',
        body: { allowed_mentions: { parse: [] }, ...body },
        files: [],
      });

    it('takes a plain message', () => {
      expect(message({ content: 'hello' })).toEqual([]);
    });

    it.each([
      ['a misspelt key', { contents: 'hello' }],
      ['a card without anything on it', { components: [{ type: 17, components: [] }] }],
      [
        'a misspelt key in a card',
        { components: [{ type: 17, accent: 1, components: [{ type: 10, content: 'x' }] }] },
      ],
      [
        'a button with an id too long',
        {
          components: [
            { type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'x'.repeat(101) }] },
          ],
        },
      ],
      [
        'six buttons in a row',
        {
          components: [
            {
              type: 1,
              components: Array.from({ length: 6 }, (_, id) => ({
                type: 2,
                style: 1,
                label: 'x',
                custom_id: `${id}`,
              })),
            },
          ],
        },
      ],
      ['a component that does not exist', { components: [{ type: 99 }] }],
    ])('refuses %s, in few words', (_what, body) => {
      const problems = message(body);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.length).toBeLessThan(4);
    });

    it('takes our commands', () => {
      const body = toCommands(commands, createToTaiwan());
      expect(judge({ method: 'PUT', path: '/applications/1/commands', body, files: [] })).toEqual([]);
    });
  },
);
