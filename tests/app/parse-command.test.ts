import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/app/commands/index.ts';
import { findAction, formatInvocation, parseCommand, takesProse } from '../../src/app/parse-command.ts';

const parse = (line: string) => parseCommand(line, commands);

describe('parseCommand', () => {
  it.each([
    ['/quiz', { command: 'quiz', options: {}, text: '' }],
    [
      '/quiz topic:activations count=3',
      { command: 'quiz', options: { topic: 'activations', count: '3' }, text: '' },
    ],
    ['/quiz activations count:3', { command: 'quiz', options: { count: '3' }, text: 'activations' }],
    ['/quiz next', { command: 'quiz', subcommand: 'next', options: {}, text: '' }],
    ['／quiz activations', { command: 'quiz', options: {}, text: 'activations' }],
    ['/QUIZ@GradCoachBot hint', { command: 'quiz', subcommand: 'hint', options: {}, text: '' }],
    [
      '/demo depth-flow depth=20 seed:7',
      { command: 'demo', options: { depth: '20', seed: '7' }, text: 'depth-flow' },
    ],
    [
      '/demo run experiment:time-flow',
      { command: 'demo', subcommand: 'run', options: { experiment: 'time-flow' }, text: '' },
    ],
    [
      '/daily set zone:"Asia/Shanghai" days:"mon, wed"',
      { command: 'daily', subcommand: 'set', options: { zone: 'Asia/Shanghai', days: 'mon, wed' }, text: '' },
    ],
  ])('reads %s', (line, invocation) => {
    expect(parse(line)).toEqual({ kind: 'invocation', invocation });
  });

  it('keeps an answer as it was written', () => {
    const text = 'note: the gradient = 0 for x < 0\n\nand count:3 stays text';
    expect(parse(`/answer ${text}`)).toMatchObject({ invocation: { options: {}, text } });
  });

  it('takes lines without a slash as they are', () => {
    expect(parse('  the chain rule / backwards ')).toEqual({
      kind: 'plain',
      text: '  the chain rule / backwards ',
    });
  });

  it('suggests what an unknown command may have meant', () => {
    expect(parse('/quizz')).toEqual({ kind: 'unknown', typed: 'quizz', near: ['quiz'] });
    expect(parse('/bord')).toMatchObject({ near: ['board'] });
    expect(parse('/xyzzy')).toMatchObject({ near: [] });
  });

  it('reads back every invocation that the list can make', () => {
    const actions = commands.flatMap(({ name, actions: all }) => all.map((action) => ({ name, action })));
    const invocations = fc.constantFrom(...actions).chain(({ name, action }) => {
      const subcommand = action.path.split(' ')[1];
      const optionNames = action.options.map((option) => option.name as string);
      const options = fc
        .uniqueArray(fc.tuple(fc.constantFrom('round', ...optionNames), fc.string({ minLength: 1 })), {
          selector: ([key]) => key,
        })
        .map((pairs) => Object.fromEntries(pairs.filter(([key]) => optionNames.includes(key))));
      const text = takesProse(action) ? fc.string().map((value) => value.trim()) : fc.constant('');
      return fc.record({
        command: fc.constant(name),
        ...(subcommand !== undefined && { subcommand: fc.constant(subcommand) }),
        options,
        text,
      });
    });
    fc.assert(
      fc.property(invocations, (invocation) => {
        expect(parse(formatInvocation(invocation))).toEqual({ kind: 'invocation', invocation });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the one list', () => {
  it('finds the action of every path, and the first without a subcommand', () => {
    for (const { name, actions } of commands) {
      expect(findAction({ command: name, options: {}, text: '' }, commands)).toBe(actions[0]);
      for (const action of actions) {
        const [command = '', subcommand] = action.path.split(' ');
        const invocation = {
          command,
          ...(subcommand !== undefined && { subcommand }),
          options: {},
          text: '',
        };
        expect(findAction(invocation, commands)).toBe(action);
      }
    }
  });
});
