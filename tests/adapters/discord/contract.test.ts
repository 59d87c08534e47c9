import { afterEach, describe } from 'vitest';
import { controlsOf, wordsOf } from '../../../src/rehearsal/discord/reading.ts';
import { adapterContract } from '../../contracts/adapter-contract.ts';
import { type OpenDiscord, openDiscord } from './open-discord.ts';

/** What the button says that opens a reply to one person, in the language of the scripted coach. */
const opensReply = '打开看';

describe('Discord', () => {
  let open: OpenDiscord | undefined;
  afterEach(() => open?.close());

  adapterContract({
    hasOthers: true,
    redelivers: true,
    async open(handle) {
      const discord = await openDiscord((incoming) =>
        // What servers do is not what people say.
        incoming.action.kind === 'joined' ? Promise.resolve({ replies: [] }) : handle(incoming),
      );
      open = discord;
      const { local, general, guild, adapter } = discord;
      const people = { Ada: local.addPerson('Ada'), Lin: local.addPerson('Lin') };
      const delivered = new Map<string, () => void>();
      return {
        adapter,
        everyone: { conversationId: `discord:${guild.id}/${general.id}`, groupId: `discord:${guild.id}` },
        async say(person, text, delivery) {
          const again = delivery === undefined ? undefined : delivered.get(delivery);
          const before = local.exchanges.length;
          if (again !== undefined) {
            again();
            return local.quiet();
          }
          const message = people[person].write(general, `@coach ${text}`);
          if (delivery !== undefined) delivered.set(delivery, () => people[person].repeatWriting(message));
          await local.until('a reply', () => local.exchanges.length > before);
          await local.quiet();
          // The learner opens what only they can open.
          const last = general.messages.at(-1);
          if (last !== undefined && controlsOf(last.api).some(({ label }) => label === opensReply)) {
            await people[person].press(last, opensReply);
          }
        },
        seenBy: (person) => Promise.resolve(people[person].sees(general).map(wordsOf)),
        async hasLetGo() {
          await local.quiet();
          return local.gateway.connections() === 0;
        },
      };
    },
  });
});
