-- What every message asks must not take longer in a group that has talked for years.

-- Of all rounds few are open.
create index rounds_open_by_conversation on rounds (conversation_id, kind, person_id) where closed_ms is null;
create index rounds_open_by_group on rounds (group_id, kind, slot_date) where closed_ms is null;

-- How often each question was asked is read from the index alone.
drop index rounds_by_conversation;
create index rounds_by_conversation on rounds (conversation_id, kind, question_id);

-- With the group first it looked as if it could serve a member's progress, at the price of reading the whole group.
drop index attempts_by_question;
create index attempts_by_question on attempts (question_id, group_id);

-- The latest page of a conversation without sorting all of it; half of what is said belongs to no round.
create index history_by_conversation on history (conversation_id, sequence);
drop index history_by_round;
create index history_by_round on history (conversation_id, round_id) where round_id is not null;
