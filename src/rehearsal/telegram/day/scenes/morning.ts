import { commands } from '../../../../app/commands/index.ts';
import type { Question } from '../../../../core/question/question.ts';
import { type Cue, checkSays, personOf, saidIn, textOf } from '../scene.ts';

const setDaily = '/daily set time:09:00 zone:Asia/Shanghai days:mon-fri';

/** The owner adds the coach and sets the daily question; nobody else can. */
export async function setUp(cue: Cue): Promise<void> {
  const { day, people, group } = cue;
  const { record, server, cast } = day;
  const [owner = personOf(cue, '林小雨')] = people;
  record.scene('Sunday evening: the coach is added');
  await day.happens(`${owner.user.first_name} adds the coach to the group`, () => cast.addBot(group, owner));
  checkSays(
    day,
    'the coach says hello in the language of whoever added it',
    day.latest(group),
    '你好，我是梯度教练。',
  );
  const menu = server.world.profile.menus.get('all_private_chats/zh');
  record.check('the menu holds every command', menu?.length === commands.length, String(menu?.length));

  const bo = personOf(cue, 'Bo');
  await day.say(bo, bo.privateChat, '/start');
  await day.say(bo, group, setDaily);
  checkSays(
    day,
    'who is no moderator is refused, in private',
    day.latest(bo.privateChat),
    'Only a moderator',
  );
  await day.say(owner, group, setDaily);
  checkSays(day, 'a moderator sets the daily question', day.latest(group), '每日一题已设定');
}

/** The question comes at nine, once, however often the clock ticks. */
export async function askDaily(cue: Cue): Promise<void> {
  const { day, group } = cue;
  const { record } = day;
  record.scene('Monday, 08:59 to 09:01');
  await day.tickAt('2026-03-02T00:59Z');
  record.check('nothing comes before its time', !saidIn(group).includes('每日一题 · 2026-03-02'));
  await day.tickAt('2026-03-02T01:00Z');
  await day.tickAt('2026-03-02T01:00Z');
  await day.tickAt('2026-03-02T01:01Z');
  const times = saidIn(group).split('每日一题 · 2026-03-02').length - 1;
  record.check('the daily question comes once', times === 1, `${times} times`);
  cue.daily = day.latest(group);
}

/** The four ways to answer, with privacy mode on and without any right in the group. */
export async function answerFourWays(cue: Cue): Promise<void> {
  const { day, group, daily } = cue;
  const { record } = day;
  const question = day.questionIn(daily);
  record.check('the question is one of the bank', question !== undefined);
  if (question === undefined) return;
  await answerByReply(cue, question);
  await answerInPrivate(cue, question);
  await answerByCommand(cue, question);
  await answerInReplyBox(cue, question);
  record.scene('Nothing was given away');
  const secrets = question.rubric.points.flatMap(({ says }) => Object.values(says));
  const leaked = secrets.filter((secret) => saidIn(group).includes(secret));
  record.check(
    'the group has read no point of the answer from the coach',
    leaked.length === 0,
    leaked.join('; '),
  );
  checkSays(day, 'the question shows who has answered', daily, '已回答：');
}

async function answerByReply(cue: Cue, question: Question): Promise<void> {
  const { day, group, daily } = cue;
  const ada = personOf(cue, 'Ada');
  day.record.scene('1. By replying to the question');
  const answer = await day.say(ada, group, question.modelAnswer.en, { replyTo: daily });
  checkSays(day, 'the group reads how it went, in its language', day.latest(group), 'Ada：扎实。');
  await day.press(ada, group, day.latest(group), '详情');
  checkSays(day, 'the details are read in private', day.latest(ada.privateChat), '🟢 Solid.');
  const other = personOf(cue, 'Chen');
  await day.press(other, group, day.latest(group), '详情');
  checkSays(day, 'and by nobody else', day.latest(other.privateChat), 'That is for someone else');
  await day.happens('Ada edits her answer', () => ada.edit(group, answer, 'something else'));
  checkSays(day, 'an edit comes too late, and that is said', day.latest(group), '以第一次发的为准');
}

async function answerInPrivate(cue: Cue, question: Question): Promise<void> {
  const { day, group, daily } = cue;
  const azhe = personOf(cue, '阿哲');
  day.record.scene('2. In private, by a button');
  const before = day.latest(group);
  await day.press(azhe, group, daily, '私聊作答');
  checkSays(day, 'the question is asked again in private', day.latest(azhe.privateChat), question.prompt.zh);
  await day.say(azhe, azhe.privateChat, answerOf(question, 'partial', 'zh'));
  checkSays(day, 'the answer is graded there', day.latest(azhe.privateChat), '▰');
  day.record.check(
    'the group reads nothing of it but a name',
    day.latest(group) === before && textOf(daily).includes('阿哲'),
  );
}

async function answerByCommand(cue: Cue, question: Question): Promise<void> {
  const { day, group } = cue;
  const bo = personOf(cue, 'Bo');
  day.record.scene('3. By command');
  await day.say(bo, group, `/daily answer ${answerOf(question, 'misconception', 'en')}`);
  checkSays(day, 'the group reads how it went', day.latest(group), 'Bo：');
  checkSays(day, 'whose private chat is open reads the rest there at once', day.latest(bo.privateChat), '▰');
}

async function answerInReplyBox(cue: Cue, question: Question): Promise<void> {
  const { day, group, daily } = cue;
  const chensi = personOf(cue, '陈思');
  day.record.scene('4. In a reply box that a button opens');
  await day.press(chensi, group, daily, '在这里答');
  const prompt = day.latest(group);
  day.record.check('the reply box opens for one person', prompt?.markup?.force_reply === true);
  await day.say(chensi, group, answerOf(question, 'strong', 'zh'), { replyTo: prompt });
  checkSays(day, 'the reply is graded', day.latest(group), '陈思：');
  day.record.check('the call to write is taken away', prompt?.isDeleted === true);
}

/** A sample answer of the bank, or the model answer where there is none of the kind. */
export function answerOf(question: Question, kind: string, language: 'zh' | 'en'): string {
  const sample = question.samples.find((each) => each.kind === kind && each.language === language);
  return sample?.answer ?? question.modelAnswer[language];
}
