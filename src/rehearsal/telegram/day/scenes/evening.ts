import type { Chat } from '../../server/world.ts';
import { type Cue, checkSays, personOf, textOf } from '../scene.ts';
import { answerOf } from './morning.ts';

/** A quiz of two questions for everyone. */
export async function playQuiz(cue: Cue): Promise<void> {
  const { day, group } = cue;
  const { record } = day;
  record.scene('Evening: a quiz');
  day.time.moveTo(Date.parse('2026-03-02T12:00Z'));
  const [grace, kim, omar] = ['Grace', 'Kim', 'Omar'].map((name) => personOf(cue, name));
  if (grace === undefined || kim === undefined || omar === undefined) return;
  await day.say(grace, group, '/quiz topic:activations count:2');
  const first = day.latest(group);
  const question = day.questionIn(first);
  if (question === undefined) return record.check('a question is asked', false, textOf(first));
  await day.press(omar, group, first, '提示');
  checkSays(day, 'a hint is given to everyone', day.latest(group), '提示 1');
  await day.say(kim, group, answerOf(question, 'strong', 'en'), { replyTo: first });
  await day.press(omar, group, first, '跳过');
  const second = day.latest(group);
  checkSays(day, 'the model answer comes folded with the next question', second, '上一题的参考答案');
  record.check(
    'hidden until one wants to read it',
    second?.entities.some(({ type }) => type === 'spoiler') === true,
  );
  const late = await day.press(grace, group, first, '跳过');
  record.check(
    'a button of the question before moves nothing',
    late?.answer?.text?.includes('gone on') === true,
  );
  await day.press(grace, group, second, '结束');
  checkSays(day, 'the quiz ends with who did what', day.latest(group), 'Kim');
}

/** An experiment: predict, run, look. */
export async function runDemo(cue: Cue): Promise<void> {
  const { day, group } = cue;
  const { record, server } = day;
  const dana = personOf(cue, 'Dana');
  record.scene('An experiment');
  await day.say(dana, group, '/demo depth-flow');
  const message = day.latest(group);
  const predictions = message?.markup?.inline_keyboard?.flat() ?? [];
  record.check('a prediction is asked for first', predictions.length > 1, textOf(message));
  await day.press(dana, group, message, predictions[0]?.text ?? '');
  record.check(
    'the chart takes the place of the question',
    message?.photo !== undefined && message.photo.length > 10_000,
  );
  record.check('its caption fits', (message?.text.length ?? 0) <= 1024, String(message?.text.length));
  record.check(
    'a photo was seen to be on its way',
    server.world.actions.some(({ chatId, action }) => chatId === group.id && action === 'upload_photo'),
  );
}

/** Someone appeals; a moderator decides in private, the group hears of it. */
export async function appeal(cue: Cue): Promise<void> {
  const { day, group } = cue;
  const { record } = day;
  const azhe = personOf(cue, '阿哲');
  const owner = personOf(cue, '林小雨');
  record.scene('An appeal');
  const chat = azhe.privateChat;
  const verdict = chat.messages.findLast((message) => textOf(message).includes('[我说过]'));
  await day.press(azhe, chat, verdict, '我说过');
  const points = day.latest(chat)?.markup?.inline_keyboard?.flat() ?? [];
  record.check('the points that were missed are offered', points.length > 0);
  await day.press(azhe, chat, day.latest(chat), points[0]?.text ?? '');
  await day.press(azhe, chat, day.latest(chat), '你的原话');
  await day.say(azhe, chat, quoteFrom(chat));
  checkSays(day, 'it is filed', day.latest(chat), '管理员会看的');
  checkSays(day, 'the group hears that one waits', day.latest(group), '阿哲 对评分提出了申诉');
  await day.press(owner, group, day.latest(group), '查看申诉');
  const card = day.latest(owner.privateChat);
  checkSays(day, 'a moderator reads it in private', card, '阿哲 的申诉');
  await day.press(owner, owner.privateChat, card, '接受');
  checkSays(day, 'the group hears the decision', day.latest(group), '阿哲 的申诉被接受');
  record.check('answers are graded anew', /[1-9]\d* 份回答重新评分/.test(textOf(day.latest(group))));
}

/** The first clause of what the person answered, as they wrote it. */
function quoteFrom({ messages }: Chat): string {
  const answer = messages.find(({ from, text }) => from.kind === 'user' && !text.startsWith('/'));
  return answer?.text.split(/[，。,.]/)[0] ?? '';
}
