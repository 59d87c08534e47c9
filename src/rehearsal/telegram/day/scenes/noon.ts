import { shortened } from '../narrate.ts';
import { type Cue, checkSays, personOf, saidIn, textOf } from '../scene.ts';
import { answerOf } from './morning.ts';

/** The rest of the group answers over lunch, in any way and all at once. */
export async function everyoneAnswers(cue: Cue): Promise<void> {
  const { day, people, group, daily } = cue;
  const { record, server } = day;
  record.scene('Noon: the others answer, all at once');
  day.time.moveTo(Date.parse('2026-03-02T04:00Z'));
  const question = day.questionIn(daily);
  if (question === undefined) return;
  const kinds = ['strong', 'good', 'partial', 'vague', 'wrong', 'misconception', 'negated', 'short', 'typos'];
  const others = people.filter(({ user }) => !textOf(daily).includes(user.first_name)).slice(0, 14);
  for (const [index, actor] of others.entries()) {
    const language = index % 2 === 0 ? 'zh' : 'en';
    const answer = answerOf(question, kinds[index % kinds.length] ?? 'good', language);
    record.say(`${actor.user.first_name} in the group`, shortened(answer));
    actor.say(group, answer, { replyTo: daily });
  }
  const before = server.made.length;
  await day.settle();
  const told = others.filter(({ user }) => saidIn(group).includes(`${user.first_name}：`));
  record.check(
    'each is told how it went',
    told.length === others.length,
    `${told.length} of ${others.length}`,
  );
  const edits = server.made.slice(before).filter(({ call }) => call.method === 'editMessageText').length;
  record.check('the question is not shown anew for each of them', edits < others.length, `${edits} times`);
}

/** Those whom Telegram does not name, and those who do not write. */
export async function oddSenders(cue: Cue): Promise<void> {
  const { day, group, daily } = cue;
  const owner = personOf(cue, '林小雨');
  const mia = personOf(cue, 'Mia');
  day.record.scene('An anonymous moderator, a voice, and people talking to each other');
  await day.say(owner, group, '匿名的回答', { replyTo: daily, as: group });
  checkSays(day, 'an anonymous answer is not graded, and told why', day.latest(group), '我分不清是谁的回答');
  await day.happens('Mia replies with a voice message', () => mia.sendVoice(group, { replyTo: daily }));
  checkSays(day, 'a voice is asked to write', day.latest(group), '我只看得懂文字');
  const before = day.latest(group);
  await day.say(mia, group, '中午吃什么？');
  day.record.check('what people say to each other is not answered', day.latest(group) === before);
}

/** Someone asks for things that are theirs alone, and for the board. */
export async function askForThings(cue: Cue): Promise<void> {
  const { day, group } = cue;
  const { record } = day;
  record.scene('Board, progress, topics');
  const ada = personOf(cue, 'Ada');
  await day.say(ada, group, '/board day');
  checkSays(day, 'the board is there for everyone', day.latest(group), '排行榜 · 今天');
  const board = day.latest(group);
  const count = group.messages.length;
  await day.press(ada, group, board, '更多');
  record.check(
    'its second page takes the place of the first',
    group.messages.length === count && day.latest(group) === board,
  );
  const asked = await day.say(ada, group, '/me');
  checkSays(day, 'progress is told in private', day.latest(ada.privateChat), 'Progress of Ada');
  record.check('and the group sees a sign', asked.reactions.length === 1);
  await day.say(ada, ada.privateChat, '/board');
  checkSays(
    day,
    'the private chat belongs to the group',
    day.latest(ada.privateChat),
    'Leaderboard · this week',
  );
}
