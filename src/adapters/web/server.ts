import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { Clock } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { Handle } from '../../app/ports/platform-adapter.ts';
import type { Store } from '../../app/ports/store.ts';
import type { Assets } from './assets.ts';
import { createLocks, type Door } from './door.ts';
import { type StreamOptions, streamEvents } from './events.ts';
import { type GuardOptions, guard } from './guard.ts';
import { conversationOf, personIdOf, roomId } from './places.ts';
import { doorPage, roomPage, securityHeaders } from './shell.ts';
import { toIncoming } from './to-incoming.ts';
import type { About, Refusal } from './wire.ts';

/** Everything the routes work with. */
export interface ServerOptions extends StreamOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly handle: Handle;
  readonly assets: Assets;
  readonly about: About;
  readonly guard: GuardOptions;
  readonly door: Door;
  /** Counts a message in, so that stopping waits for it. */
  readonly track: <T>(work: Promise<T>) => Promise<T>;
}

/** The study room's routes. Every answer carries the security headers; every request passes the guard. */
export function createServer(options: ServerOptions): Hono {
  const { log } = options;
  const app = new Hono();
  app.use(withSecurityHeaders, guard(options.guard));
  app.onError((cause, c) => {
    log.error('web-request-failed', cause, { path: c.req.path });
    return refuse(c, 'failed', 500);
  });
  addPage(app, options);
  addTalk(app, options);
  return app;
}

const withSecurityHeaders = createMiddleware(async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value);
});

/** A form of another site can post text, but not this without asking first. */
const jsonOnly = createMiddleware(async (c, next) => {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/json' ? next() : refuse(c, 'bad-message', 415);
});

const atMost = (bytes: number) => bodyLimit({ maxSize: bytes, onError: (c) => refuse(c, 'too-long', 413) });

function addPage(app: Hono, { assets, door, store, about }: ServerOptions): void {
  const locks = createLocks(door);
  app.get('/healthz', async (c) => {
    await store.transaction(({ groups }) => groups.find(roomId));
    return c.json({ status: 'ok', version: about.version });
  });
  app.get('/assets/:path{.+}', (c) => {
    const asset = assets.get(c.req.param('path'));
    if (asset === undefined) return c.notFound();
    c.header('ETag', asset.etag);
    c.header('Cache-Control', 'no-cache');
    if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304);
    return c.body(asset.body, 200, { 'Content-Type': asset.type });
  });
  app.get('/', (c) => {
    c.header('Cache-Control', 'no-store');
    return locks.isInside(c) ? c.html(roomPage) : c.html(doorPage, 401);
  });
  app.post('/api/enter', jsonOnly, atMost(1_000), (c) => locks.enter(c));
  app.use('/api/*', locks.insideOnly);
  app.use('/charts/*', locks.insideOnly);
  app.get('/charts/:key', async (c) => {
    const chart = await store.transaction(({ charts }) => charts.findChart(c.req.param('key')));
    if (chart === undefined) return c.notFound();
    // A chart's key names its parameters, so what it shows never changes.
    return c.body(new Uint8Array(chart.png), 200, {
      'Content-Type': 'image/png',
      'Cache-Control': 'private, max-age=31536000, immutable',
    });
  });
}

function addTalk(app: Hono, options: ServerOptions): void {
  const { about, clock, handle, room, track } = options;
  app.get('/api/about', (c) => c.json(about));
  app.get('/api/events', (c) => {
    const viewer = viewerOf(c);
    return viewer === undefined ? refuse(c, 'bad-name', 400) : streamEvents(c, viewer, options);
  });
  app.get('/api/history', async (c) => {
    const viewer = viewerOf(c);
    if (viewer === undefined) return refuse(c, 'bad-name', 400);
    const before = Number(c.req.query('before') ?? Number.NaN);
    if (!Number.isSafeInteger(before)) return refuse(c, 'bad-message', 400);
    return c.json(await room.entries(viewer.conversationId, viewer.personId, before));
  });
  app.post('/api/messages', jsonOnly, atMost(128_000), async (c) => {
    if (options.stopping.aborted) return refuse(c, 'closed', 503);
    const body: unknown = await c.req.json().catch(() => undefined);
    const outcome = toIncoming(body, clock.nowMs());
    if (outcome.kind === 'refused') {
      return refuse(c, outcome.error, outcome.error === 'too-long' ? 413 : 400);
    }
    const { incoming, shown } = outcome;
    // Answered only when the coach has committed and the room has kept it: an acknowledged message is never lost.
    await track(handle(incoming).then((response) => room.record(incoming, shown, response)));
    return c.json({ taken: true });
  });
}

function viewerOf(c: Context) {
  const name = c.req.query('name') ?? '';
  const personId = personIdOf(name);
  if (personId === undefined) return undefined;
  const place = c.req.query('place') === 'private' ? 'private' : 'room';
  return { personId, name: name.trim(), conversationId: conversationOf(place, personId) };
}

function refuse(c: Context, error: Refusal['error'], status: 400 | 413 | 415 | 500 | 503) {
  return c.json({ error } satisfies Refusal, status);
}
