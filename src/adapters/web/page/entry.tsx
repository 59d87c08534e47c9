import type { HistoryEntry } from '../../../app/ports/store.ts';
import type { Block, Reply } from '../../../app/reply.ts';
import { BlockView } from './blocks/block.tsx';
import { reasonsIn } from './blocks/reasons.ts';
import type { MessageScope } from './blocks/scope.ts';
import { hueOf, initialOf } from './people.ts';
import { clockTime, langTag } from './times.ts';

interface EntryProps {
  readonly entry: HistoryEntry;
  readonly scope: MessageScope;
}

/** One message, as said by a person or the coach. */
export function EntryView({ entry, scope }: EntryProps) {
  const { said, atMs } = entry;
  const { words, language } = scope;
  const isMine = said.kind === 'person' && said.personId === scope.personId;
  const speaker = said.kind === 'coach' ? words.coach : isMine ? words.you : said.name;
  const kind = said.kind === 'coach' ? 'coach' : isMine ? 'mine' : 'other';
  return (
    <li>
      <article class={`entry ${kind}`} aria-label={speaker}>
        <header>
          {said.kind === 'coach' ? <CoachBadge /> : <Badge personId={said.personId} name={said.name} />}
          <span class="speaker">{isMine ? said.name : speaker}</span>
          <time dateTime={new Date(atMs).toISOString()}>{clockTime(atMs, language)}</time>
          {entry.audienceId !== undefined && <span class="tag">{words.onlyYou}</span>}
        </header>
        {said.kind === 'person' ? (
          <p class="bubble prose">{said.text}</p>
        ) : (
          <Blocks reply={said.reply} scope={scope} />
        )}
      </article>
    </li>
  );
}

function Blocks({ reply: { blocks, language }, scope }: { reply: Reply; scope: MessageScope }) {
  const reasons = reasonsIn(blocks);
  return (
    <div class="blocks" lang={langTag[language]}>
      {named(blocks).map(({ name, block }) => (
        <BlockView key={name} block={block} scope={{ ...scope, reasons, key: `${scope.key}.${name}` }} />
      ))}
    </div>
  );
}

/** Blocks named by kind and number: when a question is shown anew with a line more, the form one writes in stays. */
function named(blocks: readonly Block[]) {
  return blocks.map((block, index) => {
    const before = blocks.slice(0, index).filter(({ kind }) => kind === block.kind).length;
    return { name: `${block.kind}${before}`, block };
  });
}

/** A person's initial in their colour; the name stands beside it. */
export function Badge({ personId, name }: { personId: string; name: string }) {
  return (
    <span class={`badge hue-${hueOf(personId)}`} aria-hidden="true">
      {initialOf(name)}
    </span>
  );
}

/** The coach's mark: a path down to a minimum. */
export function CoachBadge() {
  return (
    <svg class="badge coach-badge" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M4 6c1.5 9 5 12 8 12s6.5-4 8-9" />
      <circle cx="12" cy="18" r="2.4" />
    </svg>
  );
}
