import { describe, expect, it } from 'vitest';
import { depthFlow } from '../../../src/experiments/depth-flow/manifest.ts';
import { experiments } from '../../../src/experiments/index.ts';
import { findExperiments } from '../../../src/experiments/lab/find-experiments.ts';
import { readParameters } from '../../../src/experiments/lab/read-parameters.ts';
import { trouble } from './test-laboratory.ts';

describe('readParameters', () => {
  const read = (given: Record<string, string>, language: 'zh' | 'en' = 'en') =>
    readParameters(depthFlow, given, language);

  it('fills in what is not given', () => {
    expect(read({ depth: '30' })).toEqual({
      kind: 'parameters',
      parameters: { activation: 'relu', init: 'he', norm: 'none', skip: 'none', depth: 30 },
    });
  });

  it('understands full-width digits, Chinese names, and names written another way', () => {
    expect(read({ 深度: '３０', Activation: 'Leaky ReLU' })).toMatchObject({
      parameters: { activation: 'leaky-relu', depth: 30 },
    });
  });

  it('refuses with the allowed range, in the language asked for', () => {
    expect(read({ depth: '600' })).toEqual({
      kind: 'problems',
      problems: ['depth must be a whole number from 2 to 60; you gave 600'],
    });
    expect(read({ depth: '2.5' }, 'zh')).toEqual({
      kind: 'problems',
      problems: ['depth（深度）必须是 2 到 60 之间的整数，而你给了 2.5'],
    });
  });

  it('reports every problem at once', () => {
    const outcome = read({ depth: 'deep', activation: 'gelu', width: '3' });
    expect(outcome).toMatchObject({
      problems: [
        'depth must be a whole number from 2 to 60; you gave deep',
        expect.stringMatching(/^activation must be one of sigmoid, .*; you gave gelu$/),
        'depth-flow has no setting width; it knows activation, init, norm, skip, depth',
      ],
    });
  });

  it('repeats no more than the beginning of a long wrong value', () => {
    const outcome = read({ depth: 'x'.repeat(5000) });
    expect(outcome.kind === 'problems' && outcome.problems[0]?.length).toBeLessThan(150);
  });
});

describe('findExperiments', () => {
  const find = (search: string) => findExperiments(experiments, search)[0];

  it.each([
    ['ReLU', { activation: 'relu', init: 'he' }],
    ['残差', { skip: 'resnet-v1', norm: 'batch' }],
    ['resnet V2', { skip: 'resnet-v2' }],
    ['批归一化', { norm: 'batch' }],
    ['leaky relu', { activation: 'leaky-relu' }],
    ['depth flow', {}],
  ])('finds depth-flow for %s, with the settings that show it', (search, parameters) => {
    expect(find(search)).toMatchObject({ experiment: 'depth-flow', parameters });
  });

  it('puts a whole name before a part of one', () => {
    const matches = findExperiments([trouble, ...experiments], 'trouble');
    expect(matches[0]).toMatchObject({
      experiment: 'trouble',
      matched: 'trouble',
      parameters: { behaviour: 'answer' },
    });
    expect(findExperiments([trouble], '捣蛋')[0]).toMatchObject({
      matched: '捣蛋鬼',
      parameters: { behaviour: 'throw' },
    });
  });

  it('finds nothing for nothing, or for a letter', () => {
    expect(findExperiments(experiments, ' ')).toEqual([]);
    expect(findExperiments(experiments, 'e')).toEqual([]);
  });
});
