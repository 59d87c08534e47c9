import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHub, type HubEvent } from '../../../src/adapters/web/hub.ts';
import type { HistoryEntry } from '../../../src/app/ports/store.ts';
import { reply } from '../scripted-coach.ts';
import { type OpenRoom, openRoom, saidIn } from './open-room.ts';

const entry = (sequence: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  sequence,
  conversationId: 'web:room',
  deliveryId: `web:${sequence}`,
  atMs: sequence,
  said: { kind: 'coach', reply: reply(String(sequence)) },
  ...more,
});
const ada = { personId: 'web:ada', name: 'Ada', conversationId: 'web:room' };

describe('the hub', () => {
  const idsOf = (events: readonly HubEvent[] | undefined) =>
    events?.map((event) => (event.kind === 'entry' ? event.entry.sequence : event.kind));

  it('gives a viewer who comes back exactly what was missed', () => {
    const hub = createHub('run1');
    const { sinceId, cancel } = hub.listen(ada, undefined, () => {});
    hub.publish(entry(1));
    hub.publish(entry(2, { conversationId: 'web:room/lin' }));
    hub.publish(entry(3, { audienceId: 'web:lin' }));
    cancel();
    hub.publish(entry(1));
    expect(idsOf(hub.listen(ada, sinceId, () => {}).missed)).toEqual([1, 1]);
  });

  it('does not pretend to know what a former run of the program said', () => {
    const hub = createHub('run2');
    for (const id of ['run1.0', 'run2.7', 'nonsense', 'run2.', undefined]) {
      expect(hub.listen(ada, id, () => {}).missed).toBeUndefined();
    }
    expect(hub.listen(ada, 'run2.0', () => {}).missed).toEqual([]);
  });

  it('does not pretend to know what was too long ago', () => {
    const hub = createHub('run', 2);
    for (const sequence of [1, 2, 3]) hub.publish(entry(sequence));
    expect(hub.listen(ada, 'run.0', () => {}).missed).toBeUndefined();
    expect(idsOf(hub.listen(ada, 'run.1', () => {}).missed)).toEqual([2, 3]);
  });

  it('tells everyone who is here, once per person', () => {
    const hub = createHub('run');
    const heard: HubEvent[] = [];
    hub.listen(ada, undefined, (event) => heard.push(event));
    const second = hub.listen(ada, undefined, () => {});
    const lin = hub.listen({ ...ada, personId: 'web:lin', name: 'Lin' }, undefined, () => {});
    const here = () => {
      const event = heard.at(-1);
      return event?.kind === 'present' ? event.present.people.map(({ name }) => name) : [];
    };
    expect(here()).toEqual(['Ada', 'Lin']);
    lin.cancel();
    second.cancel();
    expect(here()).toEqual(['Ada']);
  });
});

describe('the stream', () => {
  let room: OpenRoom;
  beforeEach(async () => {
    room = await openRoom(async () => ({ replies: [reply('yes')] }));
  });
  afterEach(async () => {
    vi.useRealTimers();
    await room.close();
  });

  it('goes on behind the last event, without loss or repetition', async () => {
    const first = room.listen('name=Lin');
    await first.next('room');
    await room.say('Ada', 'one');
    const { id } = await first.next('entry');
    first.close();
    await room.say('Ada', 'two');
    const again = room.listen('name=Lin', { 'Last-Event-ID': id ?? '' });
    const said = [];
    for (let count = 0; count < 3; count += 1)
      said.push(saidIn((await again.next('entry')).data as HistoryEntry));
    expect(said).toEqual(['yes', 'two', 'yes']);
    again.close();
  });

  it('goes on behind an event named in the address as well', async () => {
    const first = room.listen('name=Lin');
    const { id } = await first.next('room');
    first.close();
    await room.say('Ada', 'one');
    const again = room.listen(`name=Lin&after=${id}`);
    expect(saidIn((await again.next('entry')).data as HistoryEntry)).toBe('one');
    again.close();
  });

  it('starts from the history when the program was restarted in between', async () => {
    await room.say('Ada', 'one');
    const again = room.listen('name=Lin', { 'Last-Event-ID': 'another-run.1' });
    const { data } = await again.next('room');
    expect((data as { entries: HistoryEntry[] }).entries.map(saidIn)).toEqual(['one', 'yes']);
    again.close();
  });

  it('beats, so that nobody takes silence for death', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const beating = await openRoom(async () => ({ replies: [] }));
    const events = beating.listen('name=Ada');
    await events.next('room');
    vi.advanceTimersByTime(15_000);
    expect((await events.next('beat')).data).toBeUndefined();
    events.close();
    await beating.close();
  });

  it('ends when the room closes', async () => {
    const events = room.listen('name=Ada');
    await events.next('room');
    const ended = expect(events.next('never')).rejects.toThrow('ended');
    await room.adapter.stop();
    await ended;
  });
});
