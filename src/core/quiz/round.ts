/** One question opened to one conversation; attempts belong to a round. */
export interface Round {
  /** Short and unguessable: buttons and links carry it. */
  readonly id: string;
  readonly groupId: string;
  readonly conversationId: string;
  readonly questionId: string;
  readonly origin: RoundOrigin;
  readonly openedMs: number;
  readonly closedMs?: number;
}

/** What opened a round. */
export type RoundOrigin =
  | { readonly kind: 'quiz' }
  /** `date` is the slot's local date; there is one daily round per group and date. */
  | { readonly kind: 'daily'; readonly date: string }
  /** A probe for one person into the points their answer missed. */
  | {
      readonly kind: 'follow-up';
      readonly personId: string;
      readonly followUpId: string;
      readonly parentRoundId: string;
    };
