import type { Links } from '../../app/ports/store.ts';
import type { Database } from '../schema.ts';

export function links(db: Database): Links {
  return {
    async save({ kind, key, value }, atMs) {
      await db
        .insertInto('links')
        .values({ kind, key, value, saved_ms: atMs })
        .onConflict((conflict) => conflict.columns(['kind', 'key']).doUpdateSet({ value, saved_ms: atMs }))
        .execute();
    },
    async find(kind, key) {
      const found = db.selectFrom('links').select('value').where('kind', '=', kind).where('key', '=', key);
      return (await found.executeTakeFirst())?.value;
    },
    async prune(kind, beforeMs) {
      await db.deleteFrom('links').where('kind', '=', kind).where('saved_ms', '<', beforeMs).execute();
    },
  };
}
