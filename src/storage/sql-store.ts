import type { Kysely } from 'kysely';
import type { Store, StoreTransaction } from '../app/ports/store.ts';
import { appeals, audit } from './facets/appeals.ts';
import { attempts } from './facets/attempts.ts';
import { charts } from './facets/charts.ts';
import { dailies } from './facets/dailies.ts';
import { deliveries } from './facets/deliveries.ts';
import { explanations } from './facets/explanations.ts';
import { groups, members } from './facets/groups.ts';
import { history } from './facets/history.ts';
import { links } from './facets/links.ts';
import { outbox } from './facets/outbox.ts';
import { rounds } from './facets/rounds.ts';
import { scores } from './facets/scores.ts';
import { sessions } from './facets/sessions.ts';
import { migrate } from './migrate.ts';
import type { Database, Schema } from './schema.ts';

/** What differs between databases; everything else is written once, in Kysely. */
export interface Engine {
  readonly database: Kysely<Schema>;
  /** Copies the database to a file while it stays in use. */
  backup(file: string): Promise<void>;
}

/** Brings the engine's schema up to date and puts the {@link Store} port over it. */
export async function openSqlStore(engine: Engine): Promise<Store> {
  await migrate(engine.database);
  return {
    transaction: (work) => engine.database.transaction().execute((trx) => work(facetsOf(trx))),
    backup: (file) => engine.backup(file),
    close: () => engine.database.destroy(),
  };
}

function facetsOf(db: Database): StoreTransaction {
  return {
    deliveries: deliveries(db),
    groups: groups(db),
    members: members(db),
    sessions: sessions(db),
    rounds: rounds(db),
    attempts: attempts(db),
    explanations: explanations(db),
    scores: scores(db),
    dailies: dailies(db),
    outbox: outbox(db),
    charts: charts(db),
    history: history(db),
    links: links(db),
    appeals: appeals(db),
    audit: audit(db),
  };
}
