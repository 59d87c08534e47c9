import { wordsOf } from '../reading.ts';
import type { Stage } from './stage.ts';

/** A quiz in a corridor: a hint, a reply, a restart in the middle, a verdict, a follow-up, an appeal. */
export async function quizzing(stage: Stage): Promise<void> {
  await asking(stage);
  await goingOn(stage);
  await appealing(stage);
}

async function asking({ record, people, channel, shows, local }: Stage): Promise<void> {
  record.scene('A quiz in the corridor');
  const corridor = channel('走廊');
  const [, first, third, second] = people;
  if (first === undefined || second === undefined || third === undefined) return;
  const topics = await first.complete(corridor, 'quiz start', { topic: '激活' }, 'topic');
  record.check(
    'topics are suggested in the asker’s language',
    topics[0]?.name.startsWith('激活函数') === true,
    topics[0]?.name,
  );
  record.say(first.user.name, '/quiz start topic:activations count:2');
  await first.slash(corridor, 'quiz start', { topic: String(topics[0]?.value ?? ''), count: 2 });
  shows(first, corridor);
  const question = corridor.messages.at(-1);
  await second.press(question, '提示');
  record.check('a hint is for everyone', shows(third, corridor).includes('提示 1'));

  record.scene('Someone replies to the question instead of pressing its button');
  third.write(corridor, 'ReLU keeps the gradient, because its slope is 1 for positive inputs.', question);
  const answered = () => corridor.messages.some((each) => wordsOf(each).startsWith(`${third.user.name}，`));
  await local.until('a line for them', answered);
  await local.quiet();
  const line = corridor.messages.at(-1);
  record.say(third.user.name, 'ReLU keeps the gradient, because its slope is 1 for positive inputs.');
  record.say('Coach', line === undefined ? '' : wordsOf(line));
  await second.press(line, '打开看');
  record.check('nobody else can open their verdict', shows(second, corridor).includes('for someone else'));
  await third.press(line, '打开看');
  record.check('they can, and it is graded', /\d+ %/.test(shows(third, corridor)));
}

async function goingOn({
  record,
  people,
  channel,
  shows,
  startCoach,
  stopCoach,
  questionOn,
}: Stage): Promise<void> {
  record.scene('The coach is restarted in the middle of the quiz');
  const corridor = channel('走廊');
  const [, first, second] = people;
  const question = corridor.messages.find((message) => wordsOf(message).includes('第 1 题'));
  if (first === undefined || second === undefined || question === undefined) return;
  const opened = await first.press(question, '你的回答');
  record.check(
    'the form repeats the question',
    JSON.stringify(opened.modal).includes(questionOn(question).prompt.zh.slice(0, 10)),
  );
  await stopCoach();
  await startCoach();
  await first.submit(opened, questionOn(question).modelAnswer.zh);
  record.check('a form opened before is graded after', shows(first, corridor).includes('扎实'));
  await first.press(first.sees(corridor).at(-1), '下一题');
  record.check(
    'the next question comes with the model answer of the last, covered',
    /▒[\s\S]+▒[\s\S]+第 2 题/.test(shows(second, corridor)),
  );
  await second.press(question, '提示');
  record.check(
    'a button of the earlier question explains itself',
    shows(second, corridor).includes('测验已经不在那道题上了'),
  );
}

async function appealing({ record, people, moderator, channel, shows }: Stage): Promise<void> {
  record.scene('An appeal');
  const corridor = channel('走廊');
  const [, , person] = people;
  if (person === undefined) return;
  const question = corridor.messages.findLast((message) => wordsOf(message).includes('第 2 题'));
  const words = '蓝色的水流在两边的平地上把小管子挤没了，所以后面什么也收不到。';
  await person.submit(await person.press(question, '你的回答'), words);
  record.say(person.user.name, words);
  shows(person, corridor);
  await person.press(person.sees(corridor).at(-1), '我说过');
  const menu = person.sees(corridor).at(-1);
  await person.press(menu, '');
  await person.submit(await person.press(person.sees(corridor).at(-1), '你的原话'), '把小管子挤没了');
  record.check(
    'everyone sees that there is an appeal, and none of its words',
    !shows(moderator, corridor).includes('小管子'),
  );
  await moderator.press(moderator.sees(corridor).at(-1), '查看申诉');
  shows(moderator, corridor);
  await moderator.press(moderator.sees(corridor).at(-1), 'Accept');
  record.check(
    'accepted, it is told to everyone, and grades are put right',
    /重新评分，排行榜已更正/.test(shows(person, corridor)),
  );
  await person.press(question, '结束');
  record.check('the quiz ends with how it went', shows(person, corridor).includes('测验结束'));
}
