import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/rehearsal/telegram/people/seen.ts';
import { Refusal } from '../../../src/rehearsal/telegram/server/refusal.ts';
import { newChat } from '../../../src/rehearsal/telegram/server/world.ts';
import { openStudyGroup } from './open-study-group.ts';

const set = '/daily set time:09:00 zone:Asia/Shanghai';

describe('a coach added to a group', () => {
  it('says hello in the language of whoever added it, and how to begin', async () => {
    const { cast, bo, settle, latest } = await openStudyGroup();
    const group = cast.group('学习小组', [bo]);
    cast.addBot(group, bo);
    await settle();
    expect(readMessage(latest(group))).toMatch(
      /你好，我是梯度教练。[\s\S]*\/daily set[\s\S]*\[开始测验\] \[查看所有命令\]/,
    );
  });

  it('says nothing when it only became an administrator', async () => {
    const { server, group, mod, settle, said } = await openStudyGroup();
    const { changeMembership } = await import('../../../src/rehearsal/telegram/people/deeds.ts');
    changeMembership(server.world, mod.user, group, 'member', 'administrator');
    await settle();
    expect(said()).toHaveLength(1);
  });

  it('leaves channels alone', async () => {
    const { server, mod, settle, logged } = await openStudyGroup();
    const { changeMembership } = await import('../../../src/rehearsal/telegram/people/deeds.ts');
    changeMembership(
      server.world,
      mod.user,
      newChat(-1_009_000_000_001, 'channel', 'News'),
      'left',
      'administrator',
    );
    await settle();
    expect(logged).toEqual([]);
  });
});

describe('a coach removed from a group', () => {
  it('falls silent, and goes on with everything when it is back', async () => {
    const { cast, group, mod, say, settle, tick, said } = await openStudyGroup();
    await say(mod, set);
    cast.removeBot(group, mod);
    await settle();
    const before = said().length;
    await tick('2026-03-03T01:00Z');
    expect(said()).toHaveLength(before);
    cast.addBot(group, mod);
    await settle();
    await tick('2026-03-04T01:00Z');
    expect(said().at(-1)).toContain('Question of the day · 2026-03-04');
  });

  it('without being told notices when it next posts, and is back with the first word from the group', async () => {
    const { group, mod, server, say, tick, said, latest } = await openStudyGroup();
    await say(mod, set);
    group.bot = 'kicked';
    await tick('2026-03-03T01:00Z');
    group.bot = 'member';
    await tick('2026-03-03T01:01Z');
    await tick('2026-03-04T01:00Z');
    expect(server.made.filter(({ status }) => status === 403)).toHaveLength(1);
    expect(said().join('\n')).not.toContain('Question of the day');
    await say(mod, '/board');
    await tick('2026-03-05T01:00Z');
    expect(latest().text).toContain('Question of the day · 2026-03-05');
  });
});

describe('a group that becomes a supergroup', () => {
  it.each([
    ['says so itself', true],
    ['shows it in the answer to the next message', false],
  ])('and %s keeps its board, its settings and its daily question', async (_how, isAnnounced) => {
    const { cast, group, mod, ada, say, press, settle, tick, latest, questionIn, room } =
      await openStudyGroup({
        kind: 'group',
      });
    await say(mod, set);
    await say(ada, '/quiz');
    const asked = latest();
    await say(ada, questionIn(asked).modelAnswer.en, group, asked);
    const moved = cast.migrate(group, mod, isAnnounced);
    await settle();
    await tick('2026-03-03T01:00Z');
    expect(latest(moved).text).toContain('Question of the day · 2026-03-03');
    await say(ada, '/board', moved);
    expect(latest(moved).text).toContain('1 · Ada · 10');
    expect(await room.store.transaction((tx) => tx.groups.find(`telegram:${group.id}`))).toBeUndefined();
    // The button of a message that stayed behind still knows where its question went.
    await press(ada, asked, 'Answer in private');
    await say(ada, 'because it is popular', ada.privateChat);
    expect(latest(ada.privateChat).text).toContain('Not there yet');
  });
});

describe('a forum', () => {
  const openForum = async () => {
    const study = await openStudyGroup({ kind: 'forum' });
    const topic = study.cast.openTopic(study.group, 'Interviews');
    const sayIn = async (threadId: number, text: string) => {
      study.mod.say(study.group, text, { threadId });
      await study.settle();
    };
    return { ...study, topic, sayIn };
  };

  it('has a quiz in every topic', async () => {
    const { cast, group, topic, sayIn, latest } = await openForum();
    const other = cast.openTopic(group, 'Papers');
    await sayIn(topic, '/quiz');
    expect(latest().threadId).toBe(topic);
    await sayIn(other, '/quiz');
    expect(latest()).toMatchObject({ threadId: other });
    expect(latest().text).toContain('Question 1 of 5');
  });

  it('has its daily question in the topic it was set in, until it is moved', async () => {
    const { cast, group, topic, sayIn, tick, latest } = await openForum();
    await sayIn(topic, set);
    await tick('2026-03-03T01:00Z');
    expect(latest().threadId).toBe(topic);
    const other = cast.openTopic(group, 'Daily');
    await sayIn(other, '/daily set place:here');
    await tick('2026-03-04T01:00Z');
    expect(latest()).toMatchObject({ threadId: other });
  });

  it('whose topic is gone gets its question in General, with a word, and from then on', async () => {
    const { group, topic, sayIn, tick, latest, said } = await openForum();
    await sayIn(topic, set);
    group.topics.delete(topic);
    await tick('2026-03-03T01:00Z');
    expect(latest().threadId).toBeUndefined();
    expect(latest().text).toContain('The topic I used to post in is gone');
    expect(said().at(-2)).toContain('Question of the day · 2026-03-03');
    await tick('2026-03-04T01:00Z');
    expect(latest().text).toContain('Question of the day · 2026-03-04');
  });

  it('whose topic is closed is told so once, and asked to resume', async () => {
    const { group, topic, sayIn, tick, latest } = await openForum();
    await sayIn(topic, set);
    const closed = group.topics.get(topic);
    if (closed !== undefined) closed.isClosed = true;
    await tick('2026-03-03T01:00Z');
    await tick('2026-03-03T01:01Z');
    expect(latest().threadId).toBeUndefined();
    expect(readMessage(latest())).toContain('the topic is closed');
  });

  it('has a General whose replies carry a thread that is no topic', async () => {
    const { ada, group, settle, latest, questionIn } = await openForum();
    ada.say(group, '/quiz');
    await settle();
    const asked = latest();
    ada.say(group, questionIn(asked).modelAnswer.en, {
      replyTo: asked,
      extra: { message_thread_id: asked.id },
    });
    await settle();
    expect(latest().text).toBe('Ada: Solid.');
  });
});

describe('a sender that is no person', () => {
  it('sets things up as an anonymous moderator', async () => {
    const { mod, group, settle, latest } = await openStudyGroup();
    mod.say(group, set, { as: group });
    await settle();
    expect(latest().text).toContain('The daily question is set.');
  });

  it('reads what is for moderators only as one of them', async () => {
    const { mod, bo, group, settle, latest } = await openStudyGroup();
    mod.say(group, '/appeals', { as: group });
    await settle();
    const link = latest().markup?.inline_keyboard?.[0]?.[0]?.url ?? '';
    mod.open(link);
    bo.open(link);
    await settle();
    expect(latest(mod.privateChat).text).toBe('No appeal is waiting.');
    expect(latest(bo.privateChat).text).toBe('这是给本群管理员看的。');
  });

  it('cannot answer, and is told how', async () => {
    const { mod, group, say, settle, latest, room } = await openStudyGroup();
    await say(mod, '/quiz');
    mod.say(group, 'the chain rule', { as: group, replyTo: latest() });
    await settle();
    expect(latest().text).toContain('I cannot tell whose answer that is');
    const channel = newChat(-1_009_000_000_001, 'channel', 'News');
    mod.say(group, '/answer the chain rule', { as: channel });
    mod.say(group, '/me', { as: channel });
    await settle();
    expect(latest().text).toContain('what you ask for is one person’s');
    expect(
      await room.store.transaction((tx) =>
        tx.attempts.findLatest({ groupId: `telegram:${group.id}` }, `telegram:${group.id}`),
      ),
    ).toBeUndefined();
  });

  it('may begin a quiz as a channel, and change nothing', async () => {
    const { mod, group, settle, latest } = await openStudyGroup();
    const channel = newChat(-1_009_000_000_001, 'channel', 'News');
    mod.say(group, set, { as: channel });
    await settle();
    expect(latest().text).toContain('Only a moderator');
    mod.say(group, '/quiz', { as: channel });
    await settle();
    expect(latest().text).toContain('Question 1 of 5');
  });

  it('is not heard as a post that Telegram copied from the group’s channel', async () => {
    const { mod, group, settle, said } = await openStudyGroup();
    group.bot = 'administrator';
    const copied = {
      is_automatic_forward: true,
      from: { id: 777_000, is_bot: false, first_name: 'Telegram' },
    };
    mod.say(group, '/quiz', { extra: copied });
    await settle();
    expect(said()).toHaveLength(1);
  });
});

describe('below a channel’s post', () => {
  it('the talk stays there, by commands and by buttons', async () => {
    const { ada, group, settle, press, latest } = await openStudyGroup();
    const post = ada.say(group, 'our new post');
    ada.say(group, '/quiz', { threadId: post.id, replyTo: post });
    await settle();
    const asked = latest();
    expect(asked.threadId).toBe(post.id);
    await press(ada, asked, 'Answer here');
    expect(latest()).toMatchObject({ threadId: post.id, markup: { force_reply: true } });
    await press(ada, asked, 'Skip');
    expect(latest()).toMatchObject({ threadId: post.id });
    expect(latest().text).toContain('Question 2 of 5');
  });
});

describe('a moderator', () => {
  it('is who Telegram says at the moment', async () => {
    const { mod, ada, group, say, latest, said } = await openStudyGroup();
    await say(ada, '/start', ada.privateChat);
    const before = said().length;
    await say(ada, set);
    expect(said()).toHaveLength(before);
    expect(latest(ada.privateChat).text).toBe('Only a moderator of this group can change that.');
    group.members.set(ada.user.id, 'administrator');
    await say(ada, set);
    expect(latest().text).toContain('The daily question is set.');
    group.members.set(mod.user.id, 'member');
    await say(mod, '/daily pause');
    expect(latest().text).toContain('my answer is for you alone');
  });

  it('is not refused when Telegram cannot say who moderates; it is asked again', async () => {
    const { mod, server, say, latest } = await openStudyGroup();
    server.troubles.next('getChatAdministrators', new Refusal(502, 'Bad Gateway'));
    await say(mod, set);
    expect(latest().text).toContain('Please try again in a moment');
    await say(mod, set);
    expect(latest().text).toContain('The daily question is set.');
  });

  it('sets the daily question from the private chat too, and others do not', async () => {
    const { mod, ada, say, tick, latest } = await openStudyGroup();
    for (const actor of [mod, ada]) await say(actor, '/board');
    await say(ada, set, ada.privateChat);
    expect(latest(ada.privateChat).text).toBe('Only a moderator of this group can change that.');
    await say(mod, set, mod.privateChat);
    expect(latest(mod.privateChat).text).toContain('The daily question is set.');
    await tick('2026-03-03T01:00Z');
    expect(latest().text).toContain('Question of the day · 2026-03-03');
  });

  it('is told when posts would not arrive', async () => {
    const { mod, group, say, latest } = await openStudyGroup();
    await say(mod, '/board');
    group.bot = 'muted';
    await say(mod, set, mod.privateChat);
    expect(latest(mod.privateChat).text).toContain('the right to send messages in this group');
  });
});
