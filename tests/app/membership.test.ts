import { beforeAll, describe, expect, it } from 'vitest';
import { postDueDailies } from '../../src/app/daily/post-dailies.ts';
import type { Store } from '../../src/app/ports/store.ts';
import type { QuestionBank } from '../../src/core/question/bank.ts';
import { openRoom, realBank, words } from '../support/room.ts';

let bank: QuestionBank;
beforeAll(async () => {
  bank = await realBank();
});

describe('a coach added to a group', () => {
  it('says hello with the two steps to set it up', async () => {
    const room = await openRoom({ bank });
    const { replies } = await room.deliver({ name: 'Mod' }, { kind: 'joined' });
    expect(words(replies)).toContain('/daily set');
    expect(words(replies)).toContain('/quiz');
  });
});

describe('a report about the group', () => {
  it('makes nobody a member', async () => {
    const room = await openRoom({ bank });
    const met: string[] = [];
    const watched: Store = {
      ...room.store,
      transaction: (work) =>
        room.store.transaction((tx) => {
          const meet: typeof tx.members.meet = (member, atMs) => {
            met.push(member.name);
            return tx.members.meet(member, atMs);
          };
          return work({ ...tx, members: { ...tx.members, meet } });
        }),
    };
    const watchedRoom = await openRoom({ bank, store: watched });
    await watchedRoom.deliver({ name: 'Mod' }, { kind: 'joined' });
    await watchedRoom.deliver({ name: 'Mod' }, { kind: 'left' });
    await watchedRoom.say('Ada', '/about');
    expect(met).toEqual(['Ada']);
  });
});

describe('a group nobody has chosen a language for', () => {
  it('speaks that of whoever added the coach', async () => {
    const room = await openRoom({ bank });
    await room.deliver({ name: 'Mod', language: 'zh' }, { kind: 'joined' });
    await room.say('Mod', '/daily set time:09:00 zone:UTC', { language: 'en' });
    await postDueDailies(room.services, room.store, room.log, Date.parse('2026-03-03T09:00Z'));
    const [post] = await room.store.transaction((tx) => tx.outbox.due('test', room.now() + 99 * 3_600_000));
    expect(post?.replies[0]?.language).toBe('zh');
  });
});

describe('a coach removed from a group', () => {
  it('falls silent, and goes on when it is back', async () => {
    const room = await openRoom({ bank });
    await room.say('Mod', '/daily set time:09:00 zone:UTC');
    expect((await room.deliver({ name: 'Mod' }, { kind: 'left' })).replies).toEqual([]);
    const posts = (at: string) =>
      postDueDailies(room.services, room.store, room.log, Date.parse(at)).then(() =>
        room.store.transaction((tx) => tx.outbox.due('test', Date.parse(at))),
      );
    expect(await posts('2026-03-03T09:00Z')).toEqual([]);
    await room.deliver({ name: 'Mod' }, { kind: 'joined' });
    expect(await posts('2026-03-04T09:00Z')).toHaveLength(1);
  });
});

describe('a group that got another id', () => {
  it('keeps its settings and its board', async () => {
    const room = await openRoom({ bank });
    await room.say('Mod', '/settings language zh');
    await room.deliver({ name: 'Mod' }, { kind: 'moved', toGroupId: 'test:super' });
    const conversation = { id: 'test:super', groupId: 'test:super', kind: 'group' } as const;
    const { replies } = await room.deliver(
      { name: 'Ada' },
      { kind: 'text', text: '/board' },
      { conversation },
    );
    expect(words(replies)).toContain('排行榜');
  });
});
