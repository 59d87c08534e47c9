import { type Cue, checkSays, saidIn } from '../scene.ts';

/** The next question, and the one before resolved. */
export async function reveal(cue: Cue): Promise<void> {
  const { day, group, daily } = cue;
  const { record } = day;
  record.scene('Wednesday, 09:00: the next question, and the last one resolved');
  await day.tickAt('2026-03-04T01:00Z');
  const said = saidIn(group);
  record.check(
    'Monday’s question is resolved, with how the group did',
    /2026-03-02 的题目揭晓[\s\S]*人回答，平均/.test(said),
  );
  checkSays(day, 'a new question is asked', day.latest(group), '每日一题 · 2026-03-04');
  const [before, now] = [day.questionIn(daily), day.questionIn(day.latest(group))];
  record.check('it is another one', now !== undefined && now.id !== before?.id, now?.id);
}

/** What must hold over all of it. */
export function lookBack({ day }: Cue): void {
  const { record, server } = day;
  record.scene('Looking back');
  const refused = server.made.filter(({ status }) => status >= 400);
  const ours = refused.filter(({ status }) => ![409, 429, 502].includes(status));
  record.check(
    'no call of the coach was one that Telegram refuses',
    ours.length === 0,
    ours.map(({ call, status }) => `${call.method} ${status}`).join(', '),
  );
  const floods = refused.filter(({ status }) => status === 429);
  record.check(
    'nothing came too fast but the once that Telegram was told to say so',
    floods.length === 1,
    floods.map(({ call }) => call.method).join(', '),
  );
  const queries = [...server.world.queries.values()];
  const unanswered = queries.filter(({ answer }) => answer === undefined).length;
  record.check(
    'every pressed button was answered',
    unanswered === 0,
    `${unanswered} of ${queries.length} were not`,
  );
}
