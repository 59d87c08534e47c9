import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { QuestionBank } from '../../src/core/question/bank.ts';
import { openStore } from '../../src/storage/index.ts';
import { block, button, openRoom, realBank, words } from '../support/room.ts';

let bank: QuestionBank;
beforeAll(async () => {
  bank = await realBank();
});

const current = (roomBank: QuestionBank, text: string) =>
  roomBank.questions.find(({ prompt }) => prompt.en === text || prompt.zh === text);

describe('a question', () => {
  it('is shown to whoever wants to answer it elsewhere, in their language', async () => {
    const room = await openRoom({ bank });
    const asked = await room.say('Ada', '/quiz');
    const round = asked[0]?.roundId ?? '';
    const prompt = current(bank, block(asked, 'question').text)?.prompt.zh;
    const [shown] = await room.say('Bo', `/answer round:${round}`, { language: 'zh' });
    expect(shown).toMatchObject({ audience: 'person', roundId: round });
    expect(block(shown === undefined ? [] : [shown], 'question').text).toBe(prompt);
    expect(words(await room.say('Bo', '/answer round:unheard'))).toContain('Write your answer');
  });

  it('of the day answered in a private talk of the group shows so to the group, in its language', async () => {
    const room = await openRoom({ bank });
    await room.say('Mod', '/settings language zh');
    const [asked] = await room.say('Ada', '/daily');
    const aside = { id: 'test:room/bo', groupId: 'test:room', kind: 'private' } as const;
    const { replies } = await room.deliver(
      { name: 'Bo', language: 'en' },
      { kind: 'text', text: 'the chain rule' },
      { conversation: aside },
    );
    const [tally, verdict] = replies;
    expect(tally).toMatchObject({ language: 'zh', replacesRound: true, roundId: asked?.roundId });
    expect(words(tally === undefined ? [] : [tally])).toContain('已回答：Bo');
    expect(verdict).toMatchObject({ audience: 'person', language: 'en', roundId: asked?.roundId });
  });
});

describe('a quiz in a group', () => {
  it('asks, grades with evidence, and goes on', async () => {
    const room = await openRoom({ bank });
    const asked = await room.say('Ada', '/quiz count:2');
    const question = current(bank, block(asked, 'question').text);
    expect(question).toBeDefined();

    const answered = await room.say('Ada', question?.modelAnswer.en ?? '');
    expect(block(answered, 'verdict')).toMatchObject({ band: 'solid' });
    expect(block(answered, 'answer').marks.length).toBeGreaterThan(2);
    expect(answered.find(({ replacesRound }) => replacesRound)?.blocks).toContainEqual({
      kind: 'note',
      text: 'Answered: Ada',
    });

    const next = await room.press('Ada', button(answered, 'Next'));
    expect(block(next, 'question').text).not.toBe(block(asked, 'question').text);
    expect(block(next, 'spoiler').text).toBe(question?.modelAnswer.en);
  });

  it('carries the question into the form that may cover it', async () => {
    const room = await openRoom({ bank });
    const asked = await room.say('Ada', '/quiz activations');
    const prompt = block(asked, 'question').text;
    expect(block(asked, 'form').form.about).toBe(prompt);
    const answered = await room.say('Ada', 'the gradient becomes smaller from layer to layer');
    expect(block(answered.slice(1), 'form').form.about).toBe(prompt);
    const probe = await room.press('Ada', button(answered, 'Follow-up'));
    expect(block(probe, 'form').form.about).toBe(block(probe, 'question').text);
  });

  it('shows the verdict to the person only, and lets several people answer', async () => {
    const room = await openRoom({ bank });
    const asked = await room.say('Ada', '/quiz activations');
    const question = current(bank, block(asked, 'question').text);
    for (const name of ['Ada', 'Bo']) {
      const [tally, verdict] = await room.say(name, question?.modelAnswer.zh ?? '');
      expect(tally).toMatchObject({ audience: 'conversation', replacesRound: true });
      expect(verdict).toMatchObject({ audience: 'person' });
    }
    const board = await room.say('Bo', '/board');
    expect(block(board, 'table').rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['1', 'Ada'],
      ['1', 'Bo'],
    ]);
  });

  it('keeps to its topic, and is no longer than the topic', async () => {
    const room = await openRoom({ bank });
    const inTopic = bank.questions.filter(({ topic }) => topic === 'activations');
    const asked = await room.say('Ada', '/quiz activations count:50');
    expect(inTopic).toContain(current(bank, block(asked, 'question').text));
    for (const _ of inTopic.slice(1)) {
      const next = await room.say('Ada', '/quiz next');
      expect(inTopic).toContain(current(bank, block(next, 'question').text));
    }
    expect(words(await room.say('Ada', '/quiz next'))).toContain('That was');
  });

  it('that is running already is moved on by the button offered then, once', async () => {
    const room = await openRoom({ bank });
    await room.say('Ada', '/quiz count:4');
    const running = await room.say('Bo', '/quiz');
    const next = button(running, 'Next');
    expect(block(await room.press('Bo', next), 'question').title).toBe('Question 2 of 4');
    expect(words(await room.press('Bo', next))).toContain('has gone on');
  });

  it('is moved on once by a button, however often and by whomever it is pressed', async () => {
    const room = await openRoom({ bank });
    const asked = await room.say('Ada', '/quiz count:3');
    const skip = button(asked, 'Skip');
    const second = await room.press('Ada', skip);
    const again = await room.press('Bo', skip);
    expect(words(again)).toContain('The quiz has gone on from that question.');
    expect(words(await room.press('Bo', button(asked, 'Hint')))).toContain('has gone on');
    expect(words(await room.press('Bo', button(second, 'Hint')))).toContain('Hint 1');
    const third = await room.press('Bo', button(again, 'Next'));
    expect(block(third, 'question').title).toBe('Question 3 of 3');
  });

  it('goes on from the verdict of a follow-up', async () => {
    const room = await openRoom({ bank });
    await room.say('Ada', '/quiz count:2');
    const verdict = await room.say('Ada', 'I do not know.');
    await room.press('Ada', button(verdict, 'Follow-up'));
    const probed = await room.say('Ada', 'Still no idea.');
    expect(block(await room.press('Ada', button(probed, 'Next')), 'question').title).toBe('Question 2 of 2');
  });

  it('does not let someone start over a running quiz', async () => {
    const room = await openRoom({ bank });
    await room.say('Ada', '/quiz');
    expect(words(await room.say('Bo', '/quiz'))).toContain('already running');
  });

  it('sums up when it ends', async () => {
    const room = await openRoom({ bank });
    const asked = await room.say('Ada', '/quiz count:1');
    await room.say('Ada', current(bank, block(asked, 'question').text)?.modelAnswer.en ?? '');
    const ended = await room.say('Ada', '/quiz next');
    expect(words(ended)).toContain('That was 1 question.');
    expect(block(ended, 'table').rows[0]?.cells).toEqual(['Ada', '1', '100 %']);
    expect(words(await room.say('Ada', '/quiz next'))).toContain('No question is open');
  });

  it('gives hints until there are none', async () => {
    const room = await openRoom({ bank });
    const asked = await room.say('Ada', '/quiz count:1');
    const hints = current(bank, block(asked, 'question').text)?.hints ?? [];
    for (const hint of hints) expect(words(await room.say('Ada', '/quiz hint'))).toContain(hint.en);
    expect(words(await room.say('Ada', '/quiz hint'))).toContain('last hint');
  });
});

describe('an answer', () => {
  it('delivered twice is graded once and answered the same', async () => {
    const room = await openRoom({ bank });
    await room.say('Ada', '/quiz');
    const answer = { kind: 'text', text: 'the gradient vanishes because sigmoid saturates' } as const;
    const first = await room.deliver({ name: 'Ada' }, answer, { id: 'same' });
    const second = await room.deliver({ name: 'Ada' }, answer, { id: 'same' });
    expect(second.replies).toEqual(first.replies);
    const progress = await room.store.transaction((tx) => tx.attempts.progress('test:room', 'test:Ada'));
    expect(progress).toMatchObject([{ attempts: 1 }]);
  });

  it('without an open question gets a way on', async () => {
    const room = await openRoom({ bank });
    const replies = await room.say('Ada', 'hello?');
    expect(words(replies)).toContain('No question is open here.');
    expect(button(replies, 'Start a quiz')).toBeDefined();
  });

  it('gives a missed point as a question, and its text on request', async () => {
    const room = await openRoom({ bank });
    const asked = await room.say('Ada', '/quiz activations count:1');
    const question = current(bank, block(asked, 'question').text);
    const verdict = await room.say(
      'Ada',
      'I am not sure, perhaps it is something with the weather this time',
    );
    const missed = question?.rubric.points.find(({ bonus }) => !bonus);
    expect(words(verdict)).toContain(missed?.hint.en);
    expect(words(verdict)).not.toContain(missed?.says.en);
    const explained = await room.press('Ada', button(verdict, 'model answer'));
    expect(words(explained)).toContain(missed?.says.en);
    expect(words(explained)).toContain(question?.modelAnswer.en);
  });

  it('after the model answer was read is practice', async () => {
    const room = await openRoom({ bank });
    const asked = await room.say('Ada', '/quiz count:1');
    const question = current(bank, block(asked, 'question').text);
    const verdict = await room.say('Ada', 'no idea, really, but let me see how this works');
    await room.press('Ada', button(verdict, 'model answer'));
    const again = await room.say('Ada', question?.modelAnswer.en ?? '');
    expect(words(again)).toContain('For practice');
    expect(words(await room.say('Ada', '/board'))).toContain('No points yet');
  });

  it('may be in the other language', async () => {
    const room = await openRoom({ bank });
    const asked = await room.say('Ada', '/quiz', { language: 'zh' });
    const question = current(bank, block(asked, 'question').text);
    expect(block(asked, 'question').text).toBe(question?.prompt.zh);
    const verdict = await room.say('Ada', question?.modelAnswer.en ?? '', { language: 'zh' });
    expect(block(verdict, 'verdict')).toMatchObject({ band: 'solid', text: expect.stringContaining('扎实') });
  });
});

describe('a follow-up', () => {
  it('probes what was missed, for this person, without points', async () => {
    const room = await openRoom({ bank });
    const asked = await room.say('Ada', '/quiz count:3');
    const question = current(bank, block(asked, 'question').text);
    const verdict = await room.say('Ada', 'I am not sure at all, sorry about that');
    const probe = await room.press('Ada', button(verdict, 'Follow-up'));
    expect(question?.followUps.map(({ prompt }) => prompt.en)).toContain(block(probe, 'question').text);
    const graded = await room.say('Ada', question?.modelAnswer.en ?? '');
    expect(block(graded, 'verdict').band).toBe('solid');
    const followUp = question?.followUps.find(({ prompt }) => prompt.en === block(probe, 'question').text);
    expect(block(graded, 'points').points.length).toBeLessThanOrEqual(followUp?.probes.length ?? 0);
    expect(words(await room.say('Ada', '/board'))).toContain('No points yet');
  });

  it('left unanswered does not swallow the answer to the next question', async () => {
    const room = await openRoom({ bank });
    await room.say('Ada', '/quiz count:3');
    const verdict = await room.say('Ada', 'I am not sure at all, sorry about that');
    await room.press('Ada', button(verdict, 'Follow-up'));
    const next = await room.say('Ada', '/quiz next');
    const question = current(bank, block(next, 'question').text);
    expect(block(await room.say('Ada', question?.modelAnswer.en ?? ''), 'verdict').band).toBe('solid');
  });
});

describe('a quiz in private', () => {
  it('gives way to a new one', async () => {
    const room = await openRoom({ bank, kind: 'private' });
    await room.say('Ada', '/quiz topic:activations');
    expect(block(await room.say('Ada', '/quiz topic:recurrent-networks'), 'question').about).toContain('RNN');
  });
});

describe('a restart in the middle of a quiz', () => {
  it('changes nothing for the people in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gradcoach-'));
    const file = join(folder, 'coach.db');
    const before = await openRoom({ bank, store: await openStore(file) });
    const asked = await before.say('Ada', '/quiz count:2');
    await before.store.close();

    const after = await openRoom({ bank, store: await openStore(file) });
    const question = current(bank, block(asked, 'question').text);
    const answer = { kind: 'text', text: question?.modelAnswer.en ?? '' } as const;
    const { replies } = await after.deliver({ name: 'Ada' }, answer, { id: 'after-restart' });
    expect(block(replies, 'verdict').band).toBe('solid');
    await after.store.close();
    await rm(folder, { recursive: true });
  });
});
