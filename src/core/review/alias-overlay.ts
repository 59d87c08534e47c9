import type { AliasOverlay } from '../grading/prepare-rubric.ts';
import type { Appeal } from './appeal.ts';

/** The words a group has accepted for one question, in the shape the grader takes; appeals that are not accepted add nothing. */
export function toAliasOverlay(appeals: readonly Appeal[]): AliasOverlay {
  const overlay = new Map<string, { slot: number; aliases: string[] }[]>();
  for (const { pointId, slots, words, state } of appeals) {
    if (state.kind !== 'accepted') continue;
    const learned = overlay.get(pointId) ?? [];
    for (const slot of slots) {
      const known = learned.find((each) => each.slot === slot);
      if (known === undefined) learned.push({ slot, aliases: [words] });
      else if (!known.aliases.includes(words)) known.aliases.push(words);
    }
    overlay.set(pointId, learned);
  }
  return overlay;
}
