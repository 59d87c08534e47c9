import { GatewayDispatchEvents, GatewayOpcodes } from 'discord.js';
import type { WebSocket } from 'ws';

/** A bot's session, which outlives its socket: events that come while the bot is away are told when it resumes. */
export interface Session {
  readonly id: string;
  /** Which of how many parts of the servers it hears of. */
  readonly shard: Shard;
  socket: WebSocket | undefined;
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[];
}

/** A part of the servers: its number, and how many parts there are. */
export type Shard = readonly [id: number, count: number];

/** The sessions of a gateway. */
export interface Sessions {
  open(id: string, socket: WebSocket, shard: Shard): Session;
  /** Goes on after a sequence number; false when there is no such session. */
  resume(id: string, socket: WebSocket, afterSequence: number): boolean;
  tell(session: Session, event: GatewayDispatchEvents, data: unknown): void;
  all(): readonly Session[];
  forget(): void;
}

export function createSessions(send: (socket: WebSocket, payload: object) => void): Sessions {
  const sessions = new Map<string, Session>();
  let sequence = 0;

  function tell(session: Session, event: GatewayDispatchEvents, data: unknown): void {
    sequence += 1;
    // As it was at this moment: a bot that resumes must not hear what has changed since.
    const d: unknown = JSON.parse(JSON.stringify(data));
    session.sent.push({ s: sequence, t: event, d });
    if (session.socket !== undefined) {
      send(session.socket, { op: GatewayOpcodes.Dispatch, s: sequence, t: event, d });
    }
  }

  return {
    tell,
    open(id, socket, shard) {
      const session: Session = { id, socket, shard, sent: [] };
      sessions.set(id, session);
      return session;
    },
    resume(id, socket, afterSequence) {
      const session = sessions.get(id);
      if (session === undefined) return false;
      session.socket = socket;
      for (const { s, t, d } of session.sent.filter((event) => event.s > afterSequence)) {
        send(socket, { op: GatewayOpcodes.Dispatch, s, t, d });
      }
      tell(session, GatewayDispatchEvents.Resumed, {});
      return true;
    },
    all: () => [...sessions.values()],
    forget: () => sessions.clear(),
  };
}
