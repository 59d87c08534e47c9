import { describe, expect, it } from 'vitest';
import { createLog } from '../src/operator-log.ts';

function linesOf(level: 'info' | 'warn') {
  const lines: Record<string, unknown>[] = [];
  const log = createLog(level, { write: (line: string) => lines.push(JSON.parse(line)) });
  return { log, lines };
}

describe('the operator’s log', () => {
  it('writes a code and its facts', () => {
    const { log, lines } = linesOf('info');
    log.info('joined', { platform: 'discord', groups: 3 });
    expect(lines).toMatchObject([{ msg: 'joined', platform: 'discord', groups: 3 }]);
  });

  it('keeps the cause of a fault with its stack', () => {
    const { log, lines } = linesOf('warn');
    log.error('daily-failed', new Error('no such column'), { group: 'g' });
    expect(lines[0]).toMatchObject({ msg: 'daily-failed', group: 'g', err: { message: 'no such column' } });
  });

  it('is quiet below its level', () => {
    const { log, lines } = linesOf('warn');
    log.info('joined');
    expect(lines).toEqual([]);
  });
});
