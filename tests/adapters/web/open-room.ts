import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWebAdapter, type WebAdapterOptions } from '../../../src/adapters/web/web-adapter.ts';
import type { OutgoingMessage, RoomEvent } from '../../../src/adapters/web/wire.ts';
import type { Handle, PlatformAdapter } from '../../../src/app/ports/platform-adapter.ts';
import type { HistoryEntry, Store } from '../../../src/app/ports/store.ts';
import { openStore } from '../../../src/storage/index.ts';

/** A study room on a free port of this machine, with a store in memory, a clock that is set by hand and counted ids. */
export interface OpenRoom {
  readonly adapter: PlatformAdapter;
  readonly store: Store;
  readonly url: string;
  readonly accessCode?: string;
  readonly faults: readonly unknown[];
  setTime(nowMs: number): void;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  say(name: string, what: string | Partial<OutgoingMessage>): Promise<Response>;
  /** What a person sees when they open the room. */
  look(name: string, place?: 'room' | 'private'): Promise<RoomEvent>;
  listen(query: string, headers?: Readonly<Record<string, string>>): EventReader;
  close(): Promise<void>;
}

let count = 0;

/** The body of a message, as the page sends it. */
export function messageFrom(name: string, what: string | Partial<OutgoingMessage>): OutgoingMessage {
  count += 1;
  return {
    id: `message-${count}`,
    place: 'room',
    persona: { name, isModerator: true },
    language: 'zh',
    theme: 'light',
    action: { kind: 'text', text: typeof what === 'string' ? what : '' },
    ...(typeof what === 'string' ? {} : what),
  };
}

export async function openRoom(handle: Handle, options: Partial<WebAdapterOptions> = {}): Promise<OpenRoom> {
  const pageFolder = mkdtempSync(join(tmpdir(), 'gradcoach-page-'));
  writeFileSync(join(pageFolder, 'main.js'), 'export {};');
  const store = options.store ?? (await openStore(':memory:'));
  const faults: unknown[] = [];
  let nowMs = Date.UTC(2026, 0, 5, 1);
  let ids = 0;
  let door: Parameters<WebAdapterOptions['announce']>[0] = { url: '' };
  const adapter = createWebAdapter({
    host: '127.0.0.1',
    port: 0,
    store,
    clock: { nowMs: () => nowMs },
    log: { info() {}, warn() {}, error: (_code, cause) => faults.push(cause) },
    createId: () => `id${++ids}`,
    commands: [],
    version: '9.9.9',
    announce: (opened) => {
      door = opened;
    },
    pageFolder,
    ...options,
  });
  await adapter.start(handle);
  const url = door.url.replace('localhost', '127.0.0.1');
  const get: OpenRoom['get'] = (path, headers = {}) => fetch(`${url}${path}`, { headers });
  const post: OpenRoom['post'] = (path, body, headers = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const listen: OpenRoom['listen'] = (query, headers = {}) =>
    readEvents(`${url}/api/events?${query}`, headers);
  return {
    adapter,
    store,
    url,
    ...(door.accessCode !== undefined && { accessCode: door.accessCode }),
    faults,
    setTime(ms) {
      nowMs = ms;
    },
    get,
    post,
    say: (name, what) => post('/api/messages', messageFrom(name, what)),
    async look(name, place = 'room') {
      const events = listen(`${new URLSearchParams({ name, place })}`);
      const { data } = await events.next('room');
      events.close();
      return data as RoomEvent;
    },
    listen,
    async close() {
      await adapter.stop();
      if (options.store === undefined) await store.close();
    },
  };
}

/** Server-sent events, as they arrive. */
export interface EventReader {
  /** The next event of a kind; others before it are passed over. */
  next(kind: string): Promise<{ readonly id?: string; readonly data: unknown }>;
  close(): void;
}

function readEvents(url: string, headers: Readonly<Record<string, string>>): EventReader {
  const leaving = new AbortController();
  const events = parseEvents(url, headers, leaving.signal);
  return {
    async next(kind) {
      for (;;) {
        const { value, done } = await events.next();
        if (done === true) throw new Error(`The stream ended before an event "${kind}".`);
        if (value.kind === kind) return value;
      }
    },
    close: () => leaving.abort(),
  };
}

async function* parseEvents(url: string, headers: Readonly<Record<string, string>>, signal: AbortSignal) {
  const response = await fetch(url, { headers, signal });
  if (response.body === null) return;
  let text = '';
  for await (const bytes of response.body.pipeThrough(new TextDecoderStream())) {
    text += bytes;
    const whole = text.split('\n\n');
    text = whole.pop() ?? '';
    for (const event of whole) {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(event)?.[1];
      const [kind, id, data] = [field('event') ?? '', field('id'), field('data') ?? ''];
      yield {
        kind,
        ...(id !== undefined && { id }),
        data: data === '' ? undefined : (JSON.parse(data) as unknown),
      };
    }
  }
}

/** What an entry says, as text: a person's words, or those of a reply's paragraphs. */
export function saidIn({ said }: HistoryEntry): string {
  if (said.kind === 'person') return said.text;
  return said.reply.blocks.map((block) => ('text' in block ? block.text : block.kind)).join('\n');
}
