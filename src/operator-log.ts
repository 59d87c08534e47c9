import { type DestinationStream, pino } from 'pino';
import type { Log } from './app/ports/log.ts';
import type { Config } from './config.ts';

/** JSON lines on stderr, so that stdout stays free for what a command prints. Facts are ids and counts by the port's type. */
export function createLog(level: Config['logLevel'], destination?: DestinationStream): Log {
  const logger = pino({ level, base: null }, destination ?? pino.destination({ dest: 2, sync: true }));
  return {
    info: (code, facts = {}) => logger.info(facts, code),
    warn: (code, facts = {}) => logger.warn(facts, code),
    error: (code, cause, facts = {}) => logger.error({ ...facts, err: cause }, code),
  };
}
