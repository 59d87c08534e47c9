import { beforeAll, describe, expect, it } from 'vitest';
import type { Choice } from '../../src/app/reply.ts';
import type { QuestionBank } from '../../src/core/question/bank.ts';
import { block, button, openRoom, realBank, words } from '../support/room.ts';

let bank: QuestionBank;
beforeAll(async () => {
  bank = await realBank();
});

const answer =
  'Because the blue flow squeezes the little pipe when the hill goes flat at both shoulders, I would say.';
const quoted = 'the blue flow squeezes the little pipe';

/** A room where Ada and Bo have given the same answer, which the rubric does not know, to the same question. */
async function roomWithMiss() {
  const room = await openRoom({ bank });
  await room.say('Ada', '/quiz activations count:1');
  const verdict = await room.say('Ada', answer);
  await room.say('Bo', answer);
  const menu = block(await room.press('Ada', button(verdict, 'I said this')), 'choices');
  return { ...room, verdict, missed: menu.choices[0] as Choice };
}

async function fileAppeal(room: Awaited<ReturnType<typeof roomWithMiss>>) {
  const asked = await room.press('Ada', room.missed);
  const { invocation } = block(asked, 'form').form;
  return (
    await room.deliver(
      { name: 'Ada' },
      { kind: 'invocation', invocation: { ...invocation, text: `“${quoted}”` } },
    )
  ).replies;
}

const pointsOf = async (room: Awaited<ReturnType<typeof openRoom>>) => {
  const board = await room.say('Mod', '/board all');
  return board
    .flatMap(({ blocks }) => blocks)
    .flatMap((each) =>
      each.kind === 'table' ? each.rows.map(({ cells }) => [cells[1], Number(cells[2])]) : [],
    );
};

describe('an appeal', () => {
  it('accepted teaches the group its words, grades everyone anew and corrects the board', async () => {
    const room = await roomWithMiss();
    expect(await pointsOf(room)).toEqual([]);
    const filed = await fileAppeal(room);
    expect(words(filed)).toContain('A moderator will look at it');
    expect(words(filed)).not.toContain(room.missed.label);

    const card = await room.say('Mod', '/appeals');
    expect(block(card, 'answer').text).toBe(answer);
    expect(words(card)).toContain(`“${quoted}” is said to make this point`);
    const accepted = await room.press('Mod', button(card, 'Accept'));
    expect(words(accepted)).toContain('The appeal of Ada is accepted. 2 answers graded anew');
    const after = await pointsOf(room);
    expect(after.map(([name]) => name)).toEqual(['Ada', 'Bo']);
    expect(after[0]?.[1]).toBeGreaterThan(0);

    const later = await room.say('Cy', answer);
    expect(block(later, 'answer').marks.length).toBeGreaterThan(0);

    const undone = await room.press('Mod', button(accepted, 'Undo'));
    expect(words(undone)).toContain('3 answers graded anew');
    expect(await pointsOf(room)).toEqual([]);
  });

  it('typed without a button is about the latest answer, and keeps the words it came with', async () => {
    const room = await openRoom({ bank });
    expect(words(await room.say('Ada', '/appeal'))).toContain('You have not answered anything');
    await room.say('Ada', '/quiz activations count:1');
    await room.say('Ada', answer);
    const menu = block(await room.say('Ada', `/appeal ${quoted}`), 'choices');
    expect(words(await room.press('Ada', menu.choices[0]))).toContain('A moderator will look at it');
  });

  it('counts in its own group only', async () => {
    const room = await roomWithMiss();
    await fileAppeal(room);
    await room.press('Mod', button(await room.say('Mod', '/appeals'), 'Accept'));
    const conversation = { id: 'test:other', groupId: 'test:other', kind: 'group' } as const;
    const elsewhere = (text: string) =>
      room.deliver({ name: 'Dee' }, { kind: 'text', text }, { conversation });
    await elsewhere('/quiz activations count:1');
    expect(block((await elsewhere(answer)).replies, 'verdict').score).toBe(0);
  });

  it('rejected says why, and may go back in line', async () => {
    const room = await roomWithMiss();
    await fileAppeal(room);
    const { invocation } = block(await room.say('Mod', '/appeals'), 'form').form;
    const rejected = await room.deliver(
      { name: 'Mod' },
      { kind: 'invocation', invocation: { ...invocation, text: 'pipes are not gradients' } },
    );
    expect(words(rejected.replies)).toContain('The appeal of Ada is not accepted: pipes are not gradients');
    expect(words(await room.say('Mod', '/appeals'))).toContain('No appeal is waiting');
    await room.press('Mod', button(rejected.replies, 'Undo'));
    expect(words(await room.say('Mod', '/appeals'))).toContain('Appeal of Ada');
  });

  it('is decided once, by a moderator', async () => {
    const room = await roomWithMiss();
    await fileAppeal(room);
    const accept = button(await room.say('Mod', '/appeals'), 'Accept');
    expect(words(await room.press('Bo', accept))).toContain('Only a moderator');
    await room.press('Mod', accept);
    expect(words(await room.press('Mod', accept))).toContain('accepted already');
  });

  it('must quote the answer, briefly, and once per point', async () => {
    const room = await roomWithMiss();
    const { invocation } = block(await room.press('Ada', room.missed), 'form').form;
    const appeal = async (text: string) =>
      words(
        (await room.deliver({ name: 'Ada' }, { kind: 'invocation', invocation: { ...invocation, text } }))
          .replies,
      );
    expect(await appeal('words I never wrote')).toContain('not in your answer');
    expect(await appeal('b')).toContain('between 2 and 120 characters');
    expect(await appeal(quoted)).toContain('Thank you');
    expect(await appeal(quoted)).toContain('already');
  });

  it('leaves a line for the record, and words for the bank', async () => {
    const room = await roomWithMiss();
    await fileAppeal(room);
    await room.press('Mod', button(await room.say('Mod', '/appeals'), 'Accept'));
    expect(words(await room.say('Mod', '/appeals log'))).toContain(
      `2026-03-02 · Mod · accepted · “${quoted}”`,
    );
    const exported = block(await room.say('Mod', '/appeals export'), 'code').text;
    expect(exported).toContain(`any: ["${quoted}"]`);
    expect(words(await room.say('Ada', '/appeals export'))).toContain('Only a moderator');
  });
});
