import type { PostManner } from '../../app/ports/store.ts';

/** How a post is made, from the two columns that say so. */
export function toManner(row: { readonly in_thread: number; readonly mention: string | null }): PostManner {
  return { inThread: row.in_thread === 1, ...(row.mention !== null && { mention: row.mention }) };
}
