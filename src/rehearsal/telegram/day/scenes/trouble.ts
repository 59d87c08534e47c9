import { tooManyRequests } from '../../server/flood-control.ts';
import { Refusal } from '../../server/refusal.ts';
import { type Cue, checkSays, personOf, saidIn } from '../scene.ts';

/** Telegram has had enough for a while, breaks a line, and another process polls. */
export async function telegramInTrouble(cue: Cue): Promise<void> {
  const { day, group } = cue;
  const { record, server } = day;
  const eve = personOf(cue, 'Eve');
  record.scene('Telegram in trouble');
  server.troubles.next('sendMessage', tooManyRequests(23));
  const before = server.made.length;
  await day.say(eve, group, '/board');
  const [refused, again] = server.made.slice(before).filter(({ call }) => call.method === 'sendMessage');
  const waitedMs = (again?.atMs ?? 0) - (refused?.atMs ?? 0);
  record.check('told to wait 23 seconds, the coach waits 23 seconds', waitedMs === 23_000, `${waitedMs} ms`);
  server.troubles.next('sendMessage', new Refusal(502, 'Bad Gateway'), 2);
  await day.say(eve, group, '/quiz');
  checkSays(day, 'what Telegram stumbled over is said again', day.latest(group), '第 1 题');
  server.troubles.next(
    'getUpdates',
    new Refusal(
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    ),
    2,
  );
  await day.say(eve, group, '/quiz stop');
  await day.say(eve, group, '/board');
  checkSays(day, 'after another process let go, the coach listens again', day.latest(group), '排行榜');
}

/** The process is killed and begins again; what people reply to is still known. */
export async function restart(cue: Cue): Promise<void> {
  const { day, group, daily } = cue;
  const rui = personOf(cue, 'Rui');
  day.record.scene('A restart');
  await day.restart();
  const question = day.questionIn(daily);
  await day.say(rui, group, question?.modelAnswer.en ?? '', { replyTo: daily });
  checkSays(day, 'a reply to a question from before is an answer to it', day.latest(group), 'Rui：扎实。');
}

/** The group becomes a supergroup; everything goes with it. */
export async function migrate(cue: Cue): Promise<void> {
  const { day, group } = cue;
  const owner = personOf(cue, '林小雨');
  day.record.scene('The group becomes a supergroup');
  await day.happens('the group gets another id', () => {
    cue.group = day.cast.migrate(group, owner);
  });
  await day.say(owner, cue.group, '/board day');
  checkSays(day, 'the board has come along', day.latest(cue.group), 'Ada');
  await day.say(owner, cue.group, '/daily preview');
  checkSays(day, 'and so has the daily question', day.latest(owner.privateChat), '09:00');
}

/** The coach is removed for a night and added again. */
export async function kickedAndBack(cue: Cue): Promise<void> {
  const { day, group } = cue;
  const { record, cast } = day;
  const owner = personOf(cue, '林小雨');
  record.scene('Removed, and added again on Tuesday evening');
  await day.happens('the coach is removed', () => cast.removeBot(group, owner));
  const before = saidIn(group);
  await day.tickAt('2026-03-03T01:00Z');
  record.check('it says nothing while it is not there', saidIn(group) === before);
  day.time.moveTo(Date.parse('2026-03-03T12:00Z'));
  await day.happens('the coach is added again', () => cast.addBot(group, owner));
}
