import { expect, it } from 'vitest';
import { toCommandHints } from '../../../src/adapters/web/command-hints.ts';
import { commands } from '../../../src/app/commands/index.ts';
import { stillLaboratory } from '../../support/laboratory.ts';
import { realBank } from '../../support/room.ts';

const hints = toCommandHints({ commands, bank: await realBank(), laboratory: stillLaboratory() });
const hint = (name: string) => hints.find((each) => each.name === name);

it('gives every command of the one list with its summary in both languages', () => {
  expect(hints.map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
  for (const { summary } of hints) expect([summary.zh, summary.en].every((words) => words !== '')).toBe(true);
});

it('gives what an option may be, from the bank, the catalogue and the command itself', () => {
  const [topic, level, count] = hint('quiz')?.options ?? [];
  expect(topic?.values).toContain('activations');
  expect(topic?.isText).toBe(true);
  expect(level?.values).toEqual(['1', '2', '3']);
  expect(count?.values).toBeUndefined();
  expect(hint('demo')?.options[0]?.values).toEqual(['coin-flip']);
});

it('gives each subcommand options of its own', () => {
  const set = hint('daily')?.subcommands.find(({ name }) => name === 'set');
  expect(set?.options.map(({ name }) => name)).toEqual(['time', 'zone', 'days']);
  expect(set?.options[1]?.values).toContain('Asia/Shanghai');
  expect(hint('board')?.subcommands).toEqual([]);
});

it('gives an experiment’s parameters with their range', () => {
  expect(hint('demo')?.parameters?.['coin-flip']).toEqual([
    { name: 'throws', summary: { zh: '次数，1 到 100', en: 'Throws, 1 to 100' } },
  ]);
});
