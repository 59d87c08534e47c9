import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { QuestionBank } from '../../../src/core/question/bank.ts';
import { refusals } from '../../../src/rehearsal/discord/refusal.ts';
import { realBank } from '../../support/room.ts';
import { answer, latest, openStudy, type Study } from './open-study.ts';

let bank: QuestionBank;
beforeAll(async () => {
  bank = await realBank();
});

let open: Study | undefined;
afterEach(() => open?.close());

async function study() {
  open = await openStudy({ bank });
  return { open, local: open.local, general: open.general, ada: open.local.addPerson('Ada') };
}

const callback = { method: 'POST', path: /callback$/ };
const attempts = async (open: Study) =>
  (
    await open.store.transaction((tx) =>
      tx.attempts.progress(`discord:${open.guild.id}`, `discord:${ada(open)}`),
    )
  ).length;
const ada = (open: Study) =>
  [...open.local.world.users.values()].find(({ name }) => name === 'Ada')?.id ?? '';

describe('a first response', () => {
  it('whose answer was lost is taken to have arrived, and the reply comes all the same', async () => {
    const { open, local, general, ada } = await study();
    local.troubles.order(callback, { kind: 'lose-answer' });
    await ada.slash(general, 'about');
    expect(ada.reads(general).at(-1)).toContain('not a verdict on you');
    expect(open.lines.filter(({ cause }) => cause !== undefined)).toEqual([]);
  });

  it('that the library gives a second time, because the first was answered wrongly, is no fault', async () => {
    const { open, local, general, ada } = await study();
    local.troubles.order(callback, { kind: 'lose-answer', status: 502 });
    await ada.slash(general, 'about');
    expect(
      local.exchanges.filter(({ path }) => callback.path.test(path)).map(({ status }) => status),
    ).toEqual([204, 400]);
    expect(ada.reads(general).at(-1)).toContain('not a verdict on you');
    expect(open.lines.filter(({ cause }) => cause !== undefined)).toEqual([]);
  });

  it('that comes too late changes nothing, because the person was told so', async () => {
    const { open, local, general, ada } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations' });
    const opened = await ada.press(latest(ada, open), 'Your answer');
    ada.submit(opened, 'my answer').catch(() => {});
    open.wait(3001);
    await local.until('a line in the log', () => open.lines.some(({ code }) => code === 'discord-too-late'));
    await local.quiet();
    expect(await attempts(open)).toBe(0);
    // Every word is still there.
    expect(JSON.stringify((await ada.press(latest(ada, open), 'Your answer')).modal)).toContain('my answer');
  });
});

describe('an interaction', () => {
  it('delivered twice is worked on once', async () => {
    const { open, local, general, ada } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations' });
    await answer(ada, latest(ada, open), 'the gradient becomes smaller');
    ada.again();
    await local.quiet();
    await local.quiet();
    const interaction = [...local.world.interactions.values()].at(-1);
    expect(local.exchanges.filter(({ path }) => path.includes(`/${interaction?.id}/`))).toHaveLength(1);
    expect(await attempts(open)).toBe(1);
  });

  it('waits as long as Discord asks it to', async () => {
    const { open, local, general, ada } = await study();
    local.troubles.order({ path: /@original$/ }, { kind: 'slow-down', retryAfterMs: 60 });
    await ada.slash(general, 'about');
    expect(ada.reads(general).at(-1)).toContain('not a verdict on you');
    expect(open.lines.filter(({ cause }) => cause !== undefined)).toEqual([]);
  });

  it('whose reply cannot be shown says so instead of thinking for ever', async () => {
    const { open, local, general, ada } = await study();
    local.troubles.order(
      { method: 'PATCH', path: /@original$/ },
      {
        kind: 'refuse',
        refusal: {
          status: 400,
          code: 50035,
          message: 'Invalid Form Body\ncontent[BASE_TYPE_BAD_LENGTH]: "secret words" is too long',
        },
      },
    );
    await ada.slash(general, 'about');
    expect(ada.reads(general).at(-1)).toContain('could not show it here');
    const [line] = open.lines.filter(({ code }) => code === 'discord-interaction-failed');
    expect(String(line?.cause)).toContain('Discord answered 400 (50035) to a PATCH');
    const stack = line?.cause instanceof Error ? line.cause.stack : '';
    expect(JSON.stringify([line, stack])).not.toMatch(/secret words|token-of|webhooks/);
  });

  it('that is pressed while the coach goes away is told so', async () => {
    const { open, local, general, ada } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations' });
    const question = latest(ada, open);
    let go = () => {};
    open.sabotage(
      () =>
        new Promise((resolve) => {
          go = () =>
            resolve({
              replies: [
                { audience: 'conversation', language: 'en', blocks: [{ kind: 'text', text: 'done' }] },
              ],
            });
        }),
    );
    const pressed = ada.press(question, 'Hint');
    await local.quiet();
    const stopped = open.adapter.stop();
    await ada.press(question, 'Hint');
    expect(ada.reads(general).at(-1)).toContain('I am restarting');
    go();
    await stopped;
    await pressed;
    expect(ada.reads(general).join('\n')).toContain('done');
  });
});

describe('a question whose message is gone', () => {
  it('is answered all the same', async () => {
    const { open, local, general, ada } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations' });
    const question = latest(ada, open);
    const opened = await ada.press(question, 'Your answer');
    local.troubles.order(
      { method: 'PATCH', path: /channels\/\d+\/messages/ },
      { kind: 'refuse', refusal: refusals.unknownMessage },
    );
    await ada.submit(opened, 'the gradient becomes smaller');
    expect(ada.reads(general).at(-1)).toMatch(/Not there yet|Partly there|could not match/);
    expect(open.lines.filter(({ cause }) => cause !== undefined)).toEqual([]);
  });
});
