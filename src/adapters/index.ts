import type { Services } from '../app/commands/command.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { Log } from '../app/ports/log.ts';
import type { PlatformAdapter } from '../app/ports/platform-adapter.ts';
import type { Store } from '../app/ports/store.ts';
import { createDiscordAdapter } from './discord/discord-adapter.ts';
import type { Shards } from './discord/life/client.ts';
import { createTelegramAdapter } from './telegram/telegram-adapter.ts';
import { toCommandHints } from './web/command-hints.ts';
import { createWebAdapter, type WebAdapterOptions } from './web/web-adapter.ts';

/** What every adapter may stand on. */
export interface AdapterContext {
  readonly settings: AdapterSettings;
  readonly services: Services;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly announce: WebAdapterOptions['announce'];
}

/** The part of the configuration that adapters read. */
export interface AdapterSettings {
  readonly host: string;
  readonly port: number;
  readonly hostNames: readonly string[];
  readonly telegram:
    | {
        readonly token: string;
        readonly webhookUrl: string | undefined;
        readonly webhookPort: number;
        readonly apiRoot: string | undefined;
      }
    | undefined;
  readonly discord:
    | { readonly token: string; readonly apiRoot: string | undefined; readonly shards: Shards | undefined }
    | undefined;
}

/** Makes an adapter, or nothing when it is not configured. */
type MakeAdapter = (context: AdapterContext) => PlatformAdapter | undefined;

/** Every platform the coach speaks on in a server, one line each. The terminal is a command of its own. */
export const adapters: Readonly<Record<string, MakeAdapter>> = {
  web: ({ settings: { host, port, hostNames }, services, store, clock, log, announce }) =>
    createWebAdapter({
      host,
      port,
      hostNames,
      store,
      clock,
      log,
      announce,
      createId: services.createId,
      version: services.version,
      commands: toCommandHints(services),
    }),
  telegram({ settings: { host, telegram }, services, store, clock, log }) {
    if (telegram === undefined) return undefined;
    const { token, webhookUrl: url, webhookPort: port, apiRoot } = telegram;
    const webhook = url === undefined ? undefined : { url, host, port };
    return createTelegramAdapter({ token, webhook, apiRoot, store, clock, log, commands: services.commands });
  },
  discord: ({ settings: { discord }, services, store, clock, log }) =>
    discord && createDiscordAdapter({ ...discord, services, store, clock, log }),
};
