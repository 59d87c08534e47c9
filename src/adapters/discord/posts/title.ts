import type { Reply } from '../../../app/reply.ts';

/** What a thread about a reply is called. */
export function titleOf({ blocks }: Reply): string {
  for (const block of blocks) {
    if (block.kind === 'question') return block.title;
    if (block.kind === 'heading') return block.text;
  }
  return 'GradCoach';
}
