import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/app/reply.ts';
import { reply, scriptedCoach, wordsOf } from '../scripted-coach.ts';
import { openTelegram } from './open-telegram.ts';

describe('a hundred updates at once in twenty chats, one of them with a slow experiment', () => {
  it('are all answered while the experiment still runs, in the order of each chat', async () => {
    let finish: (reply: Reply) => void = () => {};
    const chart = new Promise<Reply>((resolve) => {
      finish = resolve;
    });
    async function* slow() {
      yield await chart;
    }
    const coach = scriptedCoach((incoming) =>
      wordsOf(incoming) === '/demo'
        ? { replies: [reply('computing …')], updates: slow() }
        : { replies: [reply(`heard ${wordsOf(incoming)}`)] },
    );
    const { cast, server, settle } = await openTelegram(coach.handle);
    const people = Array.from({ length: 20 }, (_, index) => cast.person(`Person ${index}`, 'en'));
    const said = (index: number) =>
      people[index]?.privateChat.messages.filter(({ from }) => from.kind === 'bot').map(({ text }) => text);

    people[0]?.say(people[0].privateChat, '/demo');
    for (const number of [1, 2, 3, 4]) people[0]?.say(people[0].privateChat, `${number}`);
    for (const person of people.slice(1)) {
      for (const number of [1, 2, 3, 4, 5]) person.say(person.privateChat, `${number}`);
    }
    const { updates } = server.world;
    expect(updates.all).toHaveLength(100);
    // Telegram may forget them long before the experiment ends, because each is safe.
    await updates.confirmed();
    expect(coach.heard).toHaveLength(100);
    const everyone = async () => {
      while (people.some((_, index) => (said(index)?.length ?? 0) < 5)) await new Promise(setImmediate);
    };
    await everyone();
    for (const index of people.keys()) {
      const numbers = index === 0 ? [1, 2, 3, 4] : [1, 2, 3, 4, 5];
      const answers = numbers.map((number) => `heard ${number}`);
      expect(said(index)).toEqual(index === 0 ? ['computing …', ...answers] : answers);
    }
    expect(server.world.actions.length).toBeGreaterThan(0);

    finish(reply('the chart'));
    await settle();
    expect(said(0)).toEqual(['the chart', 'heard 1', 'heard 2', 'heard 3', 'heard 4']);
    expect(server.made.every(({ status }) => status === 200)).toBe(true);
  });
});
