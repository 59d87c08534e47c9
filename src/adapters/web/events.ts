import type { Context } from 'hono';
import { type SSEMessage, type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Log } from '../../app/ports/log.ts';
import type { Hub, HubEvent, Listening, Viewer } from './hub.ts';
import type { Room } from './room.ts';
import type { RoomEvent } from './wire.ts';

/** How far a page may fall behind before it is cut off; it then reconnects and starts from the history. */
const mostWaiting = 1000;

/** What a stream needs besides the request. */
export interface StreamOptions {
  readonly hub: Hub;
  readonly room: Room;
  readonly log: Log;
  /** Ends every stream. */
  readonly stopping: AbortSignal;
}

/** `GET /api/events`: what was said, as it is said, until the page leaves. */
export function streamEvents(c: Context, viewer: Viewer, options: StreamOptions): Response {
  // A browser that reconnects by itself says where it was in a header; a page that opens a stream anew, in the query.
  const afterId = c.req.header('last-event-id') ?? c.req.query('after');
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    try {
      await tell(stream, viewer, afterId, options, AbortSignal.any([gone.signal, options.stopping]));
    } catch (cause) {
      options.log.error('web-stream-failed', cause);
    }
  });
}

async function tell(
  stream: SSEStreamingApi,
  viewer: Viewer,
  afterId: string | undefined,
  { hub, room }: StreamOptions,
  until: AbortSignal,
): Promise<void> {
  const queue = createQueue(until);
  // Listening begins before the history is read, so nothing falls between; what comes twice is the same entry again.
  const listening = hub.listen(viewer, afterId, queue.push);
  try {
    for (const message of await opening(room, viewer, listening)) await stream.writeSSE(message);
    for await (const event of queue.events) await stream.writeSSE(toMessage(event));
  } finally {
    listening.cancel();
  }
}

async function opening(room: Room, viewer: Viewer, { missed, sinceId }: Listening): Promise<SSEMessage[]> {
  if (missed !== undefined) return missed.map(toMessage);
  const { personId, conversationId } = viewer;
  const latest: RoomEvent = { personId, ...(await room.entries(conversationId, personId)) };
  return [{ event: 'room', id: sinceId, data: JSON.stringify(latest), retry: 1000 }];
}

function toMessage(event: HubEvent): SSEMessage {
  switch (event.kind) {
    case 'entry':
      return { event: 'entry', id: event.id, data: JSON.stringify(event.entry) };
    case 'present':
      return { event: 'present', data: JSON.stringify(event.present) };
    case 'beat':
      return { event: 'beat', data: '' };
  }
}

/** Events between those who push and the one who writes, in order, until the signal or a hopeless backlog. */
function createQueue(until: AbortSignal) {
  let waiting: HubEvent[] = [];
  let wake = () => {};
  until.addEventListener('abort', () => wake(), { once: true });

  const isOver = () => until.aborted || waiting.length > mostWaiting;
  async function* inOrder() {
    while (!isOver()) {
      const batch = waiting;
      waiting = [];
      yield* batch;
      if (waiting.length > 0 || isOver()) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  return {
    events: inOrder(),
    push(event: HubEvent) {
      waiting.push(event);
      wake();
    },
  };
}
