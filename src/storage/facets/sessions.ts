import type { Sessions } from '../../app/ports/store.ts';
import type { QuizSession } from '../../core/quiz/quiz-session.ts';
import { prepareQuery } from '../prepared-query.ts';
import type { Database } from '../schema.ts';

/** Raised when the shape of a stored session changes; older rows are then read by a branch of their own. */
const sessionVersion = 1;

const find = prepareQuery((db, { conversationId }: { conversationId: string }) =>
  db.selectFrom('sessions').select(['version', 'state']).where('conversation_id', '=', conversationId),
);

export function sessions(db: Database): Sessions {
  return {
    async find(conversationId) {
      const row = await find.first(db, { conversationId });
      // A session of an unknown version is from a newer program; it is left alone rather than misread.
      if (row === undefined || row.version !== sessionVersion) return undefined;
      // Only `save` writes this column, and the version says which shape it wrote.
      return JSON.parse(row.state) as QuizSession;
    },
    async save(conversationId, session, atMs) {
      const row = { version: sessionVersion, state: JSON.stringify(session), saved_ms: atMs };
      await db
        .insertInto('sessions')
        .values({ conversation_id: conversationId, ...row })
        .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(row))
        .execute();
    },
  };
}
