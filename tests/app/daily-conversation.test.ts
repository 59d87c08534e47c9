import { beforeAll, describe, expect, it } from 'vitest';
import { postDueDailies } from '../../src/app/daily/post-dailies.ts';
import { deliverPosts, recoverPosts } from '../../src/app/deliver-posts.ts';
import type { PlatformAdapter, Post, PostOutcome } from '../../src/app/ports/platform-adapter.ts';
import type { QuestionBank } from '../../src/core/question/bank.ts';
import { block, button, openRoom, realBank, words } from '../support/room.ts';

let bank: QuestionBank;
beforeAll(async () => {
  bank = await realBank();
});

/** An adapter that keeps what it is given, and answers as told. */
function keepingAdapter(
  outcome: PostOutcome = { kind: 'posted' },
): PlatformAdapter & { readonly posts: Post[] } {
  const posts: Post[] = [];
  return {
    name: 'test',
    dropsRepeatedPosts: true,
    posts,
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    post(post) {
      posts.push(post);
      return Promise.resolve(outcome);
    },
  };
}

const promptOf = (id: string | undefined) => bank.questions.find((question) => question.id === id);

async function roomWithDaily(outcome?: PostOutcome) {
  const room = await openRoom({ bank });
  const adapter = keepingAdapter(outcome);
  await room.say('Mod', '/daily set time:09:00 zone:Asia/Shanghai days:mon-fri');
  return {
    ...room,
    adapter,
    /** What the clock does once a minute. */
    async tick(iso: string) {
      room.waitUntil(iso);
      await postDueDailies(room.services, room.store, room.log, Date.parse(iso));
      await deliverPosts(room.store, adapter, room.log, Date.parse(iso));
    },
  };
}

describe('the daily question', () => {
  it('comes on its weekdays at its local time, once', async () => {
    const room = await roomWithDaily();
    await room.tick('2026-03-03T00:59Z');
    expect(room.adapter.posts).toHaveLength(0);
    await room.tick('2026-03-03T01:00Z');
    await room.tick('2026-03-03T01:00Z');
    await room.tick('2026-03-03T01:01Z');
    expect(room.adapter.posts).toHaveLength(1);
    expect(words(room.adapter.posts[0]?.replies ?? [])).toContain('Question of the day · 2026-03-03');
    await room.tick('2026-03-07T02:00Z');
    await room.tick('2026-03-08T02:00Z');
    expect(room.adapter.posts.map(({ key }) => key)).toEqual(['daily:test:room:2026-03-03']);
  });

  it('reveals the one before with what the group missed', async () => {
    const room = await roomWithDaily();
    await room.tick('2026-03-03T01:00Z');
    const round = await room.store.transaction((tx) => tx.rounds.findOpenDaily('test:room'));
    await room.say('Ada', promptOf(round?.questionId)?.modelAnswer.en ?? '');
    await room.say('Bo', 'I have no idea about any of this, to be honest');
    await room.tick('2026-03-04T01:00Z');
    const [reveal, question] = room.adapter.posts[1]?.replies ?? [];
    expect(words([reveal!])).toContain('2 people answered, 50 % on average.');
    expect(words([reveal!])).toContain(promptOf(round?.questionId)?.modelAnswer.en);
    expect(words([question!])).toContain('Question of the day · 2026-03-04');
    expect(question?.roundId).not.toBe(round?.id);
  });

  it('does not repeat a question before all have had their day', async () => {
    const room = await roomWithDaily();
    await room.say('Mod', '/daily set days:daily');
    const asked = new Set<string>();
    for (const [index] of bank.questions.entries()) {
      const day = new Date(Date.parse('2026-03-03T01:00Z') + index * 86_400_000).toISOString();
      await room.tick(day);
      const round = await room.store.transaction((tx) => tx.rounds.findOpenDaily('test:room'));
      asked.add(round?.questionId ?? '');
    }
    expect(asked.size).toBe(bank.questions.length);
  });

  it('is caught up once after a downtime, and says that it is late', async () => {
    const room = await roomWithDaily();
    await room.tick('2026-03-05T04:00Z');
    expect(room.adapter.posts).toHaveLength(1);
    expect(words(room.adapter.posts[0]?.replies ?? [])).toContain('late');
    expect(room.adapter.posts[0]?.key).toBe('daily:test:room:2026-03-05');
  });

  it('is not caught up when it is too late', async () => {
    const room = await roomWithDaily();
    await room.tick('2026-03-03T08:00Z');
    expect(room.adapter.posts).toHaveLength(0);
    await room.tick('2026-03-04T01:00Z');
    expect(room.adapter.posts).toHaveLength(1);
  });

  it('counts the first answer only', async () => {
    const room = await roomWithDaily();
    await room.tick('2026-03-03T01:00Z');
    const round = await room.store.transaction((tx) => tx.rounds.findOpenDaily('test:room'));
    await room.say('Ada', '/daily answer I will think about it and come back later');
    const again = await room.say('Ada', `/daily answer ${promptOf(round?.questionId)?.modelAnswer.en}`);
    expect(words(again)).toContain('For practice');
    expect(words(await room.say('Ada', '/board day'))).toContain('No points yet');
  });

  it('shows who has answered, from wherever in the group they did', async () => {
    const room = await roomWithDaily();
    await room.tick('2026-03-03T01:00Z');
    const elsewhere = { id: 'test:room/corridor', groupId: 'test:room', kind: 'group' } as const;
    const { replies } = await room.deliver(
      { name: 'Ada' },
      { kind: 'text', text: '/daily answer the chain rule' },
      { conversation: elsewhere },
    );
    expect(words(replies.filter(({ replacesRound }) => replacesRound))).toContain('Answered: Ada');
  });

  it('keeps its model answer back until one has answered', async () => {
    const room = await roomWithDaily();
    await room.tick('2026-03-03T01:00Z');
    expect(words(await room.say('Ada', '/explain'))).toContain("Answer the day's question first");
  });

  it('opened by someone before its time is the one that is posted', async () => {
    const room = await openRoom({ bank });
    room.waitUntil('2026-03-03T00:10Z');
    const early = block(await room.say('Ada', '/daily'), 'question').text;
    await room.say('Mod', '/daily set time:09:00 zone:Asia/Shanghai');
    const adapter = keepingAdapter();
    const at = Date.parse('2026-03-03T01:00Z');
    await postDueDailies(room.services, room.store, room.log, at);
    await deliverPosts(room.store, adapter, room.log, at);
    expect(block(adapter.posts[0]?.replies ?? [], 'question').text).toBe(early);
  });

  it('waits while the coach is not in the group, and goes on when it is back', async () => {
    const room = await roomWithDaily({ kind: 'gone' });
    await room.tick('2026-03-03T01:00Z');
    await room.tick('2026-03-04T01:00Z');
    expect(room.adapter.posts.map(({ key }) => key)).toEqual(['daily:test:room:2026-03-03']);
    await room.deliver({ name: 'Mod' }, { kind: 'joined' });
    await room.tick('2026-03-05T01:00Z');
    expect(room.adapter.posts.at(-1)?.key).toBe('daily:test:room:2026-03-05');
  });

  it('stays where it had to go when its place was gone', async () => {
    const room = await roomWithDaily({ kind: 'posted', at: 'test:room/elsewhere' });
    await room.tick('2026-03-03T01:00Z');
    await room.tick('2026-03-04T01:00Z');
    expect(room.adapter.posts.map(({ conversationId }) => conversationId)).toEqual([
      'test:room',
      'test:room/elsewhere',
    ]);
  });

  it('of one group does not wait for that of another', async () => {
    const room = await roomWithDaily();
    const other = { id: 'test:other', groupId: 'test:other', kind: 'group' } as const;
    const set = { kind: 'text', text: '/daily set time:09:00 zone:Asia/Shanghai' } as const;
    await room.deliver({ name: 'Mod' }, set, { conversation: other });
    const at = Date.parse('2026-03-03T01:00Z');
    await postDueDailies(room.services, room.store, room.log, at);
    let release = () => {};
    const slow = new Promise<PostOutcome>((resolve) => {
      release = () => resolve({ kind: 'posted' });
    });
    const posted: string[] = [];
    const delivered = deliverPosts(
      room.store,
      {
        ...room.adapter,
        post({ groupId }) {
          posted.push(groupId);
          if (posted.length === 2) release();
          return slow;
        },
      },
      room.log,
      at,
    );
    await delivered;
    expect(posted.sort()).toEqual(['test:other', 'test:room']);
  });

  it('pauses when its place is gone, and says why when asked', async () => {
    const room = await roomWithDaily({ kind: 'refused', reason: 'I may not write in #daily' });
    for (const day of ['03', '04', '05']) await room.tick(`2026-03-${day}T01:00Z`);
    expect(room.adapter.posts.map(({ key }) => key)).toEqual([
      'daily:test:room:2026-03-03',
      'paused:daily:test:room:2026-03-03',
    ]);
    const [, told] = room.adapter.posts;
    expect(told?.conversationId).toBe('test:room');
    expect(words(told?.replies ?? [])).toContain('paused it: I may not write in #daily.');
    expect(button(told?.replies ?? [], 'Resume')).toBeDefined();
    expect(words(await room.say('Mod', '/daily preview'))).toContain('I may not write in #daily');
    expect(words(await room.say('Mod', '/daily resume'))).toContain('on again');
  });

  it('is tried again when the platform asks to wait', async () => {
    const room = await roomWithDaily({ kind: 'later', retryAfterMs: 120_000 });
    await room.tick('2026-03-03T01:00Z');
    await room.tick('2026-03-03T01:01Z');
    expect(room.adapter.posts).toHaveLength(1);
    await room.tick('2026-03-03T01:02Z');
    expect(room.adapter.posts).toHaveLength(2);
    expect(new Set(room.adapter.posts.map(({ key }) => key)).size).toBe(1);
  });

  it('interrupted while it was sent is repeated where that is harmless, and only there', async () => {
    for (const [dropsRepeatedPosts, times] of [
      [true, 1],
      [false, 0],
    ] as const) {
      const room = await roomWithDaily();
      const at = Date.parse('2026-03-03T01:00Z');
      await postDueDailies(room.services, room.store, room.log, at);
      await room.store.transaction((tx) => tx.outbox.mark('daily:test:room:2026-03-03', 'sending'));
      const adapter = { ...room.adapter, dropsRepeatedPosts };
      await recoverPosts(room.store, adapter, room.log);
      await deliverPosts(room.store, adapter, room.log, at);
      expect(room.adapter.posts).toHaveLength(times);
    }
  });

  it('of one group does not fail for the trouble of another', async () => {
    const room = await roomWithDaily();
    const broken = await room.store.transaction((tx) => tx.dailies.find('test:room'));
    await room.store.transaction((tx) =>
      tx.dailies.save({
        ...broken!,
        groupId: 'test:broken',
        schedule: { ...broken!.schedule, zone: 'Nowhere/Land' },
      }),
    );
    await room.tick('2026-03-03T01:00Z');
    expect(room.adapter.posts).toHaveLength(1);
    expect(room.log.lines).toContain('daily-failed');
  });
});

describe('/daily set', () => {
  it('is for moderators', async () => {
    const room = await openRoom({ bank });
    expect(words(await room.say('Ada', '/daily set time:09:00'))).toContain('Only a moderator');
  });

  it('names everything that is wrong, with the way out', async () => {
    const room = await openRoom({ bank });
    const refused = words(await room.say('Mod', '/daily set time:25:00 zone:Mars days:someday hour:9'));
    expect(refused).toContain('“25:00” is not a time');
    expect(refused).toContain('“Mars” is not an IANA time zone');
    expect(refused).toContain('“someday” names no weekdays');
    expect(refused).toContain('“hour:9” is not something /daily set takes');
  });

  it('refuses a place where the coach may not post, and names what is missing', async () => {
    const room = await openRoom({ bank });
    const line = { kind: 'text', text: '/daily set time:09:00' } as const;
    const place = { conversationId: 'test:room/2', missing: ['Send Messages', 'Embed Links'] };
    const { replies } = await room.deliver({ name: 'Mod' }, line, { place });
    expect(words(replies)).toContain('Please allow me: Send Messages, Embed Links.');
    const allowed = await room.deliver({ name: 'Mod' }, line, { place: { ...place, missing: [] } });
    expect(words(allowed.replies)).toContain('The daily question is set.');
    const saved = await room.store.transaction((tx) => tx.dailies.find('test:room'));
    expect(saved?.conversationId).toBe('test:room/2');
  });

  it('is resumed only where the coach may post again', async () => {
    const room = await openRoom({ bank });
    await room.say('Mod', '/daily set time:09:00');
    await room.say('Mod', '/daily pause');
    const line = { kind: 'text', text: '/daily resume' } as const;
    const place = { conversationId: 'test:room', missing: ['Send Messages'] };
    const { replies } = await room.deliver({ name: 'Mod' }, line, { place });
    expect(words(replies)).toContain('Please allow me: Send Messages.');
    expect(words(await room.say('Mod', '/daily preview'))).toContain('paused');
  });

  it('calls a role until that is switched off', async () => {
    const room = await openRoom({ bank });
    const mentioned = async () =>
      (await room.store.transaction((tx) => tx.dailies.find('test:room')))?.manner.mention;
    await room.say('Mod', '/daily set mention:42');
    await room.say('Mod', '/daily set time:10:00');
    expect(await mentioned()).toBe('42');
    await room.say('Mod', '/daily set mention:off');
    expect(await mentioned()).toBeUndefined();
  });

  it('speaks the language it was set up in, in a group that has chosen none', async () => {
    const room = await openRoom({ bank });
    await room.say('Mod', '/daily set time:09:00 zone:UTC', { language: 'zh' });
    const adapter = keepingAdapter();
    await postDueDailies(room.services, room.store, room.log, Date.parse('2026-03-03T09:00Z'));
    await deliverPosts(room.store, adapter, room.log, Date.parse('2026-03-03T09:00Z'));
    expect(words(adapter.posts[0]?.replies ?? [])).toContain('每日一题');
  });

  it('previews the next five posts', async () => {
    const room = await openRoom({ bank });
    const set = await room.say('Mod', '/daily set time:09:00 zone:Europe/Berlin days:weekends');
    expect(block(set, 'times').times.map(({ text }) => text.slice(0, 10))).toEqual([
      '2026-03-07',
      '2026-03-08',
      '2026-03-14',
      '2026-03-15',
      '2026-03-21',
    ]);
  });
});
