import { beforeAll, describe, expect, it } from 'vitest';
import { suggest } from '../../../src/adapters/discord/autocomplete/suggest.ts';
import { suggestParameters } from '../../../src/adapters/discord/autocomplete/suggest-parameters.ts';
import type { OptionKind } from '../../../src/app/commands/command.ts';
import type { QuestionBank } from '../../../src/core/question/bank.ts';
import { stillLaboratory } from '../../support/laboratory.ts';
import { realBank } from '../../support/room.ts';
import { openStudy } from './open-study.ts';

let bank: QuestionBank;
beforeAll(async () => {
  bank = await realBank();
});

const laboratory = stillLaboratory();
const nowMs = Date.parse('2026-03-02T08:00Z');
const roles = [
  { id: '1', name: 'Moderators' },
  { id: '2', name: '学员' },
];

function values(kind: OptionKind['kind'], typed: string, language: 'zh' | 'en' = 'en') {
  const source = { services: { bank, laboratory }, language, roles, nowMs };
  return suggest({ kind } as OptionKind, typed, source);
}

describe('suggestions', () => {
  it('for a topic are in the reader’s language, found in both, with the number of questions', () => {
    expect(values('topic', '激活')).toEqual([
      { name: 'Activation functions · 2 questions', value: 'activations' },
    ]);
    expect(values('topic', 'activation', 'zh')).toEqual([{ name: '激活函数 · 2 题', value: 'activations' }]);
    const asked = new Set(bank.questions.map(({ topic }) => topic));
    expect(values('topic', '').every(({ value }) => asked.has(value))).toBe(true);
  });

  it('for a zone are found by city, with the time there', () => {
    expect(values('zone', 'shang')[0]).toEqual({ name: 'Asia/Shanghai · 16:00', value: 'Asia/Shanghai' });
    expect(values('zone', 'new york')[0]?.value).toBe('America/New_York');
    expect(values('zone', '', 'zh')[0]?.value).toBe('Asia/Shanghai');
    expect(values('zone', 'a').length).toBeLessThanOrEqual(25);
  });

  it('for a time are what one has begun to type', () => {
    expect(values('wall-time', '')[1]?.value).toBe('09:00');
    expect(values('wall-time', '9').map(({ value }) => value)).toEqual(['09:00', '09:30']);
    expect(values('wall-time', '9:15')[0]?.value).toBe('09:15');
  });

  it('for weekdays and roles have words of their own', () => {
    expect(values('weekdays', '', 'zh').map(({ name }) => name)).toEqual(['每天', '周一至周五', '周末']);
    expect(values('mention', '')[0]).toEqual({ name: 'call nobody', value: 'off' });
    expect(values('mention', '学')).toEqual([{ name: '@学员', value: '2' }]);
  });

  it('for an experiment are titles first, then what a search finds', () => {
    expect(values('experiment', '', 'zh')).toEqual([{ name: '掷硬币', value: 'coin-flip' }]);
    expect(values('experiment', '硬币').map(({ value }) => value)).toEqual(['硬币']);
    expect(values('experiment', 'coin').map(({ value }) => value)).toEqual(['coin-flip', 'coin']);
  });

  it('for parameters complete the whole line: a name, then a value, then the next name', () => {
    const line = (typed: string) =>
      suggestParameters(laboratory, 'coin-flip', typed, 'en').map(({ value }) => value);
    expect(line('')).toEqual(['throws=10']);
    expect(line('thr')).toEqual(['throws=10']);
    expect(line('throws=5')).toEqual(['throws=5', 'throws=50']);
    expect(line('throws=50 ')).toEqual([]);
    expect(suggestParameters(laboratory, 'nothing', '', 'en')).toEqual([]);
  });
});

describe('while someone types a command', () => {
  it('at most twenty-five suggestions come, none too long for Discord', async () => {
    const study = await openStudy({ bank });
    const ada = study.local.addPerson('Ada');
    const zones = await ada.complete(study.general, 'daily set', { zone: 'a' }, 'zone');
    expect(zones.length).toBe(25);
    const topics = await ada.complete(study.general, 'quiz start', { topic: '' }, 'topic');
    expect(topics.length).toBeGreaterThan(5);
    const parameters = await ada.complete(
      study.general,
      'demo run',
      { experiment: 'coin-flip', parameters: 'th' },
      'parameters',
    );
    expect(parameters).toEqual([{ name: 'throws=10 · Throws · 1 to 100', value: 'throws=10' }]);
    await study.close();
  });
});
