import type { Stage } from './stage.ts';

/** What goes wrong on an ordinary day: lost connections, rate limits, deliveries that come twice, a channel that closes. */
export async function mishaps(stage: Stage): Promise<void> {
  await network(stage);
  await nextDay(stage);
  await closedChannel(stage);
}

async function network({ record, local, people, channel, shows }: Stage): Promise<void> {
  record.scene('A bad network');
  const hall = channel('大厅');
  const [, person] = people;
  if (person === undefined) return;
  local.gateway.drop('broken');
  await person.slash(hall, 'about');
  record.check(
    'a broken connection is resumed, and nothing is missed',
    local.gateway.counts.resumed > 0 && shows(person, hall).includes('不是对你的评判'),
  );
  const before = person.sees(hall).length;
  person.again();
  await local.quiet();
  record.check('a delivery that comes twice is answered once', person.sees(hall).length === before);
  local.troubles.order({ path: /@original$/ }, { kind: 'slow-down', retryAfterMs: 50 });
  await person.slash(hall, 'about');
  record.check('a rate limit is waited for', person.sees(hall).length === before + 1);
  local.troubles.order({ path: /callback$/ }, { kind: 'lose-answer' });
  await person.slash(hall, 'about');
  record.check(
    'a first response whose answer was lost is followed by the reply',
    person.sees(hall).length === before + 2,
  );
}

async function nextDay({ record, people, channel, until, shows }: Stage): Promise<void> {
  record.scene('The next morning');
  const daily = channel('每日一题');
  const [, person] = people;
  if (person === undefined) return;
  await until('2026-03-03T09:00+08:00');
  const [reveal = '', question = ''] = person.reads(daily).slice(-2);
  record.say('Coach', reveal);
  shows(person, daily);
  record.check(
    'yesterday’s question is resolved with the group’s numbers',
    /20 人回答，平均 \d+ %/.test(reveal),
    reveal,
  );
  record.check('what most people missed comes first', sharesRise(reveal));
  record.check('its model answer is covered until one asks for it', /▒[\s\S]+▒/.test(reveal));
  record.check('today’s question follows', question.includes('每日一题 · 2026-03-03'), question);
}

function sharesRise(reveal: string): boolean {
  const shares = [...reveal.matchAll(/^- (\d+) %/gm)].map(([, share]) => Number(share));
  return (
    shares.length > 1 && shares.every((share, index) => index === 0 || share >= (shares[index - 1] ?? 0))
  );
}

async function closedChannel({ record, local, moderator, channel, until, shows }: Stage): Promise<void> {
  record.scene('Someone takes the coach’s right to write there');
  const daily = channel('每日一题');
  const hall = channel('大厅');
  local.servers.deny(daily, ['SendMessages']);
  await local.quiet();
  const before = hall.messages.length;
  for (const time of ['2026-03-04T09:00', '2026-03-04T09:01', '2026-03-05T09:00'])
    await until(`${time}+08:00`);
  record.check(
    'the group is told once, elsewhere',
    hall.messages.length === before + 1,
    `${hall.messages.length - before} messages`,
  );
  const told = shows(moderator, hall);
  record.check('it is told exactly what is missing', told.includes('发送消息'), told);
  local.servers.deny(daily, []);
  await local.quiet();
  await moderator.press(hall.messages.at(-1), '恢复每日一题');
  shows(moderator, hall);
  const posts = daily.messages.length;
  await until('2026-03-06T09:00+08:00');
  record.check('resumed, it comes again', daily.messages.length > posts);
}
