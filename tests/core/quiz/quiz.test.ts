import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/question/question.ts';
import { matchingQuestions, pickQuestion } from '../../../src/core/quiz/pick-question.ts';
import { askNext, closeQuiz, hasNext, startQuiz, takeHint } from '../../../src/core/quiz/quiz-session.ts';

const question = (id: string, topic = 't', level: 1 | 2 | 3 = 1): Question => ({
  id,
  topic,
  level,
  origin: 'test',
  prompt: { zh: '', en: '' },
  modelAnswer: { zh: '', en: '' },
  rubric: { style: 'explanation', points: [], misconceptions: [] },
  hints: [],
  followUps: [],
  sources: [],
  samples: [],
});

describe('a quiz session', () => {
  it('asks as many questions as planned, and remembers them', () => {
    const first = startQuiz({ count: 2 }, 'q1', 'r1');
    expect(hasNext(first)).toBe(true);
    const second = askNext(first, 'q2', 'r2');
    expect(hasNext(second)).toBe(false);
    const closed = closeQuiz(second, 'finished');
    expect(closed.earlier.map(({ questionId }) => questionId)).toEqual(['q1', 'q2']);
  });

  it('shows each hint once, and none that is not there', () => {
    const session = startQuiz({ count: 1 }, 'q1', 'r1');
    const one = takeHint(session, 1);
    expect(one).toMatchObject({ kind: 'hint', index: 0 });
    expect(one.kind === 'hint' && takeHint(one.session, 1)).toEqual({ kind: 'no-more-hints' });
    expect(session.current.hintsShown).toBe(0);
  });

  it('starts each question without hints shown', () => {
    const hinted = takeHint(startQuiz({ count: 2 }, 'q1', 'r1'), 3);
    expect(hinted.kind === 'hint' && askNext(hinted.session, 'q2', 'r2').current.hintsShown).toBe(0);
  });
});

describe('pickQuestion', () => {
  it('never repeats a question before all have been asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 40 }),
        (size, chances) => {
          const bank = Array.from({ length: size }, (_, index) => question(`q${index}`));
          const asked = new Map<string, number>();
          let previous: string | undefined;
          for (const chance of chances) {
            const picked = pickQuestion(bank, asked, chance, previous)?.id ?? '';
            if (size > 1) expect(picked).not.toBe(previous);
            asked.set(picked, (asked.get(picked) ?? 0) + 1);
            previous = picked;
            const counts = bank.map(({ id }) => asked.get(id) ?? 0);
            expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(size > 1 ? 2 : 1);
          }
          const firstLap = chances.slice(0, size).length;
          expect(asked.size).toBe(firstLap);
        },
      ),
    );
  });

  it('finds nothing among nothing', () => {
    expect(pickQuestion([], new Map(), 0.5)).toBeUndefined();
  });
});

describe('matchingQuestions', () => {
  it('filters by topic and level', () => {
    const bank = [question('a', 'x', 1), question('b', 'x', 2), question('c', 'y', 2)];
    const ids = (filter: Parameters<typeof matchingQuestions>[1]) =>
      matchingQuestions(bank, filter).map(({ id }) => id);
    expect(ids({ topic: 'x' })).toEqual(['a', 'b']);
    expect(ids({ level: 2 })).toEqual(['b', 'c']);
    expect(ids({ topic: 'x', level: 2 })).toEqual(['b']);
    expect(ids({})).toHaveLength(3);
  });
});
