import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config.ts';

describe('the configuration', () => {
  it('is complete without any variable', () => {
    expect(parseConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      database: 'data/gradcoach.db',
      discord: undefined,
      telegram: undefined,
    });
  });

  it('takes an empty variable for none, as .env files write it', () => {
    expect(parseConfig({ DISCORD_TOKEN: '', TELEGRAM_TOKEN: ' ' })).toMatchObject({ discord: undefined });
  });

  it('joins a platform when its token is there', () => {
    const config = parseConfig({ DISCORD_TOKEN: 'abc', DISCORD_APP_ID: '1', TELEGRAM_TOKEN: '2:x' });
    expect(config.discord).toEqual({
      token: 'abc',
      applicationId: '1',
      apiRoot: undefined,
      shards: undefined,
    });
    expect(config.telegram?.token).toBe('2:x');
  });

  it('knows which shards it holds when Discord’s library started it for some', () => {
    const shards = (SHARDS: string) =>
      parseConfig({ DISCORD_TOKEN: 'abc', SHARDS, SHARD_COUNT: '4' }).discord?.shards;
    expect(shards('2')).toEqual({ ids: [2], count: 4 });
    expect(shards('[0,1]')).toEqual({ ids: [0, 1], count: 4 });
    expect(parseConfig({ DISCORD_TOKEN: 'abc', SHARDS: 'no number' }).discord?.shards).toBeUndefined();
  });

  it('names every wrong variable at once, and no value of any', () => {
    const wrong = {
      PORT: 'eighty',
      GRADCOACH_ZONE: 'Mars',
      DISCORD_API_ROOT: 'secret-host',
      TELEGRAM_TOKEN: 'secret',
    };
    let message = '';
    try {
      parseConfig(wrong);
    } catch (fault) {
      message = String(fault);
    }
    expect(message).toContain('PORT');
    expect(message).toContain('GRADCOACH_ZONE: must be an IANA time zone such as Asia/Shanghai');
    expect(message).toContain('DISCORD_API_ROOT');
    expect(message).not.toContain('secret');
  });
});
