import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import type { Database } from './schema.ts';

/** A query that is built and compiled once for a database; a run only binds its values. */
export interface PreparedQuery<Values, Row> {
  all(db: Database, values: Values): Promise<Row[]>;
  /** The first row. The query says `limit(1)` where there may be more: a row left unread has been fetched all the same. */
  first(db: Database, values: Values): Promise<Row | undefined>;
  /** Runs a query that writes; gives how many rows it wrote. */
  write(db: Database, values: Values): Promise<number>;
}

/**
 * Prepares a query. `build` is run once per database, with a stand-in for each value, and so must give one and the same
 * query whatever the values are. Every run names the same values; none is optional, and one that is null compares as `= null`.
 *
 * Building and compiling costs Kysely several times what SQLite needs to run it, so the queries of every message are
 * prepared; those that people run now and then are written in place.
 */
export function prepareQuery<Values extends object, Row>(
  build: (db: Database, values: Values) => Compilable<Row>,
): PreparedQuery<Values, Row> {
  // Databases differ in their SQL. The adapter belongs to one of them, and its transactions share it.
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  const run = (db: Database, values: Values): Promise<QueryResult<Row>> => {
    const { adapter } = db.getExecutor();
    let query = compiled.get(adapter);
    if (query === undefined) {
      query = build(db, standInsFor(values)).compile();
      compiled.set(adapter, query);
    }
    return db.executeQuery({ ...query, parameters: query.parameters.map((each) => bind(each, values)) });
  };
  return {
    all: async (db, values) => (await run(db, values)).rows,
    first: async (db, values) => (await run(db, values)).rows[0],
    write: async (db, values) => Number((await run(db, values)).numAffectedRows ?? 0),
  };
}

/** Takes the place of a value while its query is built; Kysely passes it through as it would the value. */
class StandIn {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

function standInsFor<Values extends object>(values: Values): Values {
  const standIns = Object.keys(values).map((name) => [name, new StandIn(name)]);
  // Not true of the values' types, and only `build` may see it: Kysely looks at the type of a value, never at a value.
  return Object.fromEntries(standIns) as Values;
}

function bind(parameter: unknown, values: object): unknown {
  // `standInsFor` took the name from these values.
  return parameter instanceof StandIn ? values[parameter.name as keyof typeof values] : parameter;
}
