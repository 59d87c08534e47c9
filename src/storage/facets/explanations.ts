import type { Explanations } from '../../app/ports/store.ts';
import type { Database } from '../schema.ts';

export function explanations(db: Database): Explanations {
  return {
    async mark(roundId, personId, atMs) {
      await db
        .insertInto('explanations')
        .values({ round_id: roundId, person_id: personId, at_ms: atMs })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async has(roundId, personId) {
      const found = db.selectFrom('explanations').select('at_ms').where('round_id', '=', roundId);
      return (await found.where('person_id', '=', personId).executeTakeFirst()) !== undefined;
    },
  };
}
