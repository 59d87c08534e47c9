import type { Block, Reply } from '../../../app/reply.ts';
import type { Keepsake } from '../custom-id.ts';
import { words as allWords } from '../words.ts';
import { reasonsIn } from './answer.ts';
import { blockParts, type Page } from './block-parts.ts';
import { type CommandLinks, noCommandLinks } from './command-links.ts';
import { createIds } from './controls.ts';
import { layOut, type RenderedMessage } from './lay-out.ts';

/** A reply as the messages that show it; nearly always one. */
export interface RenderedReply {
  readonly messages: readonly RenderedMessage[];
  /** To be kept before the messages are sent, because their buttons refer to it. */
  readonly keepsakes: readonly Keepsake[];
}

/** Colours of a card's edge: what a verdict came to, or that someone is asked something. */
const edge = { solid: 0x2f9e5f, partial: 0xd8a127, missed: 0x8b929a, question: 0x1f7a72 } as const;

/** Renders a reply; `charts` are the pictures at hand. */
export function renderReply(
  { blocks, language }: Reply,
  charts: ReadonlySet<string>,
  commands: CommandLinks = noCommandLinks,
): RenderedReply {
  const ids = createIds();
  const told = blocks.flatMap((block) =>
    block.kind === 'points' ? block.points.map(({ text }) => text) : [],
  );
  const page: Page = {
    ids,
    words: allWords[language],
    reasons: reasonsIn(blocks),
    told,
    showsAnswer: blocks.some(({ kind }) => kind === 'answer'),
    commands,
    charts,
  };
  const parts = blocks.flatMap((block) => blockParts(block, page));
  return { messages: layOut(parts, edgeOf(blocks)), keepsakes: ids.keepsakes };
}

function edgeOf(blocks: readonly Block[]): number | undefined {
  for (const block of blocks) {
    if (block.kind === 'verdict') return edge[block.band];
    if (block.kind === 'question') return edge.question;
  }
  return undefined;
}
