import type { Invocation } from '../../app/invocation.ts';

/** What a number on the screen stands for. */
export type MenuItem =
  | { readonly kind: 'invoke'; readonly invocation: Invocation }
  /** The next thing written becomes the invocation's text. */
  | { readonly kind: 'write'; readonly label: string; readonly invocation: Invocation }
  /** Words that are hidden until asked for. */
  | { readonly kind: 'reveal'; readonly text: string };

/** The numbered things of the latest replies. */
export interface Menu {
  /** Numbers an item, from 1. */
  add(item: MenuItem): number;
  /** What a line picks, when it is one of the numbers. */
  pick(line: string): MenuItem | undefined;
  size(): number;
}

export function createMenu(): Menu {
  const items: MenuItem[] = [];
  return {
    add: (item) => items.push(item),
    pick: (line) => (/^\d{1,3}$/.test(line) ? items[Number(line) - 1] : undefined),
    size: () => items.length,
  };
}
