import { REST, RESTEvents } from 'discord.js';
import type { Log } from '../../../app/ports/log.ts';

/** Where requests go, and as whom. */
export interface RestOptions {
  readonly token: string;
  readonly apiRoot: string | undefined;
}

/** Discord bans an address after ten thousand refused requests in ten minutes; the operator hears of it long before. */
const warnEvery = 500;

/** The library's queue of requests, which waits for rate limits by itself and says so in the log. */
export function createRest({ token, apiRoot }: RestOptions, log?: Log): REST {
  const api = apiRoot === undefined ? {} : { api: apiRoot };
  const rest = new REST({ version: '10', invalidRequestWarningInterval: warnEvery, ...api }).setToken(token);
  rest.on(RESTEvents.InvalidRequestWarning, ({ count }) => log?.warn('discord-refused-often', { count }));
  rest.on(RESTEvents.RateLimited, ({ method, retryAfter, global: isGlobal }) =>
    log?.info('discord-rate-limited', { method, retryAfterMs: retryAfter, isGlobal }),
  );
  return rest;
}
