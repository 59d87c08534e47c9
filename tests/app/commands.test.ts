import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/app/commands/index.ts';
import { formatMeasure, formatPercent, formatRange } from '../../src/app/format-number.ts';
import { messages } from '../../src/app/messages/index.ts';
import type { QuestionBank } from '../../src/core/question/bank.ts';
import { stillLaboratory } from '../support/laboratory.ts';
import { block, button, openRoom, realBank, words } from '../support/room.ts';

let bank: QuestionBank;
beforeAll(async () => {
  bank = await realBank();
});

async function answerRight(room: Awaited<ReturnType<typeof openRoom>>, name: string) {
  const asked = await room.say(name, '/quiz count:1');
  const { text } = block(asked, 'question');
  await room.say(name, bank.questions.find(({ prompt }) => prompt.en === text)?.modelAnswer.en ?? '');
  await room.say(name, '/quiz stop');
}

describe('/help', () => {
  it('lists every command, and every action of one with its options', async () => {
    const room = await openRoom({ bank });
    const overview = words(await room.say('Ada', '/help'));
    for (const { name } of commands) expect(overview).toContain(`/${name}`);
    for (const { name, actions } of commands) {
      const details = words(await room.say('Ada', `/help ${name}`));
      for (const { path, options } of actions) {
        expect(details).toContain(messages.en.actions[path]);
        for (const option of options.filter(({ needs }) => needs === undefined))
          expect(details).toContain(option.name);
      }
    }
  });

  it('helps with a misspelt command', async () => {
    const room = await openRoom({ bank });
    const replies = await room.say('Ada', '/bord');
    expect(words(replies)).toContain('I do not know /bord.');
    expect(block(await room.press('Ada', button(replies, '/board')), 'heading').text).toContain(
      'Leaderboard',
    );
  });

  it('speaks the language of whoever asks', async () => {
    const room = await openRoom({ bank });
    expect(words(await room.say('Ada', '/help', { language: 'zh' }))).toContain('我会做什么');
  });
});

describe('/board', () => {
  it('follows the midnight of the group', async () => {
    const room = await openRoom({ bank });
    room.waitUntil('2026-03-02T15:58Z'); // 23:58 in Shanghai
    await answerRight(room, 'Ada');
    expect(words(await room.say('Ada', '/board day'))).toContain('Ada');
    room.waitUntil('2026-03-02T16:00Z');
    expect(words(await room.say('Ada', '/board day'))).toContain('No points yet');
    expect(words(await room.say('Ada', '/board all'))).toContain('Ada');
  });

  it('leaves out whoever wants to be left out, and still tells them their points', async () => {
    const room = await openRoom({ bank });
    await answerRight(room, 'Ada');
    await room.say('Ada', '/me board off');
    expect(words(await room.say('Bo', '/board'))).not.toContain('Ada');
    expect(words(await room.say('Ada', '/board'))).toContain('You keep off the board');
    await room.say('Ada', '/me board on');
    expect(words(await room.say('Bo', '/board'))).toContain('Ada');
  });

  it('turns its pages, with one’s own rank on each', async () => {
    const room = await openRoom({ bank });
    for (let index = 0; index < 12; index += 1) await answerRight(room, `P${index}`);
    const first = await room.say('P11', '/board');
    expect(block(first, 'table').rows).toHaveLength(10);
    expect(button(first, 'More')?.isInPlace).toBe(true);
    const second = await room.press('P11', button(first, 'More'));
    expect(block(second, 'table').rows).toHaveLength(2);
    expect(words(second)).toContain('You: place');
  });
});

describe('/me', () => {
  it('shows progress by topic and the streak', async () => {
    const room = await openRoom({ bank });
    expect(words(await room.say('Ada', '/me'))).toContain('Nothing here yet');
    await answerRight(room, 'Ada');
    room.wait(86_400_000);
    await answerRight(room, 'Ada');
    const mine = await room.say('Ada', '/me');
    expect(words(mine)).toContain('Streak: 2 days');
    expect(words(mine)).toContain(`Questions tried: 2 of ${bank.questions.length}`);
    expect(block(mine, 'table').rows.length).toBeGreaterThan(0);
    expect(button(mine, 'Practise')).toBeDefined();
  });
});

describe('/topics', () => {
  it('counts the questions of each topic, and starts a quiz on one', async () => {
    const room = await openRoom({ bank });
    const topics = await room.say('Ada', '/topics');
    const counted = block(topics, 'table').rows.reduce((sum, { cells }) => sum + Number(cells[2]), 0);
    expect(counted).toBe(bank.questions.length);
    expect(block(await room.press('Ada', block(topics, 'choices').choices[0]), 'question')).toBeDefined();
  });
});

describe('/settings', () => {
  it('sets the language of the group, for what everyone reads', async () => {
    const room = await openRoom({ bank });
    expect(words(await room.say('Ada', '/settings language zh'))).toContain('Only a moderator');
    const aside = { id: 'test:room/ada', groupId: 'test:room', kind: 'private' } as const;
    const line = { kind: 'text', text: '/settings language zh' } as const;
    const { replies } = await room.deliver({ name: 'Ada' }, line, { conversation: aside });
    expect(words(replies)).toContain('Only a moderator');
    await room.say('Mod', '/settings language zh');
    const [question] = await room.say('Ada', '/quiz', { language: 'en' });
    expect(question?.language).toBe('zh');
    expect(words(await room.say('Ada', '/me', { language: 'en' }))).toContain('Nothing here yet');
  });

  it('sets the language for a person, who keeps it everywhere', async () => {
    const room = await openRoom({ bank });
    await room.say('Ada', '/me language zh', { language: 'en' });
    expect(words(await room.say('Ada', '/me', { language: 'en' }))).toContain('还没有记录');
  });

  it('shows what is set', async () => {
    const room = await openRoom({ bank });
    await room.say('Mod', '/settings zone Europe/Berlin');
    expect(words(await room.say('Ada', '/settings'))).toContain('Time zone: Europe/Berlin');
  });

  it('says what it takes when given something else', async () => {
    const room = await openRoom({ bank });
    expect(words(await room.say('Mod', '/settings language fr'))).toContain(
      'language must be one of zh, en; you gave “fr”.',
    );
    expect(words(await room.say('Mod', '/settings language'))).toContain('Please add language');
  });
});

describe('/about', () => {
  it('says what a score is not', async () => {
    const room = await openRoom({ bank });
    expect(words(await room.say('Ada', '/about'))).toContain('not a verdict on you');
  });
});

describe('/demo', () => {
  it('asks for a prediction, runs, and compares', async () => {
    const room = await openRoom({ bank });
    const ask = await room.say('Ada', '/demo coin');
    expect(words(ask)).toContain('throws=20');
    const guess = button(ask, 'Never');
    const { replies, updates } = await room.deliver(
      { name: 'Ada' },
      { kind: 'invocation', invocation: guess!.invocation },
    );
    expect(words(replies)).toContain('Computing');
    const later = [];
    for await (const update of updates ?? []) later.push(update);
    expect(later).toHaveLength(1);
    expect(words(later)).toContain('You predicted: Never. It was: About half.');
    expect(words(later)).toContain('share of heads: 0.5 (expected 0.3 to 0.7: as expected)');
    expect(words(later)).toContain('seed 1 · plain');
    expect(button(later, 'more throws')?.invocation.options).toEqual({
      experiment: 'coin-flip',
      throws: '100',
      guess: 'none',
    });
  });

  it('cut off by a restart is apologised for, with a button to run it again', async () => {
    const room = await openRoom({ bank });
    const line = { kind: 'text', text: '/demo coin-flip throws=20 guess:half' } as const;
    // The process dies here: nobody ever waits for the updates.
    await room.deliver({ name: 'Ada' }, line);
    const due = (ms: number) => room.store.transaction((tx) => tx.outbox.due('test', room.now() + ms));
    expect(await due(60_000)).toEqual([]);
    const [apology] = await due(600_000);
    expect(words(apology?.replies ?? [])).toContain('I was restarted');
    expect(button(apology?.replies ?? [], 'Run it')?.invocation.options).toMatchObject({
      throws: '20',
      guess: 'half',
    });

    const { updates } = await room.deliver({ name: 'Ada' }, line, { id: 'finished' });
    for await (const _ of updates ?? []);
    expect((await due(600_000)).map(({ key }) => key)).not.toContain('interrupted:finished');
  });

  it('offers a menu for each setting, which shows the settings anew', async () => {
    const room = await openRoom({ bank });
    const ask = await room.say('Ada', '/demo coin');
    const settings = await room.press('Ada', button(ask, 'Change settings'));
    const menu = block(settings, 'choices');
    expect(menu.label).toBe('Throws: 20');
    const fifty = menu.choices.find(({ label }) => label === '50');
    expect(fifty?.isInPlace).toBe(true);
    const changed = await room.press('Ada', fifty);
    expect(words(changed)).toContain('throws=50');
    expect(words(await room.press('Ada', button(changed, 'Predict first')))).toContain('throws=50');
  });

  it('refuses parameters out of range with a sentence', async () => {
    const room = await openRoom({ bank });
    expect(words(await room.say('Ada', '/demo coin-flip throws=1000'))).toContain(
      'throws must be from 1 to 100',
    );
  });

  it('lists what there is when nothing fits', async () => {
    const room = await openRoom({ bank });
    expect(words(await room.say('Ada', '/demo quicksort'))).toContain('No experiment shows “quicksort”.');
    expect(words(await room.say('Ada', '/demo'))).toContain('coin-flip — A coin, thrown');
  });

  it.each([
    [{ kind: 'timed-out', limitMs: 9000 } as const, 'longer than 9 s'],
    [{ kind: 'refused', reason: 'person-limit' } as const, 'One at a time'],
    [{ kind: 'failed', code: 'worker-died' } as const, 'worker-died'],
    [{ kind: 'stopped' } as const, 'shutting down'],
  ])('says calmly what happened: %o', async (outcome, sentence) => {
    const room = await openRoom({ bank, laboratory: stillLaboratory(outcome) });
    const { updates } = await room.deliver(
      { name: 'Ada' },
      { kind: 'text', text: '/demo coin-flip guess:none' },
    );
    const later = [];
    for await (const update of updates ?? []) later.push(update);
    expect(words(later)).toContain(sentence);
  });
});

describe('a fault', () => {
  it('changes nothing and becomes one calm sentence with a code', async () => {
    const room = await openRoom({ bank });
    await room.say('Ada', '/quiz');
    const broken = {
      ...room.services,
      grade: () => {
        throw new Error('secret words of a learner');
      },
    };
    const { createCoach } = await import('../../src/app/coach.ts');
    const coach = createCoach(broken, room.store, room.log);
    const incoming = {
      id: 'x',
      conversation: { id: 'test:room', groupId: 'test:room', kind: 'group' },
      person: { id: 'test:Ada', name: 'Ada', isModerator: false },
      action: { kind: 'text', text: 'my answer' },
      atMs: room.now(),
    } as const;
    const failed = await coach.handle(incoming);
    expect(words(failed.replies)).toContain('nothing was changed');
    expect(failed.isFault).toBe(true);
    expect(room.log.lines).toEqual(['unexpected']);
    expect(await room.store.transaction((tx) => tx.attempts.progress('test:room', 'test:Ada'))).toEqual([]);
    expect(words((await room.coach.handle(incoming)).replies)).not.toContain('nothing was changed');
  });
});

describe('numbers in words', () => {
  it('says bounds as one would', () => {
    const words = { atMost: 'at most', atLeast: 'at least', to: 'to' };
    expect(formatRange(0.1, 10, words)).toBe('0.1 to 10');
    expect(formatRange(0, 1e-11, words)).toBe('at most 1.0·10⁻¹¹');
    expect(formatRange(50, Number.MAX_VALUE, words)).toBe('at least 50');
    expect(formatRange(7, 7, words)).toBe('7');
  });

  it.each([
    [0, '0'],
    [0.12345, '0.123'],
    [12345.6, '12300'],
    [1.04e-12, '1.0·10⁻¹²'],
    [-3.2e7 - 0.5, '−3.2·10⁷'],
    [138_357_544, '138,357,544'],
    [1e30, '1.0·10³⁰'],
    [Number.POSITIVE_INFINITY, '∞'],
  ])('%d reads %s', (value, text) => {
    expect(formatMeasure(value)).toBe(text);
  });

  it('writes shares as per cent', () => {
    expect(formatPercent(0.666)).toBe('67 %');
  });
});

describe('the messages', () => {
  const leaves = (value: unknown, path: string): readonly [string, string][] =>
    typeof value === 'string'
      ? [[path, value]]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
        : [];

  it('leave no sentence untranslated', () => {
    const english = new Map(leaves(messages.en, ''));
    const same = leaves(messages.zh, '').filter(
      ([path, text]) => /[a-z]{4}/i.test(text) && english.get(path) === text,
    );
    expect(same.map(([path]) => path)).toEqual(['.settings.languages.en']);
  });
});
