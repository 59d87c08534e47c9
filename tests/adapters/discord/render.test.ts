import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCustomId, toCustomId } from '../../../src/adapters/discord/custom-id.ts';
import { linkCommands, toCommandLinks } from '../../../src/adapters/discord/render/command-links.ts';
import { cutRanges } from '../../../src/adapters/discord/render/cut.ts';
import { escapeLine, escapeText } from '../../../src/adapters/discord/render/escape.ts';
import { renderKeptReply } from '../../../src/adapters/discord/render/kept-reply.ts';
import { renderReply } from '../../../src/adapters/discord/render/render-reply.ts';
import { newMessage } from '../../../src/adapters/discord/wire/message-body.ts';
import { commands } from '../../../src/app/commands/index.ts';
import type { Block, Reply } from '../../../src/app/reply.ts';
import { parseMarkdown, readMarkdown } from '../../../src/rehearsal/discord/read-markdown.ts';
import { houseRules } from '../../../src/rehearsal/discord/rules/judge.ts';
import { reply } from '../scripted-coach.ts';
import { goldenReplies } from './golden-replies.ts';
import { absence, openApiJudge } from './openapi-judge.ts';

const documented = absence === undefined ? openApiJudge() : () => [];

/** What Discord would say to a reply's messages, sent into a channel. */
function problemsOf(reply: Reply, charts: ReadonlyMap<string, Uint8Array> = new Map()): readonly string[] {
  return renderReply(reply, new Set(charts.keys())).messages.flatMap((message) => {
    const { json, files } = newMessage(message, charts);
    const request = {
      method: 'POST',
      path: '/channels/1/messages',
      body: json,
      files: files.map(({ name }) => name),
    };
    return [...houseRules(request), ...documented(request)];
  });
}

const textOf = ({ blocks, ...rest }: Reply) =>
  renderReply({ ...rest, blocks }, new Set())
    .messages.flatMap(({ cards }) => cards.flatMap(({ components }) => components))
    .map((component) => ('content' in component ? readMarkdown(component.content) : ''))
    .join('\n');

describe('text of the outside world', () => {
  it.each([
    '**bold** _it_ __u__ ~~s~~ `code` ||spoiler||',
    '# heading',
    '-# small print',
    '- item\n- item',
    '1. first\n2) second',
    '> quote\n>>> quotes',
    '[a link](https://evil.example) https://evil.example/x_y',
    '<@123456789012345678> <@&123456789012345678> <#123456789012345678> <t:1:R> </quiz:123456789012345678>',
    '<:smile:123456789012345678> <https://evil.example>',
    '@everyone and @here',
    '```js\ncode\n```',
    'W^T·δ ⊙ σ′(z) = a*b*c, x_1_2, |x| < 1, 2 > 1',
    '\\*',
  ])('is shown as it is: %s', (text) => {
    expect(readMarkdown(escapeText(text)).replaceAll('\u200B', '')).toBe(text);
  });

  it('is nothing but text to a reader of Discord’s markdown, whatever it is', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(...'*_~`|<>[]()#-+.:@!/\\ \na1中', 'https://', '@everyone', '```', '||'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(nasty, (text) => {
        const kinds = new Set(parseMarkdown(escapeLine(text)).map(({ type }) => type));
        for (const kind of kinds) expect(['text', 'twemoji', 'emoticon']).toContain(kind);
        expect(readMarkdown(escapeLine(text))).toBe(text.replace(/\s*\n\s*/g, ' ').trimEnd());
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a long text', () => {
  it('is cut without loss, at most so long, never inside of what is whole', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab, 。.\n', '😀'), maxLength: 400 }),
        fc.integer({ min: 10, max: 80 }),
        (text, limit) => {
          const whole = [{ start: 20, end: 25 }].filter(({ end }) => end <= text.length);
          const ranges = cutRanges(text, limit, whole);
          expect(ranges.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
          expect(ranges.every(({ start, end }) => end - start <= limit)).toBe(true);
          const halves = ranges.some(({ end }) => /[\uD800-\uDBFF]/.test(text.charAt(end - 1)));
          expect(halves).toBe(false);
        },
      ),
    );
  });

  it('becomes several messages, each within Discord’s bounds, in order', () => {
    const words = Array.from({ length: 2500 }, (_, index) => `word${index}`);
    const long = reply([
      { kind: 'heading', text: 'Long' },
      { kind: 'text', text: words.join(' ') },
      { kind: 'quote', text: words.join(' '), by: 'Ada' },
      { kind: 'code', text: words.join('\n') },
      { kind: 'list', items: words },
    ]);
    expect(problemsOf(long)).toEqual([]);
    expect(renderReply(long, new Set()).messages.length).toBeGreaterThan(5);
    const shown = textOf(long).match(/word\d+/g);
    expect(shown).toEqual([...words, ...words, ...words, ...words]);
  });

  it('of many blocks stays within forty components a message', () => {
    const many = reply(
      Array.from({ length: 90 }, (_, index): Block => ({ kind: 'text', text: `line ${index}` })),
    );
    expect(problemsOf(many)).toEqual([]);
  });
});

describe('a card', () => {
  const answer = (marks: Extract<Block, { kind: 'answer' }>['marks'], text = 'a **b** c') =>
    reply([{ kind: 'answer', text, marks }], { language: 'en' });

  it('keeps two marked stretches side by side apart', () => {
    const marks = [
      { start: 0, end: 2, as: 'credit', label: 'one' },
      { start: 2, end: 4, as: 'credit', label: 'two' },
    ] as const;
    expect(textOf(answer(marks, 'abcd'))).toContain('ab¹cd²');
  });

  it('ties marks to their reasons, also over several lines', () => {
    const marks = [{ start: 0, end: 7, as: 'misconception', label: 'it is the other way round' }] as const;
    expect(textOf(answer(marks, 'one\ntwo'))).toContain('¹ ⚠️ misconception: it is the other way round');
  });

  it('shows a long answer as excerpts around what mattered', () => {
    const text = `${'x '.repeat(900)}the key ${'y '.repeat(900)}`;
    const start = text.indexOf('the key');
    const shown = textOf(answer([{ start, end: start + 7, as: 'credit', label: 'key' }], text));
    expect(shown).toMatch(/… .*the key.* …/s);
    expect(shown.length).toBeLessThan(1200);
  });

  it('folds more choices than fit into several menus', () => {
    const choices = Array.from({ length: 60 }, (_, index) => ({
      label: `choice ${index} ${'long '.repeat(30)}`,
      style: 'plain' as const,
      invocation: { command: 'quiz', options: { topic: `t${index}` }, text: '' },
    }));
    const menus = reply([{ kind: 'choices', as: 'buttons', label: 'x'.repeat(200), choices }]);
    expect(problemsOf(menus)).toEqual([]);
    expect(JSON.stringify(renderReply(menus, new Set()))).toContain('3/3');
  });

  it('without its picture shows the picture’s words', () => {
    const image = { key: 'gone', alt: 'A line that falls.', widthPx: 1, heightPx: 1 };
    expect(textOf(reply([{ kind: 'image', image }]))).toContain('A line that falls.');
  });

  it('for one person’s eyes is, in a channel, a line and a button that only they can press', () => {
    const { messages, keepsakes } = renderKeptReply(reply('between us'), 'discord:42', '<Ada>');
    expect(JSON.stringify(messages)).not.toContain('between us');
    expect(keepsakes[0]?.value).toContain('between us');
    expect(JSON.stringify(messages)).toContain('g1:0:k:42:');
  });
});

describe('a command in a text', () => {
  const links = toCommandLinks([
    {
      id: '1',
      name: 'quiz',
      options: [
        { type: 1, name: 'start' },
        { type: 1, name: 'hint' },
      ],
    },
    { id: '2', name: 'board' },
    {
      id: '3',
      name: 'daily',
      options: [
        { type: 1, name: 'show' },
        { type: 1, name: 'set' },
      ],
    },
  ]);

  it.each([
    ['Try a question now: /quiz', 'Try a question now: </quiz start:1>'],
    ['/daily set time:09:00', '</daily set:3> time:09:00'],
    ['see /board.', 'see </board:2>.'],
    ['/board week', '</board:2> week'],
    ['/quiz — 开始', '</quiz start:1> — 开始'],
    ['用 /quiz hint，', '用 </quiz hint:1>，'],
    ['and/or, /unknown, a/board', 'and/or, /unknown, a/board'],
  ])('can be pressed: %s', (text, linked) => {
    expect(linkCommands(escapeText(text), links)).toBe(linked);
  });
});

describe('the id of a button', () => {
  const invocation = { command: 'quiz', subcommand: 'next', options: { round: 'id1' }, text: '' };

  it('is read back as the same deed', () => {
    for (const isInPlace of [true, false]) {
      const { id, keepsake } = toCustomId(3, { kind: 'invoke', invocation, isInPlace }, '42');
      expect(keepsake).toBeUndefined();
      expect(readCustomId(id, commands)).toEqual({
        userId: '42',
        deed: { kind: 'invoke', invocation, isInPlace },
      });
    }
  });

  it('that would be too long leaves a token and keeps the rest', () => {
    const long = { ...invocation, options: { round: 'x'.repeat(120) } };
    const { id, keepsake } = toCustomId(0, { kind: 'invoke', invocation: long, isInPlace: false });
    expect(id.length).toBeLessThanOrEqual(100);
    expect(readCustomId(id, commands).deed).toEqual({ kind: 'kept', token: keepsake?.token });
    expect(keepsake?.value).toContain('xxx');
  });

  it.each(['', 'g0:0:i::/quiz', 'g1:0:i::no command', 'g1:0:z::x', 'something else'])(
    '"%s" is not ours',
    (id) => {
      expect(readCustomId(id, commands).deed.kind).toBe('unknown');
    },
  );
});

/**
 * Every kind of reply as the JSON that goes out. After a change of wording or looks: `npx vitest run
 * tests/adapters/discord/render.test.ts -u`, then `npm run show:discord`, and look at what changed.
 */
describe.each(['zh', 'en'] as const)('the golden renders (%s)', (language) => {
  it('are what goes out, and what Discord takes', async () => {
    for (const [name, golden] of await goldenReplies(language)) {
      const charts = new Map(
        golden.blocks.flatMap((each) =>
          each.kind === 'image' ? [[each.image.key, new Uint8Array([137])] as const] : [],
        ),
      );
      const { messages } = renderReply(golden, new Set(charts.keys()));
      const bodies = messages.map((message) => newMessage(message, charts).json);
      expect(problemsOf(golden, charts), name).toEqual([]);
      await expect(`${JSON.stringify(bodies, null, 2)}\n`).toMatchFileSnapshot(
        `golden/${name}.${language}.json`,
      );
    }
  });
});
