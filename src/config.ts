import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CoachError } from './app/coach-error.ts';
import { findTimeZone } from './core/schedule/time-zone.ts';

/** What the environment says; every setting has a default, so nothing needs configuring. */
export interface Config {
  /** Where the study room listens. */
  readonly host: string;
  readonly port: number;
  /** Names besides IP addresses under which others reach the study room. */
  readonly hostNames: readonly string[];
  /** SQLite file, or `:memory:`. */
  readonly database: string;
  /** Folder with questions and glossary. */
  readonly content: string;
  /** Zone of groups that have not chosen one. */
  readonly zone: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Experiments that run side by side. */
  readonly workers: number;
  /** The one backend experiments compute with; absent: each the one that is fastest for it. */
  readonly backend: 'tensorflow' | 'wasm' | 'cpu' | undefined;
  readonly discord: DiscordConfig | undefined;
  readonly telegram: TelegramConfig | undefined;
}

/** Present when a token is set. */
export interface DiscordConfig {
  readonly token: string;
  readonly applicationId: string | undefined;
  /** Another REST root; its `/gateway/bot` names the gateway. */
  readonly apiRoot: string | undefined;
  /** Set by `npm run shards` for each of its processes. */
  readonly shards: ShardsConfig | undefined;
}

/** Which of the servers' shards this process holds. */
export interface ShardsConfig {
  readonly ids: readonly number[];
  readonly count: number;
}

/** Present when a token is set. */
export interface TelegramConfig {
  readonly token: string;
  /** Public address for a webhook; absent: long polling. */
  readonly webhookUrl: string | undefined;
  /** Where what arrives at that address is passed on to. */
  readonly webhookPort: number;
  readonly apiRoot: string | undefined;
}

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().trim().optional());
const url = z.preprocess((value) => (value === '' ? undefined : value), z.url().optional());

/** Discord's library writes the numbers of its shards for each process that it starts: `3` or `[3,4]`. */
const shardIds = z.preprocess(
  (value) => (typeof value === 'string' ? value.match(/\d+/g)?.map(Number) : undefined),
  z.array(z.number().int()).optional(),
);

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  GRADCOACH_HOST_NAMES: z
    .string()
    .default('')
    .transform((names) =>
      names
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((name) => name !== ''),
    ),
  GRADCOACH_DB: z.string().default('data/gradcoach.db'),
  GRADCOACH_CONTENT: z.string().default(inProject('content')),
  GRADCOACH_ZONE: z
    .string()
    .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
    .transform((zone, context) => {
      const known = findTimeZone(zone);
      if (known !== undefined) return known;
      context.addIssue({ code: 'custom', message: 'must be an IANA time zone such as Asia/Shanghai' });
      return z.NEVER;
    }),
  GRADCOACH_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  GRADCOACH_WORKERS: z.coerce.number().int().min(1).max(16).default(2),
  GRADCOACH_BACKEND: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(['tensorflow', 'wasm', 'cpu']).optional(),
  ),
  DISCORD_TOKEN: optional,
  DISCORD_APP_ID: optional,
  DISCORD_API_ROOT: url,
  SHARDS: shardIds,
  SHARD_COUNT: z.coerce.number().int().min(1).optional(),
  TELEGRAM_TOKEN: optional,
  TELEGRAM_WEBHOOK_URL: url,
  TELEGRAM_WEBHOOK_PORT: z.coerce.number().int().min(0).max(65_535).default(8443),
  TELEGRAM_API_ROOT: url,
});

/** Reads the process's environment, after `.env` in the working folder if there is one. */
export function readConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return parseConfig(process.env);
}

/** Checks an environment; throws a {@link CoachError} that lists every wrong variable by name, never by value. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new CoachError(
      'config-wrong',
      `Some settings are wrong. ${problems.join('; ')}. See .env.example.`,
    );
  }
  const { data } = parsed;
  return {
    host: data.HOST,
    port: data.PORT,
    hostNames: data.GRADCOACH_HOST_NAMES,
    database: data.GRADCOACH_DB,
    content: data.GRADCOACH_CONTENT,
    zone: data.GRADCOACH_ZONE,
    logLevel: data.GRADCOACH_LOG,
    workers: data.GRADCOACH_WORKERS,
    backend: data.GRADCOACH_BACKEND,
    discord:
      data.DISCORD_TOKEN === undefined
        ? undefined
        : {
            token: data.DISCORD_TOKEN,
            applicationId: data.DISCORD_APP_ID,
            apiRoot: data.DISCORD_API_ROOT,
            shards:
              data.SHARDS === undefined || data.SHARD_COUNT === undefined
                ? undefined
                : { ids: data.SHARDS, count: data.SHARD_COUNT },
          },
    telegram:
      data.TELEGRAM_TOKEN === undefined
        ? undefined
        : {
            token: data.TELEGRAM_TOKEN,
            webhookUrl: data.TELEGRAM_WEBHOOK_URL,
            webhookPort: data.TELEGRAM_WEBHOOK_PORT,
            apiRoot: data.TELEGRAM_API_ROOT,
          },
  };
}
