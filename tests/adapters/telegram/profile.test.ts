import { describe, expect, it } from 'vitest';
import { toMenus } from '../../../src/adapters/telegram/profile/menus.ts';
import { commands } from '../../../src/app/commands/index.ts';
import { tooManyRequests } from '../../../src/rehearsal/telegram/server/flood-control.ts';
import { scriptedCoach } from '../scripted-coach.ts';
import { openTelegram } from './open-telegram.ts';

const silent = () => scriptedCoach(() => ({ replies: [] })).handle;

describe('the menus', () => {
  const shown = (scope: string, language: string | undefined) =>
    toMenus(commands).find(({ scope: { type }, languageCode }) => type === scope && languageCode === language)
      ?.commands ?? [];

  it('hold every command of the one list where it may be used, in every language', () => {
    for (const scope of ['all_private_chats', 'all_chat_administrators']) {
      for (const language of [undefined, 'en', 'zh']) {
        expect(shown(scope, language)).toHaveLength(commands.length);
      }
    }
    expect(shown('all_private_chats', 'zh')).toContainEqual({
      command: 'quiz',
      description: '开始测验：开放式问题，用自己的话回答',
    });
  });

  it('leave out for a group what is for its moderators', () => {
    const names = shown('all_group_chats', 'en').map(({ command }) => command);
    expect(names).toContain('daily');
    expect(names).not.toContain('appeals');
    expect(names).not.toContain('settings');
  });

  it('name commands as Telegram takes them', () => {
    for (const { commands: menu } of toMenus(commands)) {
      for (const { command } of menu) expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
    }
    expect(shown('default', undefined).map(({ command }) => command)).toContain('follow_up');
  });
});

describe('the profile', () => {
  it('is given in both languages, and once until something changes', async () => {
    const { server, settle, restart } = await openTelegram(silent());
    await settle();
    const { profile } = server.world;
    expect([...profile.menus.keys()]).toContain('all_group_chats/zh');
    expect(profile.texts.get('name/zh')).toBe('梯度教练');
    expect(profile.texts.get('short_description/')).toBe('A coach for deep-learning interviews');
    expect(profile.texts.get('description/zh')).toContain('深度学习');
    const calls = () => server.made.filter(({ call }) => call.method.startsWith('setMy')).length;
    const before = calls();
    await restart(silent());
    await settle();
    expect(calls()).toBe(before);
  });

  it('that Telegram does not take now is given at the next start', async () => {
    const { server, settle, restart, logged } = await openTelegram(silent());
    await settle();
    await restart(silent());
    const second = await openTelegram(silent());
    second.server.troubles.next('setMyDescription', tooManyRequests(3600));
    await second.settle();
    expect(logged).toEqual([]);
    await second.restart(silent());
    await second.settle();
    expect(second.server.world.profile.texts.get('description/')).toContain('interview questions');
    expect(server.objections).toEqual([]);
  });
});
