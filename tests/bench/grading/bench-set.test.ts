import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readAnswerSets } from './answer-set.ts';
import { benchSet, fitFor } from './bench-set.ts';
import { comparePaired } from './bootstrap.ts';
import { measureMarkers } from './markers.ts';
import { measureParity } from './parity.ts';
import { seeAnswers, showAnswer, spreadOf, worstOf } from './show-answers.ts';
import { agreementTable, bootstrapTable, costTable, labelTable, parityTable } from './tables.ts';

const folder = fileURLToPath(new URL('../../fixtures/bench', import.meta.url));
const sets = readAnswerSets(folder);
const setOf = (name: string) => {
  const set = sets.find((each) => each.name === name);
  if (set === undefined) throw new Error(`no set ${name}`);
  return set;
};

describe('readAnswerSets', () => {
  it('finds every set of a folder, or the folder itself', () => {
    expect(sets.map(({ name }) => name)).toEqual(['circuits', 'thermostat', 'thermostat-zh']);
    expect(readAnswerSets(`${folder}/circuits`).map(({ name }) => name)).toEqual(['circuits']);
  });

  it('divides by the maximum, scores blanks and says what it could not use', () => {
    const { answers, problems } = setOf('thermostat');
    expect(answers.map(({ mark }) => mark)).toEqual([1, 0.5, 0, 1, 0.25, 0, 1, 0]);
    expect(answers[5]?.text).toBe('');
    expect(problems).toHaveLength(4);
  });

  it('takes a label for a mark where there is none', () => {
    expect(setOf('circuits').answers.map(({ mark }) => mark)).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it('says what is wrong with a folder that holds no set', () => {
    expect(() => readAnswerSets(`${folder}/nowhere`)).toThrow('no such folder');
    expect(() => readAnswerSets(fileURLToPath(new URL('.', import.meta.url)))).toThrow('holds no questions');
  });
});

describe('a set of foreign shape', () => {
  const [foreign] = readAnswerSets(fileURLToPath(new URL('../../fixtures/bench-foreign', import.meta.url)));
  if (foreign === undefined) throw new Error('no foreign set');

  it('is read with byte order marks, other names, marks as text and a mark for each marker', () => {
    expect(foreign.answers.map(({ text, mark }) => [text, mark])).toEqual([
      ['Last in, first out.', 1],
      ['First in, first out.', 2.5 / 6],
      ['', 0],
      ['42', 1 / 6],
    ]);
    expect(foreign.problems).toEqual([
      'answers.jsonl:5 is no JSON object',
      'answer 5 has neither score nor label',
    ]);
  });

  it('has no mapped figures where its one question leaves nothing to learn from', () => {
    const [result] = benchSet(foreign);
    expect(result?.ours.pearson).toBeGreaterThan(0.8);
    expect(result?.ours.rmseMapped).toBeNaN();
    expect(result?.ours.kappaMapped).toBeNaN();
    expect(agreementTable(benchSet(foreign))).toContain('–');
  });

  it('learns its scale from the set of its name, or from the only one there is', () => {
    expect(fitFor(foreign, sets)).toBeUndefined();
    expect(fitFor(foreign, [setOf('circuits')])?.name).toBe('circuits');
    expect(fitFor(setOf('circuits'), sets)?.name).toBe('circuits');
  });
});

describe('benchSet', () => {
  it('measures a set with and without its closed questions', () => {
    const results = benchSet(setOf('thermostat'));
    expect(results.map(({ name, answers, questions }) => [name, answers, questions])).toEqual([
      ['thermostat', 6, 2],
      ['thermostat (with closed questions)', 8, 3],
    ]);
    expect(results[0]?.ours.pearson).toBeGreaterThan(0.9);
    expect(Object.keys(results[0]?.baselines ?? {})).toEqual(['length', 'overlap recall', 'soft coverage']);
  });

  it('measures each corpus of a labelled set, and tells a contradiction from a correct answer', () => {
    const results = benchSet(setOf('circuits'));
    expect(results.map(({ name }) => name)).toEqual(['circuits', 'circuits / a', 'circuits / b']);
    expect(results[0]?.ours.labels).toMatchObject({ aucCorrectVsContradictory: 1, aucCorrectVsIncorrect: 1 });
  });

  it('learns the mark scale from another folder when told to', () => {
    const [own] = benchSet(setOf('thermostat'));
    const [fitted] = benchSet(setOf('thermostat'), setOf('thermostat'));
    expect(fitted?.ours.pearson).toBe(own?.ours.pearson);
    expect(fitted?.ours.rmseMapped).toBeLessThan(own?.ours.rmseMapped ?? 0);
  });

  it('gives the same grades and figures twice', () => {
    const figures = () => benchSet(setOf('circuits')).map(({ p50Ms, p99Ms, ...rest }) => rest);
    expect(figures()).toEqual(figures());
  });

  it('fits every figure into its tables', () => {
    const results = sets.flatMap((set) => benchSet(set));
    const parities = sets.flatMap((set) => measureParity(set, sets) ?? []);
    for (const table of [agreementTable, labelTable, bootstrapTable, costTable]) {
      const lines = table(results).split('\n');
      expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    }
    expect(parityTable(parities)).toContain('thermostat-zh');
  });
});

describe('measureParity', () => {
  it('pairs translations with their originals', () => {
    expect(measureParity(setOf('thermostat-zh'), sets)).toMatchObject({
      englishName: 'thermostat',
      pairs: 3,
    });
    expect(measureParity(setOf('thermostat'), sets)).toBeUndefined();
  });
});

describe('showing answers', () => {
  const seen = seeAnswers(setOf('thermostat'));

  it('leaves out what is blank or asked in a closed question', () => {
    expect(seen.map(({ answer }) => answer.id)).toEqual(['1#1', '1#2', '1#3', '2#1', '2#2']);
  });

  it('shows the worst disagreement of each question, the worst first', () => {
    const worst = worstOf(seen, 5);
    expect(worst.map(({ answer }) => answer.question.qid).toSorted()).toEqual(['1', '2']);
    const [first, second] = worst.map(({ answer, mapped }) => Math.abs(mapped - answer.mark));
    expect(first).toBeGreaterThanOrEqual(second ?? 0);
  });

  it('shows answers from all over a set', () => {
    expect(spreadOf(seen, 2).map(({ answer }) => answer.id)).toEqual(['1#2', '2#1']);
    expect(spreadOf(seen, 9)).toHaveLength(5);
  });

  it('puts the evidence of an answer in brackets', () => {
    const [first] = seen;
    expect(first && showAnswer(first)).toContain('[measures] the [temperature]');
  });
});

describe('measureMarkers', () => {
  it('compares two people who marked the same answers, and says nothing of one', () => {
    const set = setOf('thermostat');
    const twice = set.answers.map((answer) => ({ ...answer, markers: [answer.mark, 1 - answer.mark] }));
    expect(measureMarkers(set)).toBeUndefined();
    const measured = measureMarkers({ ...set, answers: twice });
    expect(measured).toMatchObject({ name: 'thermostat', answers: 6 });
    expect(measured?.between).toBeCloseTo(-1, 9);
    expect(measured?.oursWithFirst).toBeGreaterThan(0.9);
    expect(measured?.oursWithSecond).toBeLessThan(-0.9);
  });
});

describe('comparePaired', () => {
  it('puts the better grader ahead in every draw, and itself nowhere', () => {
    const { answers } = setOf('thermostat');
    const perfect = answers.map(({ mark }) => mark);
    const poor = answers.map((_, index) => (index * 7) % 5);
    expect(comparePaired(answers, perfect, poor).ahead).toBe(1);
    expect(comparePaired(answers, poor, poor)).toEqual({ mean: 0, low: 0, high: 0, ahead: 0 });
  });
});
