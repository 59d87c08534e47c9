-- An appeal says: these words of my answer make that point. Accepted, they are an alias for the group until it is undone.
create table appeals (
  id text primary key,
  group_id text not null,
  conversation_id text not null,
  person_id text not null,
  person_name text not null,
  attempt_id text not null references attempts (id),
  question_id text not null,
  point_id text not null,
  slots text not null,
  words text not null,
  state text not null,
  reason text,
  filed_ms bigint not null,
  decided_ms bigint,
  decided_by text
);
create index appeals_by_group on appeals (group_id, state, filed_ms);
create index appeals_by_question on appeals (group_id, question_id, state);

-- What moderators changed, and when; never edited.
create table audit_lines (
  id text primary key,
  group_id text not null,
  actor_name text not null,
  what text not null,
  appeal_id text not null,
  regraded integer not null,
  at_ms bigint not null
);
create index audit_lines_by_group on audit_lines (group_id, at_ms);

create index attempts_by_question on attempts (group_id, question_id);
