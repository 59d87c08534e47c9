import { registerCommands } from '../../../adapters/discord/commands/register.ts';
import { commands } from '../../../app/commands/index.ts';
import { roleOf, type Stage } from './stage.ts';

/** Commands, the welcome, and a daily question set up on the second try. */
export async function settingUp(stage: Stage): Promise<void> {
  await registering(stage);
  await arriving(stage);
  await scheduling(stage);
}

async function registering({ record, local }: Stage): Promise<void> {
  record.scene('The operator registers the commands');
  const { token, apiRoot } = local;
  const first = await registerCommands(commands, { token, apiRoot });
  for (const line of first.lines) record.say('Operator', line);
  const again = await registerCommands(commands, { token, apiRoot });
  record.check(
    'registering twice changes nothing the second time',
    again.kind === 'same',
    again.lines.join('; '),
  );
  const registered = local.world.commands.get('global') ?? [];
  const locales = ['en-US', 'en-GB', 'zh-CN', 'zh-TW'] as const;
  const isLocalised = registered.every(({ name_localizations: names }) =>
    locales.every((each) => names?.[each] !== undefined),
  );
  record.check('every command has a name in four locales', isLocalised);
  record.check(
    'Taiwan reads its own characters',
    registered.some(({ name_localizations: names }) => names?.['zh-TW'] === '測驗'),
  );
}

async function arriving({ record, local, guild, people, channel, startCoach, shows }: Stage): Promise<void> {
  record.scene('The server adds the coach');
  await startCoach();
  local.servers.admit(guild);
  const hall = channel('大厅');
  await local.until('a welcome', () => hall.messages.length > 0);
  await local.quiet();
  const [, person] = people;
  if (person === undefined) return;
  const welcome = shows(person, hall);
  record.check(
    'the welcome speaks the server’s language and names two steps',
    /你好[\s\S]+设定每日一题[\s\S]+\/quiz/.test(welcome),
    welcome,
  );
  await person.slash(hall, 'help');
  record.say(person.user.name, '/help');
  const help = shows(person, hall);
  record.check(
    '/help lists every command',
    commands.every(({ name }) => help.includes(`/${name}`)),
  );
  record.check(
    '/help is for the one who asked',
    people.slice(2).every((other) => !other.reads(hall).includes(help)),
  );
}

async function scheduling({ record, local, guild, moderator, people, channel, shows }: Stage): Promise<void> {
  record.scene('The moderator sets up the daily question');
  const hall = channel('大厅');
  const daily = channel('每日一题');
  const zones = await moderator.complete(hall, 'daily set', { zone: 'shang' }, 'zone');
  record.check(
    'a zone is suggested with the time there',
    zones[0]?.name.startsWith('Asia/Shanghai · ') === true,
    zones[0]?.name,
  );
  const roles = await moderator.complete(hall, 'daily set', { mention: '学' }, 'mention');
  record.check(
    'the server’s roles are suggested',
    roles.some(({ name }) => name === '@学员'),
    JSON.stringify(roles),
  );

  local.servers.deny(daily, ['AttachFiles', 'CreatePublicThreads']);
  await local.quiet();
  const filled = {
    time: '09:00',
    zone: 'Asia/Shanghai',
    days: 'daily',
    place: daily.id,
    thread: 'on',
    mention: roleOf(guild, '学员'),
  };
  record.say(
    moderator.user.name,
    `/daily set place:#每日一题 time:09:00 zone:Asia/Shanghai days:daily thread:on mention:@学员`,
  );
  await moderator.slash(hall, 'daily set', filled);
  const refused = shows(moderator, hall);
  record.check(
    'what the coach may not do there is named at once',
    refused.includes('Attach Files, Create Public Threads'),
    refused,
  );

  local.servers.deny(daily, []);
  await local.quiet();
  await moderator.slash(hall, 'daily set', filled);
  const set = shows(moderator, hall);
  record.check(
    'the next five posts are shown',
    (set.match(/2026-03-\d\d 01:00 UTC/g) ?? []).length === 5,
    set,
  );

  const [, learner] = people;
  if (learner === undefined) return;
  await learner.slash(hall, 'daily set', filled);
  record.check('nobody but a moderator may set it', shows(learner, hall).includes('管理员'));
}
