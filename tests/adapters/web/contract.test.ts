import { describe } from 'vitest';
import { adapterContract } from '../../contracts/adapter-contract.ts';
import { openRoom } from './open-room.ts';
import { loadRenderer } from './render-page.ts';

describe('the study room', () => {
  adapterContract({
    hasOthers: true,
    redelivers: true,
    async open(handle) {
      const room = await openRoom(handle);
      const read = await loadRenderer();
      return {
        adapter: room.adapter,
        everyone: { conversationId: 'web:room', groupId: 'web:room' },
        async say(person, text, delivery) {
          const action = { kind: 'text' as const, text };
          const before = room.listen(`name=${person}`);
          await before.next('room');
          await room.say(person, { action, ...(delivery !== undefined && { id: delivery }) });
          if (text === '/slow') {
            while (!JSON.stringify(await before.next('entry')).includes('finished'));
          }
          before.close();
        },
        async seenBy(person) {
          const { entries, personId } = await room.look(person);
          return entries.map((entry) => read(entry, personId));
        },
        async hasLetGo() {
          return fetch(`${room.url}/healthz`).then(
            () => false,
            () => true,
          );
        },
      };
    },
  });
});
