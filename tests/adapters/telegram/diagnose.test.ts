import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnoseTelegram } from '../../../src/adapters/telegram/diagnose.ts';
import { type BotApiServer, startBotApi } from '../../../src/rehearsal/telegram/server/bot-api-server.ts';

let server: BotApiServer;
beforeEach(async () => {
  server = await startBotApi({ clock: { nowMs: () => 0 } });
});
afterEach(() => server.close());

const settings = (more = {}) => ({
  token: server.token,
  webhookUrl: undefined,
  apiRoot: server.url,
  ...more,
});

describe('a look at Telegram', () => {
  it('finds the bot, and that it hears no more than it should', async () => {
    expect(await diagnoseTelegram(settings())).toEqual({
      kind: 'ready',
      username: 'GradCoachBot',
      hearsEverything: false,
    });
    expect(server.made.map(({ call }) => call.method)).toEqual(['getMe']);
  });

  it('finds a token that is not accepted', async () => {
    expect(await diagnoseTelegram(settings({ token: '1:wrong' }))).toEqual({ kind: 'wrong-token' });
  });

  it('finds nobody there', async () => {
    await server.close();
    expect(await diagnoseTelegram(settings())).toEqual({ kind: 'unreachable' });
  });

  it.each([
    ['http://coach.example.org/telegram', 'webhook-not-https'],
    ['https://coach.example.org:3000/telegram', 'webhook-port'],
  ])('finds that Telegram would not call %s, without asking it', async (webhookUrl, kind) => {
    expect(await diagnoseTelegram(settings({ webhookUrl, apiRoot: undefined }))).toEqual({ kind });
    expect(server.made).toEqual([]);
  });
});
