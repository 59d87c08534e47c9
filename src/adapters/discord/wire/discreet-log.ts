import { DiscordAPIError, HTTPError } from 'discord.js';
import { CoachError } from '../../../app/coach-error.ts';
import type { Log } from '../../../app/ports/log.ts';

/** The library's errors carry addresses with tokens in them and the words of people; this log lets neither through. */
export function discreetLog(log: Log): Log {
  return {
    info: (code, facts) => log.info(code, facts),
    warn: (code, facts) => log.warn(code, facts),
    error: (code, cause, facts) => log.error(code, discreet(cause), facts),
  };
}

function discreet(cause: unknown): unknown {
  if (cause instanceof DiscordAPIError) {
    // Of a refused body: which fields are wrong and how, without what stands in them.
    const fields = cause.message.match(/^\S+\[[A-Z_]+\]/gm) ?? [];
    const about = fields.length === 0 ? '' : `: ${fields.join(', ')}`;
    return like(cause, `Discord answered ${cause.status} (${cause.code}) to a ${cause.method}${about}`);
  }
  if (cause instanceof HTTPError) return like(cause, `Discord answered ${cause.status} to a ${cause.method}`);
  if (cause instanceof CoachError && cause.cause !== undefined) {
    return new CoachError(cause.code, cause.message, { cause: discreet(cause.cause) });
  }
  return cause;
}

function like({ name, stack }: Error, message: string): Error {
  const error = new Error(message);
  error.name = name;
  // The frames without the first lines, which repeat the message.
  const frames = stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  error.stack = [`${name}: ${message}`, ...frames].join('\n');
  return error;
}
