import { useEffect, useRef, useState } from 'preact/hooks';
import type { Block } from '../../../app/reply.ts';
import type { RoomState } from './room-state.ts';
import type { Texts } from './texts.ts';

const mostCharacters = 160;

/** Says new messages aloud, briefly: whose, and how it begins. What was there before, and one's own words, are not news. */
export function Announcer({ state, words }: { state: RoomState; words: Texts }) {
  const lastHeard = useRef<number>(undefined);
  const [news, setNews] = useState('');
  useEffect(() => {
    if (state.personId === undefined) return;
    const latest = state.entries.at(-1);
    const before = lastHeard.current;
    lastHeard.current = latest?.sequence ?? 0;
    if (latest === undefined || before === undefined || before === latest.sequence) return;
    const { said } = latest;
    if (said.kind === 'person' && said.personId === state.personId) return;
    setNews(
      said.kind === 'person'
        ? `${said.name}: ${said.text.slice(0, mostCharacters)}`
        : `${words.coach}: ${said.reply.blocks.map(beginning).join(' ').slice(0, mostCharacters)}`,
    );
  }, [state.entries, state.personId, words]);
  return (
    <p class="sr-only" aria-live="polite">
      {news}
    </p>
  );
}

function beginning(block: Block): string {
  if (block.kind === 'heading' || block.kind === 'text' || block.kind === 'verdict') return block.text;
  if (block.kind === 'question') return `${block.title}. ${block.text}`;
  return block.kind === 'image' ? block.image.alt : '';
}
