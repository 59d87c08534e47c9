import type { Client } from 'discord.js';
import { CoachError } from '../../app/coach-error.ts';
import type { Services } from '../../app/commands/command.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { Handle, PlatformAdapter } from '../../app/ports/platform-adapter.ts';
import type { Store } from '../../app/ports/store.ts';
import type { Desk } from './desk.ts';
import { createDrafts } from './interactions/drafts.ts';
import { createClientLanguages } from './languages.ts';
import type { Shards } from './life/client.ts';
import { type Connection, createConnection } from './life/connection.ts';
import { createEars } from './life/ears.ts';
import { watch } from './life/watch.ts';
import { platform } from './places.ts';
import { createPostMarks } from './posts/post-marks.ts';
import { createPoster } from './posts/poster.ts';
import { type CommandLinks, noCommandLinks, toCommandLinks } from './render/command-links.ts';
import { createServers } from './servers.ts';
import { createRoundMessages } from './show/round-messages.ts';
import { createWriter } from './show/writer.ts';
import { createApi } from './wire/api.ts';
import { createRest } from './wire/create-rest.ts';
import { discreetLog } from './wire/discreet-log.ts';

/** What the adapter needs of the world. */
export interface DiscordAdapterOptions {
  readonly token: string;
  /** Another REST root, such as a proxy or a local server; its `/gateway/bot` names the gateway. */
  readonly apiRoot?: string | undefined;
  readonly shards?: Shards | undefined;
  readonly store: Store;
  readonly services: Pick<Services, 'commands' | 'bank' | 'laboratory'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The coach on Discord. */
export function createDiscordAdapter(options: DiscordAdapterOptions): PlatformAdapter {
  const { token, apiRoot, shards, store, clock } = options;
  const log = discreetLog(options.log);
  const working = new Set<Promise<void>>();
  let handle: Handle | undefined;
  let isStopping = false;
  let stopWatching = () => Promise.resolve();
  let commands = noCommandLinks;
  const desk = createDesk(
    { ...options, log },
    {
      client: () => connection.client(),
      commands: () => commands,
      // Nothing is heard before `start` has set it.
      handle: (incoming) => (handle === undefined ? Promise.resolve({ replies: [] }) : handle(incoming)),
    },
  );
  const ears = createEars(desk, {
    client: () => connection.client(),
    isStopping: () => isStopping,
    async learnCommands(client) {
      commands = await findCommandLinks(desk, client.application.id);
    },
    track(work) {
      const tracked = work
        .catch((fault: unknown) => log.error('discord-work-failed', fault))
        .finally(() => working.delete(tracked));
      working.add(tracked);
    },
  });
  const connection = createConnection({ token, apiRoot, shards, log, ears });
  const { api, writer, rounds } = desk;
  const marks = createPostMarks({ store, clock });

  return {
    name: platform,
    dropsRepeatedPosts: true,
    async start(coach) {
      handle = coach;
      stopWatching = watch({ connection, log, isDown: !(await opens(connection, log)) });
    },
    post: createPoster({ client: () => connection.client(), api, writer, rounds, marks, log }),
    async stop() {
      isStopping = true;
      await stopWatching();
      while (working.size > 0) await Promise.allSettled(working);
      await connection.close();
    },
  };
}

/** Opens the connection; false when Discord is away for the moment, for which the coach need not be started again. */
async function opens(connection: Connection, log: Log): Promise<boolean> {
  try {
    await connection.open();
    return true;
  } catch (fault) {
    if (!(fault instanceof CoachError) || fault.code !== 'discord-unreachable') throw fault;
    log.error(fault.code, fault);
    return false;
  }
}

/** The commands as they are registered; none when Discord does not say, and then they are shown as plain text. */
async function findCommandLinks({ api, log }: Desk, applicationId: string): Promise<CommandLinks> {
  try {
    return toCommandLinks(await api.commands(applicationId));
  } catch (fault) {
    log.error('discord-commands-unknown', fault);
    return noCommandLinks;
  }
}

/** What is only there once everything is put together. */
interface Seams {
  readonly client: () => Client;
  readonly commands: () => CommandLinks;
  readonly handle: Handle;
}

function createDesk(
  { token, apiRoot, store, services, clock, log }: DiscordAdapterOptions,
  { client, commands, handle }: Seams,
): Desk {
  // A queue of our own, so that what was begun can be finished while the gateway is let go of or opened anew.
  const api = createApi(createRest({ token, apiRoot }, log));
  const writer = createWriter({ store, clock, commands });
  return {
    api,
    writer,
    rounds: createRoundMessages({ store, clock, api, writer, log }),
    drafts: createDrafts({ store, clock }),
    servers: createServers({ client, store }),
    languages: createClientLanguages(),
    handle,
    services,
    store,
    clock,
    log,
  };
}
