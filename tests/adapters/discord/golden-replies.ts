import { postDueDailies } from '../../../src/app/daily/post-dailies.ts';
import type { Reply } from '../../../src/app/reply.ts';
import type { Language } from '../../../src/core/question/language.ts';
import { block, button, openRoom } from '../../support/room.ts';
import { everyBlock } from '../scripted-coach.ts';
import { goldenBank, goldenGrade } from './golden-bank.ts';

/** A good but incomplete answer, with a misconception in it. */
const halfRight = {
  en: 'ReLU has slope 1 for positive inputs, so the gradient is kept; with sigmoid it vanishes in deep nets. And ReLU has no dead neurons.',
  zh: 'ReLU 在正区间导数是 1，梯度不会变小；sigmoid 的导数最大 0.25，连乘以后梯度消失。而且 ReLU 没有死亡神经元。',
} as const;

/** One reply of every kind that people meet, as the real coach says it. */
export async function goldenReplies(language: Language): Promise<ReadonlyMap<string, Reply>> {
  const room = await openRoom({ bank: goldenBank, grade: goldenGrade });
  await room.say('Mod', `/settings language ${language}`);
  const say = async (name: string, text: string) => room.say(name, text, { language });
  const kept = new Map<string, Reply>();
  const keep = (name: string, replies: readonly Reply[]) => {
    const reply = replies.find(({ replacesRound }) => replacesRound !== true);
    if (reply !== undefined) kept.set(name, reply);
    return replies;
  };
  kept.set('every-block', { audience: 'conversation', language, blocks: everyBlock(language) });
  const { replies: welcome } = await room.deliver({ name: 'Mod' }, { kind: 'joined' });
  keep('welcome', welcome);
  keep('question', await say('Ada', '/quiz count:2'));
  const verdict = keep('verdict', await say('Ada', halfRight[language]));
  keep('follow-up', await room.press('Ada', block(verdict, 'choices').choices[0]));
  keep('explained', await say('Ada', '/explain'));
  keep('appeal-points', await say('Ada', '/appeal'));
  for (const [index, name] of ['小雨', 'Bo', '<@everyone>', '一个名字很长很长的同学'].entries()) {
    await say(name, halfRight[language].slice(0, [90, 24, 60, 200][index]));
  }
  keep('quiz-over', await say('Ada', '/quiz stop'));
  keep('board', await say('Ada', '/board'));
  keep('progress', await say('Ada', '/me'));
  keep('topics', await say('Ada', '/topics'));
  keep('help', await say('Ada', '/help'));
  keep('settings', await say('Ada', '/settings'));
  keep('refusal', await say('Ada', '/daily set time:25:00 zone:Mars'));
  const prediction = keep('prediction', await say('Ada', '/demo coin'));
  keep(
    'demo-settings',
    await room.press('Ada', button(prediction, language === 'zh' ? '改设置' : 'Change settings')),
  );
  const { replies: waiting, updates } = await room.deliver(
    { name: 'Ada' },
    { kind: 'text', text: '/demo coin-flip guess:never' },
  );
  keep('demo-waiting', waiting);
  for await (const chart of updates ?? []) keep('chart', [chart]);
  keep('daily-set', await say('Mod', '/daily set time:09:00 zone:Asia/Shanghai days:daily'));
  for (const [name, reply] of await dailyReplies(room, language)) kept.set(name, reply);
  await room.store.close();
  return kept;
}

async function dailyReplies(
  room: Awaited<ReturnType<typeof openRoom>>,
  language: Language,
): Promise<readonly (readonly [string, Reply])[]> {
  const post = async (iso: string) => {
    const nowMs = Date.parse(iso);
    await postDueDailies(room.services, room.store, room.log, nowMs);
    room.waitUntil(iso);
    return (await room.store.transaction((tx) => tx.outbox.due('test', nowMs))).at(-1)?.replies ?? [];
  };
  const [question] = await post('2026-03-03T01:00Z');
  await room.say('Ada', `/daily answer ${halfRight[language]}`);
  const [reveal] = await post('2026-03-04T01:00Z');
  return [
    ...(question === undefined ? [] : [['daily', question] as const]),
    ...(reveal === undefined ? [] : [['reveal', reveal] as const]),
  ];
}
