import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Handle } from '../../../src/app/ports/platform-adapter.ts';
import type { Block } from '../../../src/app/reply.ts';
import { everyBlock, later, reply, scriptedCoach, wordsOf } from '../scripted-coach.ts';
import { openDesk, transcript } from './open-desk.ts';

const echo: Handle = async (incoming) => ({ replies: [reply(`heard ${wordsOf(incoming)}`)] });
const says =
  (...blocks: readonly Block[]): Handle =>
  async () => ({ replies: [reply(blocks)] });
const ofKind = (kind: Block['kind']) => everyBlock('zh').filter((block) => block.kind === kind);
const until = async (isSo: () => boolean) => {
  for (let turns = 0; turns < 1000 && !isSo(); turns += 1) await new Promise(setImmediate);
  expect(isSo()).toBe(true);
};

describe('a pipe', () => {
  it('is answered line by line, and reads as a talk', async () => {
    expect(await transcript(echo, ['/quiz', '', 'the chain rule'])).toBe(
      '> /quiz\nheard /quiz\n\n> the chain rule\nheard the chain rule\n\n',
    );
  });

  it('has each line answered to its last state before the next is read', async () => {
    const slow: Handle = async (incoming) =>
      wordsOf(incoming) === '/demo'
        ? { replies: [reply('queued')], updates: later(reply('half way'), reply('chart')) }
        : { replies: [reply('next')] };
    expect(await transcript(slow, ['/demo', 'hello'])).toBe('> /demo\nqueued\n\nchart\n\n> hello\nnext\n\n');
  });

  it('goes on in the next line after a backslash', async () => {
    const { handle, heard } = scriptedCoach(() => ({ replies: [] }));
    await transcript(handle, ['first\\', 'second\\', '', 'other', 'unfinished\\']);
    expect(heard.map(wordsOf)).toEqual(['first\nsecond', 'other', 'unfinished']);
  });

  it('says the same again, byte for byte', async () => {
    const everything: Handle = async () => ({ replies: [reply(everyBlock('zh'))] });
    expect(await transcript(everything, ['a', 'b'])).toBe(await transcript(everything, ['a', 'b']));
  });

  it('gets no colours and no line wider than 80 columns', async () => {
    const printed = await transcript(says(...everyBlock('en')), ['/all'], { language: 'en' });
    expect(printed).toBe(stripVTControlCharacters(printed));
    for (const line of printed.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('tells the coach who speaks, in what language, and that it is their own machine', async () => {
    const { handle, heard } = scriptedCoach(() => ({ replies: [] }));
    await transcript(handle, ['hello'], { language: 'en' });
    expect(heard[0]).toMatchObject({
      id: 'terminal:id1',
      person: { id: 'terminal:ada', name: 'Ada', isModerator: true, language: 'en' },
      conversation: { kind: 'private' },
    });
  });
});

describe('a number', () => {
  const menu: Handle = async (incoming) =>
    wordsOf(incoming) === '/menu'
      ? { replies: [reply([...ofKind('choices'), ...ofKind('form'), ...ofKind('spoiler')])] }
      : echo(incoming);

  it('picks a choice, as if its command had been typed', async () => {
    const printed = await transcript(menu, ['/menu', '2', '4']);
    expect(printed).toContain('1) 下一题 (/quiz next)\n2) 提示 (/quiz hint)\n3) 停止 (/quiz stop)');
    expect(printed).toContain('> 2\nheard /quiz hint');
    expect(printed).toContain('> 4\nheard /quiz\n');
  });

  it('stands beside the command, unless that is no more than the label or holds an id nobody types', async () => {
    const choice = (label: string, command: string, options: Readonly<Record<string, string>> = {}) => ({
      label,
      style: 'plain' as const,
      invocation: { command, options, text: '' },
    });
    const choices = [
      choice('今天', 'board', { window: 'day' }),
      choice('/quiz', 'quiz'),
      choice('看参考答案', 'explain', { round: 'x7k2' }),
    ];
    const printed = await transcript(says({ kind: 'choices', as: 'buttons', choices }), ['x']);
    expect(printed).toContain('1) 今天 (/board window:day)\n2) /quiz\n3) 看参考答案\n');
  });

  it('of a form takes what is written next as its text, even a number', async () => {
    const printed = await transcript(menu, ['/menu', '7', '42', '42']);
    expect(printed).toContain(
      '> 7\n你的回答（写好后回车；行末加 \\ 换行）\n> 42\nheard /answer 42\n\n> 42\nheard 42',
    );
  });

  it('of a spoiler shows what was hidden, without asking the coach', async () => {
    const printed = await transcript(menu, ['/menu', '8']);
    expect(printed.split('> 8')[0]).not.toContain('σ′(z)');
    expect(printed.split('> 8')[1]).toBe('\nσ′(z) = σ(z)(1 − σ(z)) ≤ ¼，L 层连乘约 4⁻ᴸ。\n\n');
  });

  it('that stands for nothing is what the person says', async () => {
    expect(await transcript(menu, ['3', '/menu', '99'])).toContain('heard 3\n');
  });
});

describe('a graded answer', () => {
  it('is readable without colours', async () => {
    const printed = await transcript(says(...ofKind('answer'), ...ofKind('points')), ['x']);
    expect(printed).toContain('«导数最大只有 0.25»[1]');
    expect(printed).toContain('[4] ! 误区：负区间梯度为 0：神经元会“死亡”');
    expect(printed).toContain('✓ 答到：梯度在层间连乘\n  «梯度会指数级变小»');
    expect(printed).toContain('✗ 说反了（加分）：ReLU 在负区间梯度为 0');
  });

  it('numbers a point that the reply tells, instead of saying it twice', async () => {
    const text = 'the chain rule';
    const printed = await transcript(
      says(
        {
          kind: 'answer',
          text: 'by the chain rule',
          marks: [{ start: 3, end: 17, as: 'credit', label: text }],
        },
        { kind: 'points', points: [{ state: 'met', bonus: false, text, evidence: [text] }] },
      ),
      ['x'],
    );
    expect(printed).toContain('│ by «the chain rule»[1]\n\n✓ 答到：the chain rule [1]\n');
  });

  it('keeps its colours within each line', async () => {
    const desk = await openDesk(says(...ofKind('answer')), {
      isWatched: true,
      hasColours: true,
      columns: 24,
    });
    desk.type('x\n');
    await until(() => desk.printed().includes('死亡'));
    for (const line of desk.printed().split('\n')) {
      const opened = line.split('\u001b[32m').length;
      expect(line.split('\u001b[39m').length).toBeGreaterThanOrEqual(opened);
    }
    await desk.close();
  });

  it('has its score as a bar before the verdict', async () => {
    expect(await transcript(says(...ofKind('verdict')), ['x'])).toContain('██████░░░░ 方向对了，');
  });
});

describe('a table', () => {
  const [table] = ofKind('table') as Extract<Block, { kind: 'table' }>[];

  it('stands in columns, however wide its characters are, and says which row is one’s own', async () => {
    const printed = await transcript(says(table!), ['x']);
    expect(printed).toContain(
      '   1  小雨           27 ← 你\n   2  Ada            21\n   2  <b>阿哲</b>    21',
    );
  });

  it('gives way on a narrow screen', async () => {
    const wide = { ...table!, rows: [{ cells: ['1', '梯'.repeat(40), '27'], isReader: false }] };
    const desk = await openDesk(says(wide), { isWatched: true, columns: 30 });
    desk.type('x\n');
    await until(() => desk.printed().includes('   1  梯梯梯梯梯梯梯梯…     27\n'));
    await desk.close();
  });
});

describe('a chart', () => {
  it('is written to a file, named with its words', async () => {
    const png = new Uint8Array([137, 80, 78, 71]);
    const chart = { title: 't', png, alt: 'a', widthPx: 1, heightPx: 1 };
    const run = {
      key: 'k',
      experiment: 'e',
      parameters: {},
      seed: 1,
      backend: 'plain',
      measures: {},
      expected: [],
    };
    const desk = await openDesk(says(...ofKind('image')));
    await desk.store.transaction(({ charts }) =>
      charts.save(
        'depth-flow-1',
        { ...run, tookMs: 1, isCached: false, rightOption: '', notice: [], tryNext: [], chart },
        1,
      ),
    );
    desk.type('/demo\n');
    desk.end();
    await desk.adapter.finished;
    const file = join(desk.chartFolder, 'depth-flow-1.png');
    expect(desk.printed()).toContain(`图 ${file}\n折线图：梯度的范数随层数减少而指数下降。`);
    expect(new Uint8Array(await readFile(file))).toEqual(png);
    await desk.close();
  });
});

describe('a terminal someone watches', () => {
  it('greets, prompts, and shows a post above the prompt without losing what was typed', async () => {
    const desk = await openDesk(echo, { isWatched: true });
    expect(desk.printed()).toContain('你好，Ada。');
    desk.type('half ty');
    await until(() => desk.printed().includes('half ty'));
    const replies = [reply('good morning')];
    const where = { conversationId: 'terminal:desk', groupId: 'terminal:desk', manner: { inThread: false } };
    await desk.adapter.post({ ...where, key: 'k', replies });
    expect(stripVTControlCharacters(desk.printed()).split('good morning\n')[1]).toContain('你 › half ty');
    desk.type('ped\n');
    await until(() => desk.printed().includes('heard half typed'));
    await desk.close();
  });

  it('shows how far a demo is, and then only its end', async () => {
    const desk = await openDesk(
      async () => ({ replies: [reply('queued')], updates: later(reply('half way'), reply('chart')) }),
      { isWatched: true },
    );
    desk.type('/demo\n');
    await until(() => desk.printed().includes('chart\n'));
    expect(desk.printed()).toContain('half way\r\u001b[K');
    await desk.close();
  });

  it('has colours only when it can show them', async () => {
    for (const hasColours of [true, false]) {
      const desk = await openDesk(says(...ofKind('verdict')), { isWatched: true, hasColours });
      desk.type('x\n');
      await until(() => desk.printed().includes('方向对了'));
      expect(desk.printed().includes('\u001b[33m')).toBe(hasColours);
      await desk.close();
    }
  });
});
