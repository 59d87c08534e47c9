import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { CoachError } from '../../app/coach-error.ts';

/** An open port. */
export interface Listener {
  readonly port: number;
  /** Takes no more connections and ends those that are open. */
  close(): Promise<void>;
}

/** How long answers on their way may take to leave when the port closes. */
const patienceMs = 1_000;

/** Opens a port for the routes. Throws a `CoachError` naming the way out when it cannot be had. */
export async function listen(app: Hono, host: string, port: number): Promise<Listener> {
  // Without TLS options the adaptor makes a plain HTTP server.
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(toCoachError(cause, host, port)));
    server.listen(port, host, resolve);
  });
  const whenQuiet = watchAnswers(server);
  return {
    // A server listening on a port has an address that is not a pipe's name.
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Browsers keep connections for requests that never come, so nobody waits for these.
      whenQuiet(() => server.closeAllConnections());
      const patience = setTimeout(() => server.closeAllConnections(), patienceMs);
      await closed;
      clearTimeout(patience);
    },
  };
}

/** Gives a way to act once no answer is on its way. */
function watchAnswers(server: Server): (act: () => void) => void {
  let onTheirWay = 0;
  let act = () => {};
  server.on('request', (_request, response) => {
    onTheirWay += 1;
    response.once('close', () => {
      onTheirWay -= 1;
      if (onTheirWay === 0) act();
    });
  });
  return (whenQuiet) => {
    act = whenQuiet;
    if (onTheirWay === 0) act();
  };
}

function toCoachError(cause: Error & { code?: string }, host: string, port: number): CoachError {
  const [code, message] = explanations(host, port)[cause.code ?? ''] ?? [
    'port-not-opened',
    `Port ${port} on ${host} cannot be opened. Set PORT and HOST.`,
  ];
  return new CoachError(code, message, { cause });
}

/** By the system's error code: our code, what is wrong, and the way out. */
function explanations(host: string, port: number): Readonly<Record<string, readonly [string, string]>> {
  const unknown = [
    'host-unknown',
    `${host} is not an address of this machine. Choose one of its own: HOST=127.0.0.1 npm start`,
  ] as const;
  return {
    EADDRINUSE: [
      'port-taken',
      `Port ${port} on ${host} is taken by another program. Choose another one: PORT=${port + 1} npm start`,
    ],
    EACCES: [
      'port-forbidden',
      `Port ${port} on ${host} is not open to this user. Choose one above 1023: PORT=3000 npm start`,
    ],
    EADDRNOTAVAIL: unknown,
    ENOTFOUND: unknown,
  };
}
