import { beforeAll, describe, expect, it } from 'vitest';
import type { PlatformAdapter } from '../src/app/ports/platform-adapter.ts';
import { tick } from '../src/clockwork.ts';
import type { QuestionBank } from '../src/core/question/bank.ts';
import { openRoom, realBank } from './support/room.ts';

let bank: QuestionBank;
beforeAll(async () => {
  bank = await realBank();
});

async function clockedRoom() {
  const room = await openRoom({ bank });
  const posted: string[] = [];
  const adapter: PlatformAdapter = {
    name: 'test',
    dropsRepeatedPosts: true,
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    post({ key }) {
      posted.push(key);
      return Promise.resolve({ kind: 'posted' });
    },
  };
  const at = (iso: string, adapters = [adapter]) =>
    tick({ ...room, clock: { nowMs: () => Date.parse(iso) } }, adapters);
  return { ...room, adapter, posted, at };
}

describe('a tick', () => {
  it('opens what is due and delivers it, once', async () => {
    const room = await clockedRoom();
    await room.say('Mod', '/daily set time:09:00 zone:UTC');
    await room.at('2026-03-03T09:00Z');
    await room.at('2026-03-03T09:01Z');
    expect(room.posted).toEqual(['daily:test:room:2026-03-03']);
  });

  it('tries a post again whose adapter failed', async () => {
    const room = await clockedRoom();
    await room.say('Mod', '/daily set time:09:00 zone:UTC');
    const broken = { ...room.adapter, name: 'test', post: () => Promise.reject(new Error('no network')) };
    await room.at('2026-03-03T09:00Z', [broken]);
    expect(room.log.lines).toEqual(['post-failed']);
    await room.at('2026-03-03T09:01Z');
    expect(room.posted).toEqual(['daily:test:room:2026-03-03']);
  });

  it('forgets old deliveries and groups that left long ago', async () => {
    const room = await clockedRoom();
    await room.deliver({ name: 'Mod' }, { kind: 'left' }, { id: 'bye' });
    await room.at('2026-03-20T00:00Z');
    expect(await room.store.transaction((tx) => tx.deliveries.claim('bye', 1))).toBe(true);
    expect(await room.store.transaction((tx) => tx.groups.find('test:room'))).toBeDefined();
    await room.at('2026-04-10T00:00Z');
    expect(await room.store.transaction((tx) => tx.groups.find('test:room'))).toBeUndefined();
  });

  it('forgets a draft after a day', async () => {
    const room = await clockedRoom();
    const draft = { kind: 'draft', key: 'form', value: 'words' } as const;
    await room.store.transaction((tx) => tx.links.save(draft, Date.parse('2026-03-02T09:00Z')));
    await room.at('2026-03-03T08:59Z');
    expect(await room.store.transaction((tx) => tx.links.find('draft', 'form'))).toBe('words');
    await room.at('2026-03-03T09:01Z');
    expect(await room.store.transaction((tx) => tx.links.find('draft', 'form'))).toBeUndefined();
  });
});
