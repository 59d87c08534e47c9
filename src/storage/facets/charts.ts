import type { ExperimentRun } from '../../app/ports/laboratory.ts';
import type { Charts } from '../../app/ports/store.ts';
import type { Database } from '../schema.ts';

export function charts(db: Database): Charts {
  const find = async (key: string): Promise<ExperimentRun | undefined> => {
    const row = await db
      .selectFrom('charts')
      .select(['run', 'png'])
      .where('key', '=', key)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    // Only `save` writes this column: a run whose picture is kept beside it.
    const run = JSON.parse(row.run) as ExperimentRun;
    return { ...run, chart: { ...run.chart, png: new Uint8Array(row.png) } };
  };
  return {
    find,
    async save(key, run, atMs) {
      const { png, ...words } = run.chart;
      const row = { run: JSON.stringify({ ...run, chart: words }), png: Buffer.from(png), drawn_ms: atMs };
      await db
        .insertInto('charts')
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },
    async findChart(key) {
      return (await find(key))?.chart;
    },
    async prune(keep) {
      const kept = db
        .selectFrom('charts')
        .select('key')
        .orderBy('drawn_ms', 'desc')
        .orderBy('key')
        .limit(keep);
      await db.deleteFrom('charts').where('key', 'not in', kept).execute();
    },
  };
}
