import type { Refusal } from './refusal.ts';

/** Which requests something goes wrong with. */
export interface Match {
  readonly method?: string;
  readonly path: RegExp;
}

/** What goes wrong. */
export type Trouble =
  /** Answered with an error. */
  | { readonly kind: 'refuse'; readonly refusal: Refusal }
  /** Too many requests; worth another try after a while. */
  | { readonly kind: 'slow-down'; readonly retryAfterMs: number }
  /** Carried out, but the answer never arrives, or another one does: that a machine in between is unwell. */
  | { readonly kind: 'lose-answer'; readonly status?: number }
  /** Discord is unwell. */
  | { readonly kind: 'unwell'; readonly status: number };

/** Troubles that were ordered, each for a number of requests. */
export interface Troubles {
  order(match: Match, trouble: Trouble, times?: number): void;
  /** The trouble of a request, used up by one. */
  take(method: string, path: string): Trouble | undefined;
}

export function createTroubles(): Troubles {
  const orders: { readonly match: Match; readonly trouble: Trouble; left: number }[] = [];
  return {
    order(match, trouble, times = 1) {
      orders.push({ match, trouble, left: times });
    },
    take(method, path) {
      const order = orders.find(
        ({ match, left }) => left > 0 && (match.method ?? method) === method && match.path.test(path),
      );
      if (order === undefined) return undefined;
      order.left -= 1;
      return order.trouble;
    },
  };
}
