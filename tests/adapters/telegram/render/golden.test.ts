import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemory } from '../../../../src/adapters/telegram/memory.ts';
import { renderReply, type Setting } from '../../../../src/adapters/telegram/render/render-reply.ts';
import { toContents } from '../../../../src/adapters/telegram/stage/to-contents.ts';
import type { Store } from '../../../../src/app/ports/store.ts';
import type { Language } from '../../../../src/core/question/language.ts';
import { openStore } from '../../../../src/storage/index.ts';
import { everyBlock, reply } from '../../scripted-coach.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
});
afterEach(() => store.close());

/**
 * Every kind of block as it is given to Telegram. The contract sends the same messages past the machine-readable Bot API
 * where that is present; these files hold what passed, so that a change is seen without it.
 * After a change on purpose: `npx vitest run tests/adapters/telegram/render -u`, and look at what changed.
 */
describe('the golden messages', () => {
  it.each<[Language, Setting]>([
    ['zh', 'group'],
    ['zh', 'private'],
    ['en', 'group'],
    ['en', 'private'],
  ])('of every block in %s, in a %s chat, are as they were', async (language, setting) => {
    const said = reply(everyBlock(language), { language, roundId: 'r1' });
    const contents = await toContents(renderReply(said, setting), 'telegram:-100', {
      memory: createMemory(store, { nowMs: () => 0 }),
      linkTo: (name) => `https://t.me/GradCoachBot?start=${name}`,
      findPicture: async () => new Uint8Array([1, 2, 3]),
    });
    const shown = contents.map(({ png, plain, ...content }) => ({
      ...content,
      ...(png && { photo: png.length }),
    }));
    await expect(`${JSON.stringify(shown, null, 2)}\n`).toMatchFileSnapshot(
      `../golden/every-block.${language}.${setting}.json`,
    );
  });
});
