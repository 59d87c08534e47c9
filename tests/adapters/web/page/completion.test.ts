import { describe, expect, it } from 'vitest';
import { complete } from '../../../../src/adapters/web/page/completion.ts';
import { hueOf, readyMade } from '../../../../src/adapters/web/page/people.ts';
import { personIdOf } from '../../../../src/adapters/web/places.ts';
import type { CommandHint } from '../../../../src/adapters/web/wire.ts';

const named = (name: string, zh: string, en: string) => ({ name, summary: { zh, en } });
const commands: readonly CommandHint[] = [
  {
    ...named('quiz', '练习几道题', 'Practise'),
    subcommands: [{ ...named('hint', '提示', 'A hint'), options: [named('more', '更多', 'More')] }],
    options: [
      { ...named('topic', '主题', 'Topic'), values: ['activations', 'attention'], isText: true },
      named('count', '题数', 'How many'),
    ],
  },
  {
    ...named('demo', '跑实验', 'Run an experiment'),
    subcommands: [],
    options: [{ ...named('experiment', '实验', 'Experiment'), values: ['depth-flow'], isText: true }],
    parameters: { 'depth-flow': [{ ...named('skip', '残差', 'Skip'), values: ['true', 'false'] }] },
  },
];
const labels = (line: string) => complete(line, commands, 'zh').map(({ label }) => label);
const lines = (line: string) => complete(line, commands, 'zh').map((suggestion) => suggestion.line);

describe('completion', () => {
  it('offers every command after a slash', () => expect(labels('/')).toEqual(['/quiz', '/demo']));

  it.each(['、', '／'])('takes %s for a slash, as Chinese input methods type it', (slash) => {
    expect(lines(`${slash}qu`)).toEqual(['/quiz ']);
  });

  it('finds a command by what it is for', () => expect(labels('/练习')).toEqual(['/quiz']));

  it('offers subcommands and options, then only options', () => {
    expect(labels('/quiz ')).toEqual(['hint', 'topic:', 'count:']);
    expect(labels('/quiz topic:activations ')).toEqual(['count:']);
    expect(labels('/quiz hint ')).toEqual(['more:']);
  });

  it('offers the values of an option, also where the name may be left out', () => {
    expect(lines('/quiz topic:at')).toEqual(['/quiz topic:attention ']);
    expect(lines('/quiz count:2 topic：act')).toEqual(['/quiz count:2 topic:activations ']);
    expect(lines('/quiz att')).toEqual(['/quiz attention ']);
    expect(labels('/quiz count:')).toEqual([]);
  });

  it('offers the parameters of the experiment that was named', () => {
    expect(labels('/demo ')).toEqual(['experiment:']);
    expect(labels('/demo depth-flow ')).toEqual(['experiment:', 'skip:']);
    expect(lines('/demo experiment:depth-flow skip:f')).toEqual(['/demo experiment:depth-flow skip:false ']);
  });

  it('has nothing to say about a finished word, plain text or a second line', () => {
    for (const line of ['/quiz topic:attention', 'the chain rule', '/nope ', '/quiz a\nb', '']) {
      expect(labels(line)).toEqual([]);
    }
  });
});

describe('people', () => {
  it('are one whatever the case, width and spacing of their name', () => {
    for (const name of ['Ada L', ' ada  l ', 'ＡＤＡ　Ｌ', 'ada/l'])
      expect(personIdOf(name)).toBe('web:ada-l');
    expect(personIdOf('小雨')).toBe('web:小雨');
  });

  it.each(['', ' ', '///', 'x'.repeat(41)])('cannot be called "%s"', (name) => {
    expect(personIdOf(name)).toBeUndefined();
  });

  it('cannot be called by characters nobody sees', () => {
    expect(personIdOf('\u0000\u200b')).toBeUndefined();
  });

  it('to begin with have colours of their own', () => {
    const colours = readyMade.map((name) => hueOf(`web:${name.toLowerCase()}`));
    expect(new Set(colours).size).toBe(readyMade.length);
  });
});
