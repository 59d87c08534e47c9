import type { Generated, Kysely, Transaction } from 'kysely';

/** The tables of `migrations/`, as Kysely sees them; booleans are 0 and 1, instants epoch milliseconds, JSON is text. */
export interface Schema {
  deliveries: { id: string; claimed_ms: number; replies: string | null };
  study_groups: { id: string; language: string | null; zone: string; left_ms: Generated<number | null> };
  people: { id: string; language: string | null };
  members: {
    group_id: string;
    person_id: string;
    name: string;
    is_hidden: Generated<number>;
    met_ms: number;
    seen_ms: number;
  };
  sessions: { conversation_id: string; version: number; state: string; saved_ms: number };
  rounds: {
    id: string;
    group_id: string;
    conversation_id: string;
    question_id: string;
    kind: string;
    slot_date: string | null;
    person_id: string | null;
    follow_up_id: string | null;
    parent_round_id: string | null;
    opened_ms: number;
    closed_ms: number | null;
  };
  attempts: {
    id: string;
    round_id: string;
    group_id: string;
    person_id: string;
    question_id: string;
    ordinal: number;
    score: number;
    is_follow_up: number;
    answer: string;
    grade: string;
    at_ms: number;
  };
  explanations: { round_id: string; person_id: string; at_ms: number };
  score_events: {
    attempt_id: string;
    round_id: string;
    group_id: string;
    person_id: string;
    question_id: string;
    kind: string;
    counts: number;
    points: number;
    score: number;
    at_ms: number;
  };
  appeals: {
    id: string;
    group_id: string;
    conversation_id: string;
    person_id: string;
    person_name: string;
    attempt_id: string;
    question_id: string;
    point_id: string;
    slots: string;
    words: string;
    state: string;
    reason: string | null;
    filed_ms: number;
    decided_ms: number | null;
    decided_by: string | null;
  };
  audit_lines: {
    id: string;
    group_id: string;
    actor_name: string;
    what: string;
    appeal_id: string;
    regraded: number;
    at_ms: number;
  };
  dailies: {
    group_id: string;
    conversation_id: string;
    wall_time: string;
    zone: string;
    weekdays: string;
    in_thread: number;
    mention: string | null;
    paused_reason: string | null;
    next_due_ms: number;
  };
  daily_slots: { group_id: string; slot_date: string; claimed_ms: number };
  outbox: {
    key: string;
    group_id: string;
    conversation_id: string;
    replies: string;
    in_thread: number;
    mention: string | null;
    state: string;
    due_ms: number;
  };
  charts: { key: string; run: string; png: Uint8Array; drawn_ms: number };
  history: {
    sequence: Generated<number>;
    conversation_id: string;
    delivery_id: string;
    position: number;
    audience_id: string | null;
    round_id: string | null;
    said: string;
    at_ms: number;
  };
  links: { kind: string; key: string; value: string; saved_ms: number };
}

/** A connection or a transaction; the facets do not care which. */
export type Database = Kysely<Schema> | Transaction<Schema>;
