import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { QuestionBank } from '../../../src/core/question/bank.ts';
import { wordsOf } from '../../../src/rehearsal/discord/reading.ts';
import { refusals } from '../../../src/rehearsal/discord/refusal.ts';
import { realBank } from '../../support/room.ts';
import { answer, latest, openStudy, type Study, type StudyOptions } from './open-study.ts';

let bank: QuestionBank;
beforeAll(async () => {
  bank = await realBank();
});

let open: Study | undefined;
afterEach(() => open?.close());

const server = {
  channels: [
    'general',
    'daily',
    { name: 'news', type: ChannelType.GuildAnnouncement },
    { name: 'questions', type: ChannelType.GuildForum, tag: 'daily' },
  ],
  roles: [
    { name: 'Moderators', permissions: PermissionFlagsBits.ManageGuild },
    { name: 'Learners' },
    { name: 'Closed', isMentionable: false },
  ],
};

async function study(options: Partial<StudyOptions> = {}) {
  open = await openStudy({ bank, server, ...options });
  const mod = open.local.addPerson('Mod');
  const ada = open.local.addPerson('Ada');
  open.guild.memberRoles.set(mod.user.id, [open.guild.roles[2]?.id ?? '']);
  const place = (name: string) => open?.channel(name).id ?? '';
  return { open, local: open.local, general: open.general, daily: open.channel('daily'), place, mod, ada };
}

const days = { time: '09:00', zone: 'Asia/Shanghai', days: 'daily' };

describe('/daily set', () => {
  it('names exactly what the coach lacks in a channel, to the moderator alone', async () => {
    const { local, general, daily, place, mod, ada } = await study();
    local.servers.deny(daily, ['AttachFiles', 'CreatePublicThreads']);
    await local.quiet();
    await mod.slash(general, 'daily set', { ...days, place: place('daily'), thread: 'on' });
    expect(mod.reads(general).at(-1)).toContain('Please allow me: Attach Files, Create Public Threads.');
    expect(ada.reads(general).join('\n')).not.toContain('Please allow me');
    local.servers.deny(daily, []);
    await local.quiet();
    await mod.slash(general, 'daily set', { ...days, place: place('daily'), thread: 'on' });
    expect(ada.reads(general).at(-1)).toContain('The daily question is set.');
  });

  it('previews the next posts in each reader’s own time', async () => {
    const { general, mod } = await study();
    await mod.slash(general, 'daily set', days);
    const raw = JSON.stringify(general.messages.at(-1)?.api.components);
    expect(raw).toContain(`<t:${Date.parse('2026-03-03T01:00Z') / 1000}:F>`);
    expect(raw).toContain(':R>');
  });

  it('asks for the right to call a role that not everyone may call', async () => {
    const { general, mod } = await study();
    await mod.slash(general, 'daily set', { ...days, mention: 'Closed' });
    expect(mod.reads(general).at(-1)).toContain('Mention @everyone, @here, and All Roles');
    await mod.slash(general, 'daily set', { ...days, mention: 'nobody knows' });
    expect(mod.reads(general).at(-1)).toContain('There is no role “nobody knows”.');
  });

  it('takes a typed line with a channel and a role in it', async () => {
    const { open, general, daily, mod, local } = await study();
    const role = open.guild.roles.find(({ name }) => name === 'Learners');
    mod.write(general, `@coach /daily set time:09:00 place:<#${daily.id}> mention:<@&${role?.id}>`);
    await local.until('an answer', () => mod.reads(general).at(-1)?.includes('is set') === true);
    const saved = await open.store.transaction((tx) => tx.dailies.find(`discord:${open.guild.id}`));
    expect(saved).toMatchObject({
      conversationId: `discord:${open.guild.id}/${daily.id}`,
      manner: { mention: role?.id },
    });
  });
});

describe('the daily question', () => {
  it('is posted with its buttons and a thread, and calls the one role that was chosen', async () => {
    const { open, general, daily, place, mod, ada } = await study();
    const role = open.guild.roles.find(({ name }) => name === 'Learners');
    await mod.slash(general, 'daily set', {
      ...days,
      place: place('daily'),
      thread: 'on',
      mention: role?.id ?? '',
    });
    await open.tickAt('2026-03-03T01:00Z');
    const [post] = ada.sees(daily);
    expect(wordsOf(post!)).toContain(`@role ${role?.id}`);
    expect(wordsOf(post!)).toContain('Question of the day · 2026-03-03');
    expect(post?.api.thread?.name).toBe('Question of the day · 2026-03-03');
    const sent = open.local.exchanges.find(({ path }) => path === `/channels/${daily.id}/messages`);
    expect(sent?.body).toMatchObject({
      allowed_mentions: { parse: [], roles: [role?.id] },
      enforce_nonce: true,
    });
    await answer(ada, post, 'I will think about it.');
    expect(wordsOf(post!)).toContain('Answered: Ada');
  });

  it('resolves the one before, with what the group made of it', async () => {
    const { open, general, daily, place, mod, ada } = await study();
    await mod.slash(general, 'daily set', { ...days, place: place('daily') });
    await open.tickAt('2026-03-03T01:00Z');
    await answer(ada, latest(ada, open, daily), 'I do not know yet.');
    await open.tickAt('2026-03-04T01:00Z');
    const [reveal, question] = ada.reads(daily).slice(-2);
    expect(reveal).toContain('The question of 2026-03-03, resolved');
    expect(reveal).toContain('1 person answered');
    expect(reveal).toMatch(/▒[\s\S]+▒/);
    expect(question).toContain('Question of the day · 2026-03-04');
  });

  it('goes to announcement channels too', async () => {
    const { open, general, place, mod, ada } = await study();
    await mod.slash(general, 'daily set', { ...days, place: place('news'), thread: 'on' });
    await open.tickAt('2026-03-03T01:00Z');
    const [post] = ada.sees(open.channel('news'));
    expect(post?.api.thread?.type).toBe(ChannelType.AnnouncementThread);
  });

  it('is a post of its own in a forum, under its tag, and resolved inside of the next', async () => {
    const { open, general, place, mod, ada } = await study();
    await mod.slash(general, 'daily set', { ...days, place: place('questions') });
    await open.tickAt('2026-03-03T01:00Z');
    await open.tickAt('2026-03-04T01:00Z');
    const posts = open.guild.channels.filter(({ parentId }) => parentId === place('questions'));
    expect(posts.map(({ name }) => name)).toEqual([
      'Question of the day · 2026-03-03',
      'Question of the day · 2026-03-04',
    ]);
    const [opening, reveal] = ada.reads(posts[1]!);
    expect(opening).toContain('Question of the day · 2026-03-04');
    expect(reveal).toContain('resolved');
    await answer(ada, ada.sees(posts[1]!)[0], 'An answer in the forum.');
    expect(ada.reads(posts[1]!)[0]).toContain('Answered: Ada');
  });

  it('stands without a thread where none can be opened, and says once why', async () => {
    const { open, local, general, daily, place, mod, ada } = await study();
    await mod.slash(general, 'daily set', { ...days, place: place('daily'), thread: 'on' });
    local.servers.deny(daily, ['CreatePublicThreads']);
    await local.quiet();
    await open.tickAt('2026-03-03T01:00Z');
    await open.tickAt('2026-03-04T01:00Z');
    const said = ada.reads(daily).filter((text) => text.includes('I could not open a thread'));
    expect(said).toEqual(['I could not open a thread for this question: Create Public Threads.']);
  });

  it('pauses where it may not be posted any more, tells the group once elsewhere, and is resumed by command', async () => {
    const { open, local, general, daily, place, mod, ada } = await study();
    await mod.slash(general, 'daily set', { ...days, place: place('daily') });
    local.servers.deny(daily, ['SendMessages']);
    await local.quiet();
    for (const day of ['03', '04', '05']) {
      await open.tickAt(`2026-03-${day}T01:00Z`);
      await open.tick();
    }
    const told = ada.reads(general).filter((text) => text.includes('I have paused it'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Send Messages');
    await mod.press(latest(mod, open), 'Resume');
    expect(mod.reads(general).at(-1)).toContain('Please allow me: Send Messages.');
    local.servers.deny(daily, []);
    await local.quiet();
    await mod.slash(general, 'daily resume');
    await open.tickAt('2026-03-06T01:00Z');
    expect(ada.reads(daily).at(-1)).toContain('Question of the day · 2026-03-06');
  });

  it('pauses when its channel is gone', async () => {
    const { open, local, general, daily, place, mod, ada } = await study();
    await mod.slash(general, 'daily set', { ...days, place: place('daily') });
    local.servers.removeChannel(daily);
    await local.quiet();
    await open.tickAt('2026-03-03T01:00Z');
    await open.tick();
    expect(ada.reads(general).at(-1)).toContain('the channel is gone or closed to me');
  });

  it('pauses when Discord refuses what the gateway had promised', async () => {
    const { open, local, general, place, mod } = await study();
    await mod.slash(general, 'daily set', { ...days, place: place('daily') });
    local.troubles.order(
      { method: 'POST', path: /messages$/ },
      { kind: 'refuse', refusal: refusals.missingAccess },
    );
    await open.tickAt('2026-03-03T01:00Z');
    await mod.slash(general, 'daily preview');
    expect(mod.reads(general).at(-1)).toContain('paused');
  });

  it('is tried again when Discord is unwell, and posted once', async () => {
    const { open, local, general, daily, place, mod, ada } = await study();
    await mod.slash(general, 'daily set', { ...days, place: place('daily') });
    local.troubles.order({ method: 'POST', path: /messages$/ }, { kind: 'unwell', status: 503 }, 4);
    await open.tickAt('2026-03-03T01:00Z');
    expect(ada.sees(daily)).toHaveLength(0);
    await open.tickAt('2026-03-03T01:02Z');
    expect(ada.sees(daily)).toHaveLength(1);
  });

  it.each(['daily', 'questions'])('whose sending was cut off is posted once, in #%s', async (name) => {
    const { open, local, general, place, mod } = await study();
    await mod.slash(general, 'daily set', { ...days, place: place(name) });
    // Discord has the post, we never hear of it, and long after every nonce is forgotten we begin anew.
    local.troubles.order({ method: 'POST', path: /(messages|threads)$/ }, { kind: 'lose-answer' }, 9);
    await open.tickAt('2026-03-03T01:00Z');
    await local.quiet();
    await open.restart();
    await open.tickAt('2026-03-03T03:00Z');
    const posts =
      name === 'daily'
        ? open.channel('daily').messages
        : open.guild.channels.filter(({ parentId }) => parentId === place('questions'));
    expect(posts).toHaveLength(1);
  });
});
