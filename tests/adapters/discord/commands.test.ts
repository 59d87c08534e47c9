import { ApplicationCommandOptionType, PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import {
  compareCommands,
  describeDifference,
} from '../../../src/adapters/discord/commands/compare-commands.ts';
import { optionNames, pathNames } from '../../../src/adapters/discord/commands/names.ts';
import { registerCommands } from '../../../src/adapters/discord/commands/register.ts';
import { createToTaiwan } from '../../../src/adapters/discord/commands/taiwan.ts';
import { toCommands } from '../../../src/adapters/discord/commands/to-commands.ts';
import { diagnoseDiscord } from '../../../src/adapters/discord/diagnose.ts';
import { commands } from '../../../src/app/commands/index.ts';
import { type LocalDiscord, openLocalDiscord } from '../../../src/rehearsal/discord/local-discord.ts';
import { refusals } from '../../../src/rehearsal/discord/refusal.ts';
import { houseRules } from '../../../src/rehearsal/discord/rules/judge.ts';

const slash = toCommands(commands, createToTaiwan());
const command = (name: string) => slash.find((each) => each.name === name);

let local: LocalDiscord | undefined;
afterEach(() => local?.close());

async function platform() {
  local = await openLocalDiscord();
  return { local, token: local.token, apiRoot: local.apiRoot };
}

describe('slash commands', () => {
  it('are those of the one list, and keep every rule', () => {
    expect(slash.map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
    expect(houseRules({ method: 'PUT', path: '/applications/1/commands', body: slash, files: [] })).toEqual(
      [],
    );
  });

  it('leave out what only a button can call', () => {
    const subcommands = command('appeals')?.options?.map(({ name }) => name);
    expect(subcommands).toEqual(['list', 'log', 'export']);
    expect(JSON.stringify(slash)).not.toContain('"name":"round"');
  });

  it('have a name and a description in four locales, Taiwan’s in its own characters', () => {
    for (const each of slash) {
      expect(Object.keys(each.name_localizations ?? {})).toEqual(['en-US', 'en-GB', 'zh-CN', 'zh-TW']);
      expect(Object.keys(each.description_localizations ?? {})).toEqual(['en-US', 'en-GB', 'zh-CN', 'zh-TW']);
    }
    const daily = command('daily');
    expect(daily?.name_localizations).toMatchObject({ 'zh-CN': '每日一题', 'zh-TW': '每日一題' });
    const set = daily?.options?.find(({ name }) => name === 'set');
    expect(JSON.stringify(set)).toContain('討論串');
    expect(JSON.stringify(set)).toContain('身分組');
  });

  it('say who may use them, and where', () => {
    expect(command('settings')).toMatchObject({
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
      contexts: [0, 1],
      integration_types: [0],
    });
    expect(command('quiz')).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    expect(command('quiz')?.default_member_permissions).toBeUndefined();
  });

  it('complete what is open, and let pick what is not', () => {
    const set = command('daily')?.options?.find(({ name }) => name === 'set') as {
      options: { name: string; type: number; autocomplete?: boolean; choices?: unknown[] }[];
    };
    const option = (name: string) => set.options.find((each) => each.name === name);
    expect(option('zone')?.autocomplete).toBe(true);
    expect(option('mention')?.autocomplete).toBe(true);
    expect(option('place')?.type).toBe(ApplicationCommandOptionType.Channel);
    expect(option('thread')?.choices).toHaveLength(2);
  });

  it('have no Chinese name twice in one place', () => {
    expect(new Set(Object.values(optionNames)).size).toBe(Object.keys(optionNames).length);
    expect(Object.values(pathNames).every((name) => name !== '')).toBe(true);
  });
});

describe('registering', () => {
  it('writes once, says what was new, and then has nothing to change', async () => {
    const { local, token, apiRoot } = await platform();
    const first = await registerCommands(commands, { token, apiRoot });
    expect(first.kind).toBe('done');
    expect(first.lines).toContain('+ /quiz');
    expect(await registerCommands(commands, { token, apiRoot })).toEqual({ kind: 'same', lines: [] });
    expect(local.exchanges.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('says where a command differs, and only says so in a dry run', async () => {
    const { local, token, apiRoot } = await platform();
    await registerCommands(commands.slice(1), { token, apiRoot });
    const board = local.world.commands.get('global')?.find(({ name }) => name === 'board');
    board!.description = 'something older';
    const { kind, lines } = await registerCommands(commands, { token, apiRoot, isDryRun: true });
    expect(kind).toBe('dry-run');
    expect(lines).toEqual(['+ /quiz', '~ /board', '    description: something older → Show the leaderboard']);
    expect(local.world.commands.get('global')?.map(({ name }) => name)).not.toContain('quiz');
  });

  it('in one server, and takes them away again', async () => {
    const { local, token, apiRoot } = await platform();
    const guild = local.servers.open({ name: 'dev', channels: ['general'] });
    await registerCommands(commands, { token, apiRoot, guildId: guild.id });
    expect(local.world.commands.get(guild.id)).toHaveLength(commands.length);
    const { lines } = await registerCommands(commands, {
      token,
      apiRoot,
      guildId: guild.id,
      isRemoval: true,
    });
    expect(lines).toContain('- /quiz');
    expect(local.world.commands.get(guild.id)).toEqual([]);
  });

  it('says in a sentence what keeps it from being done', async () => {
    const { local, token, apiRoot } = await platform();
    await expect(registerCommands(commands, { token: 'wrong', apiRoot })).rejects.toThrow(
      'does not accept DISCORD_TOKEN',
    );
    local.troubles.order({ path: /guilds/ }, { kind: 'refuse', refusal: refusals.missingAccess });
    await expect(registerCommands(commands, { token, apiRoot, guildId: '1' })).rejects.toThrow(
      'is not in the server 1',
    );
    await expect(registerCommands(commands, { token, apiRoot: 'http://127.0.0.1:9/api' })).rejects.toThrow(
      'cannot be reached',
    );
  });

  it('takes moved options and dropped choices for differences', () => {
    const [first] = slash;
    const turned = { ...first, options: [...(first?.options ?? [])].reverse() };
    expect(compareCommands([turned], [first!]).changed).toHaveLength(1);
    expect(describeDifference(compareCommands([{ name: 'old' }], []))).toEqual(['- /old']);
  });
});

describe('the doctor', () => {
  it('tells a token that works from one that does not, and registered commands from others', async () => {
    const { token, apiRoot } = await platform();
    expect(await diagnoseDiscord({ token, apiRoot }, commands)).toEqual({
      kind: 'commands-differ',
      name: 'GradCoach',
    });
    await registerCommands(commands, { token, apiRoot });
    expect(await diagnoseDiscord({ token, apiRoot }, commands)).toEqual({ kind: 'ready', name: 'GradCoach' });
    expect(await diagnoseDiscord({ token: 'x', apiRoot }, commands)).toEqual({ kind: 'wrong-token' });
    expect(await diagnoseDiscord({ token, apiRoot: 'http://127.0.0.1:9/api' }, commands)).toEqual({
      kind: 'unreachable',
    });
  });
});
