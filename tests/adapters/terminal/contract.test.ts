import { describe } from 'vitest';
import { adapterContract } from '../../contracts/adapter-contract.ts';
import { openDesk } from './open-desk.ts';

describe('the terminal', () => {
  adapterContract({
    hasOthers: false,
    redelivers: false,
    async open(handle) {
      let answered = () => {};
      const desk = await openDesk(async (incoming) => {
        const response = await handle(incoming);
        // The reply is printed when the next line would be read: at the first turn of the loop after everything pending.
        setImmediate(() => setImmediate(answered));
        return response;
      });
      return {
        adapter: desk.adapter,
        everyone: { conversationId: 'terminal:desk', groupId: 'terminal:desk' },
        say: (_person, text) =>
          new Promise((resolve) => {
            answered = resolve;
            desk.type(`${text}\n`);
          }),
        seenBy: async () => [desk.printed()],
        async hasLetGo() {
          const before = desk.printed();
          desk.type('anyone?\n');
          await new Promise(setImmediate);
          return desk.printed() === before;
        },
      };
    },
  });
});
