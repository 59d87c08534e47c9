import { describe, expect, it } from 'vitest';
import type { Call } from '../../../src/rehearsal/telegram/server/read-call.ts';
import { document, judgeByDocument, judgeValue } from './bot-api-document.ts';
import { openStudyGroup } from './open-study-group.ts';

const call = (method: string, parameters: Call['parameters'], files: string[] = []): Call => ({
  method,
  parameters,
  files: new Map(files.map((name) => [name, new Uint8Array()])),
});
const button = (more: object) => ({ reply_markup: { inline_keyboard: [[{ text: 'x', ...more }]] } });
const message = { chat_id: 1, text: 'x' };

// The document lies beside the repository (../shared/specs); without it these cannot run, and the golden messages guard alone.
describe.skipIf(document === undefined)('the machine-readable Bot API', () => {
  it('is the one the adapter was written to', () => {
    expect(document?.version).toBe('Bot API 10.1');
  });

  it.each<[string, Call]>([
    ['a method that is none', call('sendMesage', message)],
    ['a missing parameter', call('sendMessage', { text: 'x' })],
    ['a misspelt parameter', call('sendMessage', { ...message, reply_to: 1 })],
    ['a wrong type', call('sendMessage', { ...message, disable_notification: 'yes' })],
    [
      'a text that is too long once it is read',
      call('sendMessage', { chat_id: 1, parse_mode: 'HTML', text: `<b>${'x'.repeat(4097)}</b>` }),
    ],
    [
      'callback data of too many bytes',
      call('sendMessage', { ...message, ...button({ callback_data: '值'.repeat(22) }) }),
    ],
    [
      'a button that does two things',
      call('sendMessage', { ...message, ...button({ callback_data: 'a', url: 'https://t.me' }) }),
    ],
    ['a button that does nothing', call('sendMessage', { ...message, ...button({}) })],
    ['a file that is not there', call('editMessageMedia', { media: { type: 'photo', media: 'attach://a' } })],
    [
      'a placeholder that is too long',
      call('sendMessage', {
        ...message,
        reply_markup: { force_reply: true, input_field_placeholder: 'x'.repeat(65) },
      }),
    ],
    [
      'a command with a description that is too long',
      call('setMyCommands', { commands: [{ command: 'a', description: 'x'.repeat(257) }] }),
    ],
  ])('finds %s', (_what, wrong) => {
    expect(judgeByDocument(wrong)).not.toEqual([]);
  });

  it('lets pass what is right', () => {
    const text = `<b>${'x'.repeat(4096)}</b>`;
    const right = call('sendMessage', {
      chat_id: -1,
      parse_mode: 'HTML',
      text,
      ...button({ callback_data: 'a', style: 'primary' }),
    });
    expect(judgeByDocument(right)).toEqual([]);
    expect(judgeByDocument(call('sendPhoto', { chat_id: 1, method: 'sendPhoto' }, ['photo']))).toEqual([]);
  });

  it('finds nothing wrong in what the stand-in itself says: its answers and its updates', async () => {
    const { cast, mod, ada, bo, group, say, press, settle, server, latest, tick } = await openStudyGroup({
      kind: 'group',
    });
    await say(mod, '/daily set time:09:00 zone:Asia/Shanghai');
    await say(ada, '/quiz');
    await press(ada, latest(), 'Answer here');
    await say(ada, 'the chain rule', group, latest());
    ada.edit(group, await say(bo, '/answer 链式法则'), '链式法则！');
    await press(bo, latest(), 'Details');
    bo.block();
    bo.unblock();
    cast.migrate(group, mod);
    await settle();
    await tick('2026-03-03T01:00Z');
    expect(server.objections).toEqual([]);
    const problems = [
      ...server.made
        .filter(({ status }) => status === 200)
        .flatMap(({ call: { method }, result }) =>
          judgeValue(result, document?.methods[method]?.returns ?? [], method),
        ),
      ...server.world.updates.all.flatMap((update) =>
        judgeValue(JSON.parse(JSON.stringify(update)), ['Update'], 'update'),
      ),
    ];
    expect([...new Set(problems)]).toEqual([]);
  });
});

describe.runIf(document === undefined)('without the machine-readable Bot API', () => {
  it('nothing is judged by it, and the golden messages guard alone', () => {
    expect(judgeByDocument(call('nonsense', {}))).toEqual([]);
  });
});
