import type { Person } from '../people.ts';
import { controlsOf, wordsOf } from '../reading.ts';
import type { Channel } from '../world.ts';
import { roleOf, type Stage } from './stage.ts';

/** The day's question comes, and twenty people answer it. */
export async function dailyQuestion(stage: Stage): Promise<void> {
  const { record, people, channel, until, shows } = stage;
  record.scene('Nine o’clock: the question of the day');
  const daily = channel('每日一题');
  await until('2026-03-02T09:00+08:00');
  await until('2026-03-02T09:01+08:00');
  const [post] = daily.messages;
  const [, learner] = people;
  if (post === undefined || learner === undefined) throw new Error('the question did not come');
  shows(learner, daily);
  record.check('it came once', daily.messages.length === 1, `${daily.messages.length} messages`);
  record.check('it called the one role', wordsOf(post).startsWith(`@role ${roleOf(stage.guild, '学员')}`));
  const thread = post.api.thread?.name ?? 'none';
  record.check('it has a thread', thread.includes('2026-03-02'), thread);

  record.scene('Twenty people answer');
  for (const [index, person] of people.entries()) await answerDaily(stage, person, daily, index);
  await stage.local.quiet();
  const tally = wordsOf(post)
    .split('\n')
    .find((line) => line.startsWith('已回答'));
  record.say('Coach', tally ?? '');
  record.check('the question shows who has answered', tally?.includes('等 14 人') === true, tally);
  record.check(
    'nobody sees another’s verdict',
    people.every((person) => person.sees(daily).length === 2),
    people.map((person) => person.sees(daily).length).join(' '),
  );
}

/** Answers as people do: some well, some half, some not at all, each in their own language. */
async function answerDaily(
  { record, questionOn }: Stage,
  person: Person,
  daily: Channel,
  index: number,
): Promise<void> {
  const [post] = daily.messages;
  const { samples, modelAnswer } = questionOn(post);
  const language = person.user.locale.startsWith('zh') ? 'zh' : 'en';
  const own = samples.filter((sample) => sample.language === language || sample.language === 'mixed');
  const sample = own[index % own.length]?.answer ?? '';
  const words = index % 5 === 0 || sample.trim() === '' ? modelAnswer[language] : sample;
  const form = post === undefined ? undefined : controlsOf(post.api)[0];
  await person.submit(await person.press(post, form?.label ?? ''), words);
  record.say(person.user.name, words.length > 60 ? `${words.slice(0, 60)}…` : words);
  const verdict = person.reads(daily).at(-1) ?? '';
  record.say(`Coach to ${person.user.name}`, verdict.split('\n').slice(0, 2).join(' '));
}
