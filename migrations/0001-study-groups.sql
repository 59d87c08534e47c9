-- Ids are text: platform ids exceed what a double holds. Instants are epoch milliseconds. Booleans are 0 and 1.

create table deliveries (
  id text primary key,
  claimed_ms bigint not null,
  replies text
);
create index deliveries_by_time on deliveries (claimed_ms);

create table study_groups (
  id text primary key,
  language text,
  zone text not null,
  left_ms bigint
);

create table people (
  id text primary key,
  language text
);

create table members (
  group_id text not null,
  person_id text not null,
  name text not null,
  is_hidden integer not null default 0,
  met_ms bigint not null,
  seen_ms bigint not null,
  primary key (group_id, person_id)
);

create table sessions (
  conversation_id text primary key,
  version integer not null,
  state text not null,
  saved_ms bigint not null
);

create table rounds (
  id text primary key,
  group_id text not null,
  conversation_id text not null,
  question_id text not null,
  kind text not null,
  slot_date text,
  person_id text,
  follow_up_id text,
  parent_round_id text,
  opened_ms bigint not null,
  closed_ms bigint
);
create index rounds_by_conversation on rounds (conversation_id, kind, opened_ms);
create index rounds_by_group on rounds (group_id, kind, slot_date);

create table attempts (
  id text primary key,
  round_id text not null references rounds (id),
  group_id text not null,
  person_id text not null,
  question_id text not null,
  ordinal integer not null,
  score double precision not null,
  is_follow_up integer not null,
  answer text not null,
  grade text not null,
  at_ms bigint not null,
  unique (round_id, person_id, ordinal)
);
create index attempts_by_member on attempts (group_id, person_id, at_ms);

-- Who has read the model answer of a round; what they answer there afterwards is practice.
create table explanations (
  round_id text not null references rounds (id),
  person_id text not null,
  at_ms bigint not null,
  primary key (round_id, person_id)
);

create table score_events (
  attempt_id text primary key references attempts (id),
  round_id text not null,
  group_id text not null,
  person_id text not null,
  question_id text not null,
  kind text not null,
  counts integer not null,
  points integer not null,
  score double precision not null,
  at_ms bigint not null
);
create index score_events_by_group on score_events (group_id, at_ms);

create table dailies (
  group_id text primary key,
  conversation_id text not null,
  wall_time text not null,
  zone text not null,
  weekdays text not null,
  in_thread integer not null,
  mention text,
  paused_reason text,
  next_due_ms bigint not null
);
create index dailies_by_due on dailies (next_due_ms);

create table daily_slots (
  group_id text not null,
  slot_date text not null,
  claimed_ms bigint not null,
  primary key (group_id, slot_date)
);

create table outbox (
  key text primary key,
  group_id text not null,
  conversation_id text not null,
  replies text not null,
  in_thread integer not null,
  mention text,
  state text not null,
  due_ms bigint not null
);
create index outbox_by_state on outbox (state, due_ms);

create table charts (
  key text primary key,
  run text not null,
  png blob not null,
  drawn_ms bigint not null
);
create index charts_by_time on charts (drawn_ms);

create table history (
  sequence integer primary key autoincrement,
  conversation_id text not null,
  delivery_id text not null,
  position integer not null,
  audience_id text,
  round_id text,
  said text not null,
  at_ms bigint not null,
  unique (conversation_id, delivery_id, position)
);
create index history_by_round on history (conversation_id, round_id);

create table links (
  kind text not null,
  key text not null,
  value text not null,
  saved_ms bigint not null,
  primary key (kind, key)
);
