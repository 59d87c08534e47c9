import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { HistoryEntry } from '../../../app/ports/store.ts';
import type { MessageScope } from './blocks/scope.ts';
import { EntryView } from './entry.tsx';
import type { RoomState } from './room-state.ts';
import { dayName } from './times.ts';
import { useSteadyScroll } from './use-steady-scroll.ts';

interface TimelineProps {
  readonly state: RoomState;
  readonly scope: Omit<MessageScope, 'key' | 'isAtHand'>;
  readonly loadOlder: () => Promise<void>;
}

/** Everything said, oldest first; older entries load when the reader reaches the top. */
export function Timeline({ state, scope, loadOlder }: TimelineProps) {
  const { words, language } = scope;
  const { scroller, list, isBelow, toEnd } = useSteadyScroll(state);
  const atHand = state.entries.findLast(asks)?.sequence;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={scroller} class="timeline" tabIndex={0} aria-label={words.conversation}>
      {state.hasOlder && <OlderButton label={words.older} loadOlder={loadOlder} />}
      <ol ref={list} class="entries">
        {state.entries.map((entry, index) => (
          <Fragment key={entry.sequence}>
            <DayBorder entry={entry} before={state.entries[index - 1]} scope={scope} />
            <EntryView
              entry={entry}
              scope={{ ...scope, key: String(entry.sequence), isAtHand: entry.sequence === atHand }}
            />
          </Fragment>
        ))}
        {state.pending.map(({ id, text }) => (
          <li key={id}>
            <article class="entry mine pending" aria-label={words.you}>
              <p class="bubble prose">{text}</p>
              <p class="note" lang={language}>
                {words.sending}
                <span class="dots" aria-hidden="true" />
              </p>
            </article>
          </li>
        ))}
      </ol>
      {isBelow && (
        <button type="button" class="button below" onClick={toEnd}>
          {words.newBelow} ↓
        </button>
      )}
    </section>
  );
}

function DayBorder({
  entry,
  before,
  scope: { language, words },
}: {
  entry: HistoryEntry;
  before: HistoryEntry | undefined;
  scope: TimelineProps['scope'];
}) {
  const nowMs = Date.now();
  const name = dayName(entry.atMs, nowMs, language, words);
  if (before !== undefined && dayName(before.atMs, nowMs, language, words) === name) return null;
  return <li class="day">{name}</li>;
}

/** Pressed by hand, or by being scrolled into view. */
function OlderButton({ label, loadOlder }: { label: string; loadOlder: () => Promise<void> }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true) void loadOlder();
    });
    if (button.current !== null) seen.observe(button.current);
    return () => seen.disconnect();
  }, [loadOlder]);
  return (
    <button ref={button} type="button" class="button quiet older" onClick={() => void loadOlder()}>
      {label}
    </button>
  );
}

/** Whether a message waits for words; a verdict only offers another try. */
function asks({ said }: HistoryEntry): boolean {
  if (said.kind === 'person') return false;
  const kinds = new Set(said.reply.blocks.map(({ kind }) => kind));
  return kinds.has('form') && !kinds.has('verdict');
}
