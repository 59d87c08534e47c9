import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toMenuName } from '../../src/adapters/telegram/hearing/read-command.ts';
import { words } from '../../src/adapters/telegram/words.ts';
import { setExample } from '../../src/app/commands/daily.ts';
import { commands } from '../../src/app/commands/index.ts';

const guide = readFileSync('docs/setup-telegram.md', 'utf8');

describe('the guide to Telegram', () => {
  it('names every command of the one list as Telegram does', () => {
    expect(
      commands.map(({ name }) => `\`/${toMenuName(name)}\``).filter((name) => !guide.includes(name)),
    ).toEqual([]);
  });

  it('shows the example and the buttons as they are', () => {
    expect(guide).toContain(setExample);
    expect(guide).toContain(words.en.answerInPrivate);
    expect(guide).toContain(words.en.answerHere);
    expect(guide).toContain(words.en.facelessAnswer.match(/I cannot tell whose answer that is/)?.[0]);
  });
});
