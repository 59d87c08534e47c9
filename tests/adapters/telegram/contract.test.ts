import { describe } from 'vitest';
import type { Update } from '../../../src/rehearsal/telegram/server/update-queue.ts';
import { adapterContract } from '../../contracts/adapter-contract.ts';
import { reply } from '../scripted-coach.ts';
import { openTelegram } from './open-telegram.ts';

describe('Telegram', () => {
  adapterContract({
    hasOthers: true,
    redelivers: true,
    async open(handle) {
      // The contract is about what people say; that someone has opened a private chat is Telegram's own affair.
      const telegram = await openTelegram(async (incoming) =>
        incoming.action.kind === 'joined' ? { replies: [] } : handle(incoming),
      );
      const { adapter, cast, server } = telegram;
      const people = { Ada: cast.person('Ada', 'zh'), Lin: cast.person('Lin', 'zh') };
      const group = cast.group('Study group', [people.Ada, people.Lin]);
      cast.addBot(group, people.Ada);
      people.Ada.say(people.Ada.privateChat, '/start');
      await telegram.settle();
      const id = `telegram:${group.id}`;
      const everyone = { conversationId: id, groupId: id };
      // In a group one answers a message of the coach; this is the one.
      const opening = reply('ask me anything', { roundId: 'opening' });
      await adapter.post({ ...everyone, key: 'opening', manner: { inThread: false }, replies: [opening] });
      const asked = people.Ada.latest(group);
      const delivered = new Map<string, Update>();
      return {
        adapter,
        everyone,
        async say(person, text, delivery) {
          const before = delivery === undefined ? undefined : delivered.get(delivery);
          if (before !== undefined) server.world.updates.repeat(before);
          else if (!text.startsWith('/')) people[person].say(group, text, { replyTo: asked });
          // A command that no list knows is for us only when it says so.
          else people[person].say(group, text.replace(/^\/\w+/, `$&@${server.world.bot.username}`));
          const update = server.world.updates.all.at(-1);
          if (delivery !== undefined && update !== undefined) delivered.set(delivery, update);
          await telegram.settle();
        },
        seenBy: async (person) => people[person].sees(),
        hasLetGo: async () => server.openCalls === 0,
      };
    },
  });
});
