import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';
import { guildPayload, userPayload } from './payloads.ts';
import { fields } from './rules/json.ts';
import { createSessions, type Session, type Sessions, type Shard } from './sessions.ts';
import type { World } from './world.ts';

/** How the gateway may drop its connections. */
export type Drop =
  /** The socket breaks; the client may resume. */
  | 'broken'
  /** The client is asked to come back, and may resume (op 7). */
  | 'reconnect'
  /** The client is asked to come back, and then finds its session gone (op 9). */
  | 'forgotten';

/** Discord's gateway, version 10, as a bot meets it. */
export interface Gateway {
  /** Tells every connected bot, and those who resume later. */
  dispatch(event: GatewayDispatchEvents, data: unknown): void;
  drop(how: Drop): void;
  /** Neither answers heartbeats nor tells anything any more, without a word. */
  fallSilent(): void;
  /** Sockets that are open. */
  connections(): number;
  /** Times that bots logged in anew, and that they resumed. */
  readonly counts: { readonly identified: number; readonly resumed: number };
  close(): void;
}

interface GatewayOptions {
  readonly server: Server;
  readonly path: string;
  readonly world: World;
  readonly token: string;
  /** Where clients resume. */
  readonly url: () => string;
}

/** What a client sends, by its operation. */
type Sent =
  | { readonly op: GatewayOpcodes.Heartbeat }
  | {
      readonly op: GatewayOpcodes.Identify;
      readonly d: { readonly token: string; readonly intents: number; readonly shard?: Shard };
    }
  | {
      readonly op: GatewayOpcodes.Resume;
      readonly d: { readonly token: string; readonly session_id: string; readonly seq: number };
    };

/** As Discord says. */
const heartbeatMs = 41_250;

const privileged =
  GatewayIntentBits.MessageContent | GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences;

export function openGateway(options: GatewayOptions): Gateway {
  const { server, path } = options;
  const sockets = new WebSocketServer({ noServer: true });
  const counts = { identified: 0, resumed: 0 };
  let isSilent = false;
  const send: Send = (socket, payload) => {
    if (!isSilent) socket.send(JSON.stringify(payload));
  };
  const sessions = createSessions(send);
  const hear = createHearer(options, sessions, send, counts);

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.startsWith(path) === true) sockets.handleUpgrade(request, socket, head, greet);
    else socket.destroy();
  });

  function greet(socket: WebSocket): void {
    isSilent = false;
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatMs } });
    // What a client sends is JSON by the protocol; anything else is its own fault.
    socket.on('message', (bytes) => hear(socket, JSON.parse(String(bytes)) as Sent));
    socket.on('error', () => socket.terminate());
  }

  return {
    counts,
    dispatch(event, data) {
      for (const session of sessions.all()) {
        if (isOfShard(guildIdIn(event, data), session.shard)) sessions.tell(session, event, data);
      }
    },
    drop(how) {
      for (const session of sessions.all()) {
        const { socket } = session;
        session.socket = undefined;
        if (how === 'broken') socket?.terminate();
        else if (socket !== undefined) send(socket, { op: GatewayOpcodes.Reconnect });
      }
      if (how === 'forgotten') sessions.forget();
    },
    fallSilent() {
      isSilent = true;
    },
    connections: () => [...sockets.clients].filter(({ readyState, OPEN }) => readyState === OPEN).length,
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

type Send = (socket: WebSocket, payload: object) => void;

/** Answers what clients send: heartbeats, logins and resumes. */
function createHearer(
  { world, token, url }: GatewayOptions,
  sessions: Sessions,
  send: Send,
  counts: { identified: number; resumed: number },
): (socket: WebSocket, sent: Sent) => void {
  function identify(socket: WebSocket, shard: Shard): void {
    counts.identified += 1;
    const session = sessions.open(world.newId(), socket, shard);
    const guilds = [...world.guilds.values()].filter(({ id, hasCoach }) => hasCoach && isOfShard(id, shard));
    const ids = guilds.map(({ id }) => id);
    sessions.tell(session, GatewayDispatchEvents.Ready, readyPayload(world, session, ids, url()));
    for (const guild of guilds) {
      sessions.tell(session, GatewayDispatchEvents.GuildCreate, guildPayload(world, guild));
    }
  }

  return (socket, sent) => {
    switch (sent.op) {
      case GatewayOpcodes.Heartbeat:
        send(socket, { op: GatewayOpcodes.HeartbeatAck });
        break;
      case GatewayOpcodes.Identify:
        if (sent.d.token !== token) socket.close(GatewayCloseCodes.AuthenticationFailed);
        else if ((sent.d.intents & privileged) !== 0) socket.close(GatewayCloseCodes.DisallowedIntents);
        else identify(socket, sent.d.shard ?? [0, 1]);
        break;
      case GatewayOpcodes.Resume:
        if (sent.d.token === token && sessions.resume(sent.d.session_id, socket, sent.d.seq))
          counts.resumed += 1;
        else send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
        break;
    }
  };
}

/** Servers are parted by their ids; what belongs to no server belongs to the first part. */
function isOfShard(guildId: string | undefined, [id, count]: Shard): boolean {
  return (guildId === undefined ? 0n : (BigInt(guildId) >> 22n) % BigInt(count)) === BigInt(id);
}

function guildIdIn(event: GatewayDispatchEvents, data: unknown): string | undefined {
  const { id, guild_id: guildId } = fields(data);
  const isGuild = event === GatewayDispatchEvents.GuildCreate || event === GatewayDispatchEvents.GuildDelete;
  const found = isGuild ? id : guildId;
  return typeof found === 'string' ? found : undefined;
}

function readyPayload(
  world: World,
  { id, shard }: Session,
  guildIds: readonly string[],
  url: string,
): object {
  return {
    v: 10,
    user: { ...userPayload(world.bot), verified: true, mfa_enabled: false, flags: 0, email: null },
    guilds: guildIds.map((guildId) => ({ id: guildId, unavailable: true })),
    session_id: id,
    resume_gateway_url: url,
    application: { id: world.applicationId, flags: 0 },
    shard,
  };
}
