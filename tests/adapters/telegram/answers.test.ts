import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/rehearsal/telegram/people/seen.ts';
import type { StoredMessage } from '../../../src/rehearsal/telegram/server/world.ts';
import { openStudyGroup } from './open-study-group.ts';

/** A group in which a quiz has begun, with the message that asks. */
async function openQuiz() {
  const study = await openStudyGroup();
  await study.say(study.mod, '/quiz count:3');
  const asked = study.latest();
  return { ...study, asked, good: study.questionIn(asked).modelAnswer.en };
}

const linkOn = (message: StoredMessage, label: string) =>
  message.markup?.inline_keyboard?.flat().find(({ text }) => text.includes(label))?.url ?? '';

describe('an answer in a group', () => {
  it('is a reply to the question; the group reads how it went, and nothing of it', async () => {
    const { say, ada, asked, good, latest, group, said } = await openQuiz();
    const answer = await say(ada, good, group, asked);
    expect(latest()).toMatchObject({ text: 'Ada: Solid.', replyToId: answer.id });
    expect(readMessage(asked)).toContain('Answered: Ada');
    expect(said().join('\n')).not.toContain('✅');
  });

  it('is read in full by whom it is for, once they open the private chat', async () => {
    const { say, ada, bo, asked, good, latest, group, settle, said } = await openQuiz();
    await say(ada, good, group, asked);
    const link = linkOn(latest(), 'Details');
    bo.open(link);
    ada.open(link);
    await settle();
    expect(latest(ada.privateChat).text).toMatch(/🟢 Solid\. \+10\n▰{9,10}/);
    expect(said(bo.privateChat)).toEqual(['这是给别人的。请按自己的按钮，或者直接输入命令。']);
  });

  it('is told in full in the private chat at once, where that is open', async () => {
    const { say, ada, asked, good, latest, group } = await openQuiz();
    await say(ada, '/start', ada.privateChat);
    await say(ada, good, group, asked);
    expect(latest(ada.privateChat).text).toContain('🟢 Solid.');
    expect(readMessage(latest())).toBe('Ada: Solid.');
  });

  it('may be given by command', async () => {
    const { say, ada, good, latest } = await openQuiz();
    await say(ada, `/answer ${good}`);
    expect(latest().text).toBe('Ada: Solid.');
  });

  it('may be given by command with our name, and not with that of another bot', async () => {
    const { say, ada, latest, asked } = await openQuiz();
    await say(ada, '/answer@OtherBot the chain rule');
    expect(latest()).toBe(asked);
    await say(ada, '/ANSWER@gradcoachbot the chain rule');
    expect(latest().text).toMatch(/^Ada: /);
  });

  it('may be asked for by a button, in a reply box that opens for one person', async () => {
    const { say, press, ada, asked, good, latest, group } = await openQuiz();
    await press(ada, asked, 'Answer here');
    const prompt = latest();
    expect(prompt.markup).toMatchObject({ force_reply: true, selective: true });
    expect(prompt.entities).toMatchObject([{ type: 'text_link', url: `tg://user?id=${ada.user.id}` }]);
    expect(prompt.markup?.input_field_placeholder?.length).toBeLessThanOrEqual(64);
    await say(ada, good, group, prompt);
    expect(latest().text).toBe('Ada: Solid.');
    expect(prompt.isDeleted).toBe(true);
  });

  it('may be given in private by a button, so that others can still think; the group reads only that it was given', async () => {
    const { say, press, bo, asked, good, latest, said } = await openQuiz();
    const before = said().length;
    await press(bo, asked, 'Answer in private');
    expect(latest(bo.privateChat).text).toMatch(/^问题\n/);
    await say(bo, good, bo.privateChat);
    expect(latest(bo.privateChat).text).toContain('🟢 扎实。 +10');
    expect(readMessage(asked)).toContain('Answered: Bo');
    expect(said()).toHaveLength(before);
  });

  it('counts on the board of the group, wherever it was given', async () => {
    const { say, press, bo, asked, good, latest } = await openQuiz();
    await press(bo, asked, 'Answer in private');
    await say(bo, good, bo.privateChat);
    await say(bo, '/board');
    expect(latest().text).toContain('1 · Bo · 10');
  });

  it('is known after a restart by the message it replies to', async () => {
    const { room, restart, say, ada, asked, good, latest, group } = await openQuiz();
    await say(ada, '/quiz next');
    await restart((incoming) => room.coach.handle(incoming));
    await say(ada, good, group, asked);
    expect(latest().text).toBe('Ada: Solid.');
  });

  it('may be tried again by replying to its verdict', async () => {
    const { say, ada, asked, good, latest, group } = await openQuiz();
    await say(ada, 'because it is popular', group, asked);
    await say(ada, good, group, latest());
    expect(latest().text).toBe('Ada: Solid.');
  });

  it('that is edited counts as first written, which is said once', async () => {
    const { say, settle, ada, asked, good, latest, said, group } = await openQuiz();
    const answer = await say(ada, 'because it is popular', group, asked);
    const lines = said().length;
    ada.edit(group, answer, good);
    ada.edit(group, answer, `${good}!`);
    await settle();
    expect(latest().text).toBe('The first version counts; I have not graded the edit.');
    expect(said()).toHaveLength(lines + 1);
  });

  it('cannot be a voice message, which is said', async () => {
    const { settle, ada, asked, group, latest } = await openQuiz();
    ada.sendVoice(group, { replyTo: asked });
    await settle();
    expect(latest().text).toBe('I can only read text. Please write it out.');
  });

  it('is nothing that people say to each other', async () => {
    const { say, settle, server, ada, bo, asked, latest, group } = await openQuiz();
    group.bot = 'administrator';
    const question = await say(bo, 'what did you think of it?');
    await say(ada, 'I liked it', group, question);
    ada.sendVoice(group);
    await settle();
    expect(server.world.updates.all.length).toBeGreaterThan(3);
    expect(latest()).toBe(asked);
  });
});

describe('a private chat', () => {
  it('takes one plain message after a button, and then none of it is an answer any more', async () => {
    const { say, press, ada, asked, latest } = await openQuiz();
    await press(ada, asked, 'Answer in private');
    await say(ada, 'because it is popular', ada.privateChat);
    await say(ada, 'thank you', ada.privateChat);
    expect(latest(ada.privateChat).text).toContain('No question is open here.');
  });

  it('forgets the next day what it had asked for', async () => {
    const { say, press, ada, asked, latest, time } = await openQuiz();
    await press(ada, asked, 'Answer in private');
    time.moveTo(time.nowMs() + 13 * 3_600_000);
    await say(ada, 'good morning', ada.privateChat);
    expect(latest(ada.privateChat).text).toContain('No question is open here.');
  });

  it('offers a follow-up where the verdict is, and takes the answer to it', async () => {
    const { say, press, ada, asked, latest } = await openQuiz();
    const chat = ada.privateChat;
    await press(ada, asked, 'Answer in private');
    await say(ada, 'ReLU is popular and cheap, in my opinion', chat);
    await press(ada, latest(chat), 'Follow-up', chat);
    const probe = latest(chat);
    expect(probe.text).toMatch(/^Follow-up\n/);
    await say(ada, 'a unit that is negative for every sample stops learning', chat, probe);
    expect(latest(chat).text).toMatch(/▰|▱/);
  });

  it('lets one appeal; the group hears of it and of the decision, and the words stay with the moderators', async () => {
    const { say, press, ada, mod, bo, asked, latest, said, group } = await openQuiz();
    const chat = ada.privateChat;
    await press(ada, asked, 'Answer in private');
    await say(ada, 'ReLU is popular and cheap, in my opinion', chat);
    await press(ada, latest(chat), 'I said this', chat);
    await press(ada, latest(chat), '?', chat);
    await press(ada, latest(chat), 'Your words', chat);
    await say(ada, 'ReLU is popular', chat);
    expect(latest(chat).text).toContain('A moderator will look at it');
    expect(latest().text).toBe('Ada appeals against a grade. A moderator may decide.');

    const refused = await press(bo, latest(), 'Look');
    expect(refused?.answer).toEqual({ text: '只有本群的管理员可以改这个。', isAlert: true });
    const opened = await press(mod, latest(), 'Look');
    await say(mod, `/start ${opened?.answer?.url?.split('start=')[1]}`, mod.privateChat);
    const card = latest(mod.privateChat);
    expect(card.text).toContain('Appeal of Ada');
    expect(said().join('\n')).not.toContain('popular');

    await press(mod, card, 'Reject', mod.privateChat);
    await say(mod, 'that is no reason', mod.privateChat);
    expect(latest(group).text).toBe('The appeal of Ada is not accepted: that is no reason');
  });
});
