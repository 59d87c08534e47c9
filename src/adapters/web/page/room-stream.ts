import type { HistoryEntry } from '../../../app/ports/store.ts';
import type { Place, PresentEvent, RoomEvent } from '../wire.ts';

/** Whether what is said arrives at the moment. */
export type StreamState = 'connecting' | 'live' | 'lost';

/** Who listens, where. */
export interface Seat {
  readonly place: Place;
  readonly name: string;
}

/** What a stream brings. */
export interface Ears {
  room(event: RoomEvent): void;
  entry(entry: HistoryEntry): void;
  present(event: PresentEvent): void;
  state(state: StreamState): void;
}

/** The server beats every 15 s; a stream silent for three beats is dead, whatever the browser believes (a laptop slept). */
const silenceMs = 45_000;
const retryMs = 1_500;
/** A browser opens six connections to one address; windows nobody looks at give theirs back after a while. */
const hiddenMs = 30_000;

/** Listens until closed: reconnects by itself, behind the last entry it heard. */
export function openStream(seat: Seat, ears: Ears): () => void {
  let source: EventSource | undefined;
  let lastId = '';
  let timer = 0;

  const after = (ms: number, what: () => void) => {
    clearTimeout(timer);
    timer = window.setTimeout(what, ms);
  };
  const drop = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const heard = () => {
    ears.state('live');
    after(silenceMs, connect);
  };
  function connect(): void {
    drop();
    source = new EventSource(addressOf(seat, lastId));
    after(silenceMs, connect);
    const hear = (kind: string, act: (data: string) => void) =>
      source?.addEventListener(kind, ({ data, lastEventId }: MessageEvent<string>) => {
        if (lastEventId !== '') lastId = lastEventId;
        heard();
        act(data);
      });
    // The server of this very page wrote these, from the types of wire.ts.
    hear('room', (data) => ears.room(JSON.parse(data) as RoomEvent));
    hear('entry', (data) => ears.entry(JSON.parse(data) as HistoryEntry));
    hear('present', (data) => ears.present(JSON.parse(data) as PresentEvent));
    hear('beat', () => {});
    source.addEventListener('open', heard);
    source.addEventListener('error', () => {
      ears.state('lost');
      // Each new stream is ours, so that it always starts behind the last entry heard.
      source?.close();
      after(retryMs, connect);
      void askToComeIn();
    });
  }
  const onVisibility = () => {
    if (document.hidden) after(hiddenMs, drop);
    else if (source === undefined || source.readyState === EventSource.CLOSED) connect();
    else after(silenceMs, connect);
  };

  ears.state('connecting');
  connect();
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('online', connect);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('online', connect);
    drop();
  };
}

/** A restarted room has another access code; loading the page anew shows its door. */
async function askToComeIn(): Promise<void> {
  const response = await fetch('/api/about').catch(() => undefined);
  if (response?.status === 401) location.reload();
}

function addressOf({ place, name }: Seat, after: string): string {
  return `/api/events?${new URLSearchParams({ place, name, ...(after !== '' && { after }) })}`;
}
