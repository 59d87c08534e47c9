import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CoachError } from '../../../app/coach-error.ts';
import type { Log } from '../../../app/ports/log.ts';
import type { Api } from '../api/api.ts';
import { updateKinds } from '../hearing/update.ts';

/** Where Telegram delivers, and where that arrives at this machine. */
export interface WebhookSettings {
  /** The public address; a proxy with TLS passes its path on to `host` and `port`. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
}

/** An open webhook. */
export interface Webhook {
  readonly port: number;
  close(): Promise<void>;
}

const secretHeader = 'x-telegram-bot-api-secret-token';
/** Updates are a few kilobytes; this is room for a very long message with everything around it. */
const largestBody = 1_000_000;

/**
 * Opens a port for Telegram and tells Telegram to use it, with a secret that is new at every start. An update is
 * acknowledged when `take` has it safe. Throws a {@link CoachError} naming the way out.
 */
export async function openWebhook(
  settings: WebhookSettings,
  api: Api,
  take: (update: unknown) => Promise<void>,
  log: Log,
): Promise<Webhook> {
  const { url, host, port } = settings;
  const secret = randomBytes(32).toString('base64url');
  const path = new URL(url).pathname;
  const server = createServer((request, response) => {
    answer(request, response, { path, secret, take }).catch((fault: unknown) => {
      log.error('telegram-webhook-failed', fault);
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
  const opened = await listen(server, host, port);
  const outcome = await api.call('setWebhook', {
    url,
    secret_token: secret,
    allowed_updates: [...updateKinds],
  });
  if (outcome.kind === 'failed') {
    await opened.close();
    throw new CoachError(
      'telegram-webhook-refused',
      `Telegram does not take ${url} as a webhook (${outcome.failure.kind}). It must be HTTPS on port 443, 80, 88 or 8443.`,
    );
  }
  return opened;
}

interface Answering {
  readonly path: string;
  readonly secret: string;
  readonly take: (update: unknown) => Promise<void>;
}

async function answer(request: IncomingMessage, response: ServerResponse, { path, secret, take }: Answering) {
  const given = request.headers[secretHeader];
  if (request.method !== 'POST' || request.url !== path) return response.writeHead(404).end();
  if (typeof given !== 'string' || !isEqual(given, secret)) return response.writeHead(401).end();
  const body = await readBody(request);
  if (body === undefined) return response.writeHead(413).end();
  const update = parse(body);
  if (update === undefined) return response.writeHead(400).end();
  await take(update);
  return response.writeHead(200).end();
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    // Without an encoding set, a request gives buffers.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > largestBody) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function listen(server: Server, host: string, port: number): Promise<Webhook> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new CoachError(
          'telegram-port-not-opened',
          `Port ${port} on ${host} cannot be opened for Telegram's webhook. Set TELEGRAM_WEBHOOK_PORT to a free one.`,
          { cause },
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Telegram keeps connections open for updates that may come; answers on their way still leave.
      server.closeIdleConnections();
      await closed;
    },
  };
}
