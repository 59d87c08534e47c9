import type { Clock } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { PlatformAdapter } from '../../app/ports/platform-adapter.ts';
import type { Store } from '../../app/ports/store.ts';
import { newSecrets } from './access-code.ts';
import { readAssets } from './assets.ts';
import type { Door } from './door.ts';
import { isLoopback } from './guard.ts';
import { createHub } from './hub.ts';
import { type Listener, listen } from './listen.ts';
import { createRoom } from './room.ts';
import { createServer } from './server.ts';
import type { CommandHint } from './wire.ts';

/** What the study room needs of the world. */
export interface WebAdapterOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly createId: () => string;
  /** What the page completes after a slash. */
  readonly commands: readonly CommandHint[];
  readonly version: string;
  /** Told once the room is open: where it is, and its code when others can reach it. The code belongs on a screen, not in a log. */
  readonly announce: (opened: { readonly url: string; readonly accessCode?: string }) => void;
  /** Names besides IP addresses under which others may call the room, such as `coach.lan`. */
  readonly hostNames?: readonly string[];
  /** The compiled page; absent: the one beside this module. */
  readonly pageFolder?: string;
}

/** Proxies drop a stream that is silent for a minute; some for half of that. */
const beatEveryMs = 15_000;

/** The study room: a page on this machine where people talk to the coach. */
export function createWebAdapter(options: WebAdapterOptions): PlatformAdapter {
  const { host, port, store, clock, log, createId, commands, version, announce } = options;
  const isLocal = isLoopback(host);
  const door: Door = isLocal ? { kind: 'open' } : { kind: 'guarded', clock, ...newSecrets() };
  const hub = createHub(createId());
  const room = createRoom({ store, clock, log, hub });
  const stopping = new AbortController();
  const working = new Set<Promise<unknown>>();
  let listener: Listener | undefined;
  let heart: NodeJS.Timeout | undefined;

  return {
    name: 'web',
    dropsRepeatedPosts: true,
    async start(handle) {
      const app = createServer({
        store,
        clock,
        log,
        hub,
        room,
        handle,
        door,
        about: { version, commands },
        assets: readAssets(options.pageFolder),
        guard: { isLocal, hostNames: options.hostNames ?? [] },
        stopping: stopping.signal,
        track(work) {
          const tracked = work.finally(() => working.delete(tracked));
          working.add(tracked);
          return tracked;
        },
      });
      listener = await listen(app, host, port);
      heart = setInterval(() => hub.beat(), beatEveryMs);
      const url = `http://${urlHost(host)}:${listener.port}`;
      announce(door.kind === 'open' ? { url } : { url, accessCode: door.code });
    },
    post: (post) => room.post(post),
    async stop() {
      stopping.abort();
      clearInterval(heart);
      await Promise.allSettled(working);
      await room.settled();
      await listener?.close();
    },
  };
}

/** What to open in a browser: "every address" is no address to go to. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
