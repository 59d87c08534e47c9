import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Handle } from '../src/app/ports/platform-adapter.ts';
import type { QuestionBank } from '../src/core/question/bank.ts';
import { transcript } from './adapters/terminal/open-desk.ts';
import { openRoom, realBank } from './support/room.ts';

const folder = 'tests/transcripts';

let bank: QuestionBank;
beforeAll(async () => {
  bank = await realBank();
});

/** What a learner typed in a transcript: the lines that begin with `> `. */
function typedIn(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('> '))
    .map((line) => line.slice(2));
}

/**
 * A transcript is a whole talk as the terminal shows it: `<what>.<language>.txt`. The coach is the real one, on the bank
 * of this repository; its clock stands, its ids count up, its choice of questions is fixed, and `/demo` throws a coin.
 * After a change of wording: `npx vitest run tests/transcripts.test.ts -u`, and read what changed.
 */
describe('a transcript', () => {
  it.each(readdirSync(folder))('%s replays', async (file) => {
    const language = file.split('.')[1] === 'zh' ? 'zh' : 'en';
    const room = await openRoom({ bank, kind: 'private' });
    const handle: Handle = (incoming) => room.coach.handle({ ...incoming, atMs: room.now() });
    const typed = typedIn(readFileSync(`${folder}/${file}`, 'utf8'));
    expect(typed.length).toBeGreaterThan(0);
    await expect(await transcript(handle, typed, { language })).toMatchFileSnapshot(`transcripts/${file}`);
  });
});
