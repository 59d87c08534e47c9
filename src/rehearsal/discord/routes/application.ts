import type { APIApplicationCommand } from 'discord.js';
import { userPayload } from '../payloads.ts';
import { items, type Json } from '../rules/json.ts';
import type { Platform, Route } from './route.ts';

/** The application itself: where its gateway is, who it is, and its commands. */
export const applicationRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^\/gateway\/bot$/,
    run: ({ gatewayUrl, shards }) => ({
      url: gatewayUrl(),
      shards,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
    }),
  },
  { method: 'GET', pattern: /^\/users\/@me$/, run: ({ world }) => userPayload(world.bot) },
  {
    method: 'GET',
    pattern: /^\/(?:oauth2\/applications|applications)\/@me$/,
    run: ({ world }) => ({
      id: world.applicationId,
      name: world.bot.name,
      description: '',
      bot: userPayload(world.bot),
    }),
  },
  {
    method: 'GET',
    pattern: /^\/applications\/\d+\/(?:guilds\/(\d+)\/)?commands$/,
    run: ({ world }, { parts: [guildId = 'global'], query }) => {
      const commands = world.commands.get(guildId) ?? [];
      return query.get('with_localizations') === 'true' ? commands : commands.map(withoutLocalisations);
    },
  },
  {
    method: 'PUT',
    pattern: /^\/applications\/\d+\/(?:guilds\/(\d+)\/)?commands$/,
    run: (platform, { parts: [guildId = 'global'], body }) => overwrite(platform, guildId, items(body)),
  },
];

/** Commands as Discord keeps them: with ids, a version, and every default written out. */
function overwrite(
  { world }: Platform,
  scope: string,
  given: readonly Json[],
): readonly APIApplicationCommand[] {
  const before = world.commands.get(scope) ?? [];
  const kept = given.map((command) => {
    const same = before.find(({ name }) => name === command.name);
    return {
      id: same?.id ?? world.newId(),
      application_id: world.applicationId,
      version: world.newId(),
      type: 1,
      dm_permission: true,
      nsfw: false,
      default_member_permissions: null,
      ...(scope !== 'global' && { guild_id: scope }),
      ...command,
      // Checked by the rules before it came here.
    } as unknown as APIApplicationCommand;
  });
  world.commands.set(scope, kept);
  return kept;
}

/** Unless asked for, Discord leaves out the words of other languages. */
function withoutLocalisations(value: APIApplicationCommand): unknown {
  return strip(value);
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).filter(([name]) => !name.endsWith('_localizations'));
  return Object.fromEntries(own.map(([name, inner]) => [name, strip(inner)]));
}
