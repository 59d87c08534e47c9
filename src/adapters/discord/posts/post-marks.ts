import type { Clock } from '../../../app/ports/clock.ts';
import type { Store } from '../../../app/ports/store.ts';
import { platform } from '../places.ts';

/** What is known of a post's messages, across restarts. */
export interface PostMarks {
  /** Notes that the post is about to be sent; true when it was before, so that some of it may be there already. */
  begin(key: string): Promise<boolean>;
  /** The message of a part that was sent. */
  find(key: string, part: string): Promise<string | undefined>;
  keep(key: string, part: string, messageId: string): Promise<void>;
}

export function createPostMarks({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): PostMarks {
  const nameOf = (key: string, part: string) => `${platform}:post:${key}#${part}`;
  const save = (key: string, part: string, value: string) =>
    store.transaction((tx) =>
      tx.links.save({ kind: 'message', key: nameOf(key, part), value }, clock.nowMs()),
    );
  const find = (key: string, part: string) =>
    store.transaction((tx) => tx.links.find('message', nameOf(key, part)));
  return {
    async begin(key) {
      const wasBegun = (await find(key, 'begun')) !== undefined;
      if (!wasBegun) await save(key, 'begun', 'yes');
      return wasBegun;
    },
    find,
    keep: save,
  };
}
