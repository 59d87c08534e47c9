import type { Explanations } from '../../app/ports/store.ts';
import { prepareQuery } from '../prepared-query.ts';
import type { Database } from '../schema.ts';

const find = prepareQuery((db, { roundId, personId }: { roundId: string; personId: string }) =>
  db
    .selectFrom('explanations')
    .select('at_ms')
    .where('round_id', '=', roundId)
    .where('person_id', '=', personId),
);

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
      return (await find.first(db, { roundId, personId })) !== undefined;
    },
  };
}
