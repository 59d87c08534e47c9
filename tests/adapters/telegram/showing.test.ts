import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/app/incoming.ts';
import type { Response } from '../../../src/app/reply.ts';
import { readMessage } from '../../../src/rehearsal/telegram/people/seen.ts';
import type { StoredMessage } from '../../../src/rehearsal/telegram/server/world.ts';
import { openStore } from '../../../src/storage/index.ts';
import { later, reply, scriptedCoach, wordsOf } from '../scripted-coach.ts';
import { openStudyGroup } from './open-study-group.ts';
import { openTelegram } from './open-telegram.ts';

const png = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 3, 192, 0, 0, 2, 88,
]);

const chart = (alt: string) =>
  ({ kind: 'image', image: { key: 'chart-1', alt, widthPx: 960, heightPx: 600 } }) as const;

/** Someone in private with a scripted coach, and a store that keeps one chart. */
async function openScript(script: (incoming: Incoming) => Response) {
  const store = await openStore(':memory:');
  const run = {
    key: 'chart-1',
    experiment: 'e',
    parameters: {},
    seed: 1,
    backend: 'plain',
    measures: {},
    expected: [],
    tookMs: 1,
    isCached: false,
    rightOption: 'a',
    notice: [],
    tryNext: [],
    chart: { title: 't', png, alt: 'a', widthPx: 960, heightPx: 600 },
  };
  await store.transaction((tx) => tx.charts.save('chart-1', run, 1));
  const telegram = await openTelegram(scriptedCoach(script).handle, { store });
  const ada = telegram.cast.person('Ada', 'en');
  const chat = ada.privateChat;
  const shown = () => chat.messages.filter(({ from, isDeleted }) => from.kind === 'bot' && !isDeleted);
  const say = async (text: string) => {
    ada.say(chat, text);
    await telegram.settle();
  };
  return { ...telegram, store, ada, chat, shown, say };
}

describe('a picture', () => {
  it('stands above its words, with words for those who do not see it', async () => {
    const { say, shown } = await openScript(() => ({ replies: [reply([chart('A falling line.')])] }));
    await say('/demo');
    expect(shown()[0]?.photo).toEqual(png);
    expect(shown()[0]?.text).toBe('A falling line.');
  });

  it('takes what its caption holds, and the rest stands below with the buttons', async () => {
    const choice = {
      label: 'Again',
      invocation: { command: 'demo', options: {}, text: '' },
      style: 'plain',
    } as const;
    const { say, shown } = await openScript(() => ({
      replies: [
        reply([
          { kind: 'heading', text: 'The finding' },
          chart('A falling line.'),
          {
            kind: 'list',
            items: Array.from({ length: 30 }, (_, index) => `${index} ${'measure '.repeat(9)}`),
          },
          { kind: 'choices', as: 'buttons', choices: [choice] },
        ]),
      ],
    }));
    await say('/demo');
    const [photo, rest] = shown();
    expect(photo?.text).toMatch(/^The finding\n\nA falling line\.\n\n• 0 measure/);
    expect(photo?.text.length).toBeLessThanOrEqual(1024);
    expect(photo?.markup).toBeUndefined();
    expect(rest?.text).toMatch(/• 29 measure/);
    expect(rest && readMessage(rest)).toContain('[Again]');
  });

  it('that has been cleared away leaves its words', async () => {
    const gone = { ...chart('A falling line.'), image: { ...chart('A falling line.').image, key: 'gone' } };
    const { say, shown } = await openScript(() => ({ replies: [reply([gone])] }));
    await say('/demo');
    expect(shown().map(({ text, photo }) => [text, photo])).toEqual([['A falling line.', undefined]]);
  });

  it('takes the place of the word that it is being made, with the sign that a photo is on its way', async () => {
    const { say, shown, server, chat } = await openScript(() => ({
      replies: [reply('computing …')],
      updates: later(reply('half way'), reply([chart('A falling line.')])),
    }));
    await say('/demo');
    expect(shown().map(({ text }) => text)).toEqual(['A falling line.']);
    expect(server.world.actions).toEqual([{ chatId: chat.id, action: 'upload_photo' }]);
    expect(server.made.map(({ call }) => call.method)).toContain('editMessageMedia');
  });

  it('gives way to words by a new message, because it can become no text', async () => {
    const choice = {
      label: 'Words',
      invocation: { command: 'words', options: {}, text: '' },
      style: 'plain',
      isInPlace: true,
    } as const;
    const { say, shown, ada, chat, settle } = await openScript((incoming) => ({
      replies: [
        wordsOf(incoming) === '/words'
          ? reply('only words')
          : reply([chart('A line.'), { kind: 'choices', as: 'buttons', choices: [choice] }]),
      ],
    }));
    await say('/demo');
    ada.press(chat, shown()[0], 'Words');
    await settle();
    expect(shown().map(({ text, photo }) => [text, photo])).toEqual([['only words', undefined]]);
  });
});

describe('a button', () => {
  it('of another person answers with a word and does nothing', async () => {
    const choice = {
      label: 'Mine',
      invocation: { command: 'me', options: {}, text: '' },
      style: 'plain',
      personId: 'telegram:1',
    } as const;
    const coach = scriptedCoach(() => ({
      replies: [reply([{ kind: 'choices', as: 'buttons', label: 'l', choices: [choice] }])],
    }));
    const { cast, settle } = await openTelegram(coach.handle);
    const ada = cast.person('Ada', 'zh');
    ada.say(ada.privateChat, 'hello');
    await settle();
    const query = ada.press(ada.privateChat, ada.latest(ada.privateChat), 'Mine');
    await settle();
    expect(query?.answer).toEqual({
      text: '这是给别人的。请按自己的按钮，或者直接输入命令。',
      isAlert: true,
    });
    expect(coach.heard).toHaveLength(1);
  });

  it('that nobody remembers says so', async () => {
    const { ada, group, latest, settle } = await openStudyGroup();
    const query = ada.pressData(group, latest(), 'from-another-age');
    await settle();
    expect(query.answer).toEqual({ text: 'That button is too old. Please ask for it again.', isAlert: true });
  });

  it('is answered before the message that comes of it, and whatever happens', async () => {
    const choice = {
      label: 'Go',
      invocation: { command: 'quiz', options: {}, text: '' },
      style: 'plain',
    } as const;
    const { cast, settle, server, logged } = await openTelegram(async (incoming) => {
      if (incoming.action.kind !== 'invocation')
        return { replies: [reply([{ kind: 'choices', as: 'buttons', choices: [choice] }])] };
      throw new Error('a bug');
    });
    const ada = cast.person('Ada', 'en');
    ada.say(ada.privateChat, 'hello');
    await settle();
    const query = ada.press(ada.privateChat, ada.latest(ada.privateChat), 'Go');
    await settle();
    expect(query?.answer).toEqual({ isAlert: false });
    expect(logged).toEqual(['telegram-update-failed: a bug']);
    expect(server.objections).toEqual([]);
  });

  it('holds at most 64 bytes, however much it stands for', async () => {
    const options = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`parameter-${index}`, '值'.repeat(40)]),
    );
    const choice = {
      label: 'Long',
      invocation: { command: 'demo', options, text: '' },
      style: 'plain',
    } as const;
    const { say, shown, ada, chat, settle } = await openScript((incoming) => ({
      replies: [
        incoming.action.kind === 'invocation'
          ? reply(JSON.stringify(incoming.action.invocation.options))
          : reply([{ kind: 'choices', as: 'buttons', choices: [choice] }]),
      ],
    }));
    await say('hello');
    ada.press(chat, shown()[0], 'Long');
    await settle();
    expect(shown().at(-1)?.text).toBe(JSON.stringify(options));
  });
});

describe('a board', () => {
  it('turns its pages in place', async () => {
    const { say, press, ada, latest, said } = await openStudyGroup();
    await say(ada, '/board');
    const board = latest();
    const before = said().length;
    await press(ada, board, 'this month');
    expect(said()).toHaveLength(before);
    expect(board.text).toContain('Leaderboard · this month');
  });
});

describe('what is for one person alone', () => {
  const quiet = async () => {
    const study = await openStudyGroup();
    const reactions = (message: StoredMessage) => message.reactions;
    return { ...study, reactions };
  };

  it('asked for in a group is written to them in private, and the group sees a sign', async () => {
    const { say, ada, latest, said, reactions } = await quiet();
    await say(ada, '/start', ada.privateChat);
    const before = said().length;
    const asked = await say(ada, '/help');
    expect(latest(ada.privateChat).text).toContain('What I can do');
    expect(reactions(asked)).toEqual(['✍']);
    expect(said()).toHaveLength(before);
  });

  it('says so in words where the group allows no signs', async () => {
    const { say, ada, group, latest } = await quiet();
    await say(ada, '/start', ada.privateChat);
    group.allowsReactions = false;
    await say(ada, '/topics');
    expect(latest().text).toBe('Ada, I have written to you in private.');
  });

  it('is one press away while the private chat has never been opened', async () => {
    const { say, ada, group, latest, settle } = await quiet();
    await say(ada, '/help');
    expect(latest().text).toBe('Ada, my answer is for you alone. Read it in our private chat.');
    ada.press(group, latest(), 'Read it');
    await settle();
    expect(latest(ada.privateChat).text).toContain('What I can do');
  });

  it('falls back to that when they have blocked us since', async () => {
    const { say, ada, latest } = await quiet();
    await say(ada, '/start', ada.privateChat);
    ada.user.hasBlocked = true;
    await say(ada, '/help');
    expect(latest().text).toContain('my answer is for you alone');
  });

  it('asked for by a button is a box when it is short, and a chat when it is long', async () => {
    const { say, press, ada, latest } = await quiet();
    await say(ada, '/quiz');
    const asked = latest();
    await press(ada, asked, 'Stop');
    const short = await press(ada, asked, 'Skip');
    expect(short?.answer).toEqual({ text: 'No question is open here.', isAlert: true });
    const summary = latest();
    const long = await press(ada, summary, 'Run a demo');
    expect(long?.answer?.url).toContain('https://t.me/GradCoachBot?start=');
    await say(ada, '/start', ada.privateChat);
    const open = await press(ada, summary, 'Run a demo');
    expect(open?.answer).toEqual({ text: 'I have written to you in private.', isAlert: false });
    expect(latest(ada.privateChat).text).toContain('Experiments');
  });
});

describe('a private chat', () => {
  it('greets a newcomer, and belongs to their group once they were seen in one', async () => {
    const { say, ada, latest, questionIn, group } = await openStudyGroup();
    await say(ada, '/start', ada.privateChat);
    expect(latest(ada.privateChat).text).toContain('Hello, I am GradCoach.');
    await say(ada, '/quiz');
    const asked = latest();
    await say(ada, questionIn(asked).modelAnswer.en, group, asked);
    await say(ada, '/me', ada.privateChat);
    expect(latest(ada.privateChat).text).toContain('Points this week: 10');
    await say(ada, '/board', ada.privateChat);
    expect(latest(ada.privateChat).text).toContain('▸ 1 · Ada · 10');
    await say(ada, '/start', ada.privateChat);
    expect(latest(ada.privateChat).text).toContain('What I can do');
  });

  it('has a quiz of its own', async () => {
    const { say, ada, latest, questionIn, said } = await openStudyGroup();
    const before = said().length;
    await say(ada, '/quiz count:2', ada.privateChat);
    await say(ada, questionIn(latest(ada.privateChat)).modelAnswer.en, ada.privateChat);
    expect(latest(ada.privateChat).text).toContain('🟢 Solid.');
    expect(said()).toHaveLength(before);
  });

  it('is a talk of its own again when the group has removed us', async () => {
    const { say, ada, mod, cast, group, settle, latest } = await openStudyGroup();
    await say(ada, '/board');
    cast.removeBot(group, mod);
    await settle();
    await say(ada, '/settings', ada.privateChat);
    await say(ada, '/settings language zh', ada.privateChat);
    expect(latest(ada.privateChat).text).toBe('从现在起我在这里说中文。');
  });

  it('opened by a link that nobody remembers says so, and what to do instead', async () => {
    const { ada, settle, latest } = await openStudyGroup();
    ada.open('https://t.me/GradCoachBot?start=unheard');
    await settle();
    expect(latest(ada.privateChat).text).toContain('That link is too old');
  });
});
