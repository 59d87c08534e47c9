import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../../../src/core/grading/lexicon.ts';
import { deriveRubric } from '../../../../src/core/grading/reference/derive-rubric.ts';
import {
  createReferenceGrader,
  type QuestionLine,
} from '../../../../src/core/grading/reference/reference-grader.ts';

interface Asked {
  readonly question: string;
  readonly reference: readonly string[];
  readonly lang?: QuestionLine['lang'];
  readonly rubric?: string;
}

/** A grader for one question. */
function graderOf({ lang = 'en', ...asked }: Asked) {
  const grade = createReferenceGrader([{ qid: 'q', lang, ...asked }]);
  return (answer: string) => {
    const graded = grade('q', answer);
    if (graded === undefined) throw new Error('the question is not known');
    return graded;
  };
}

const stack = graderOf({
  question: 'What is a stack?',
  reference: ['A data structure in which the last element added is the first one removed.'],
});

describe('a rubric from references', () => {
  it('gives the reference full marks and silence none', () => {
    const { score } = stack('A data structure in which the last element added is the first one removed.');
    expect(score).toBe(1);
    expect(stack('')).toMatchObject({ score: 0, flags: ['blank'] });
    expect(stack('not answered')).toMatchObject({ score: 0, flags: ['blank'] });
  });

  it('ranks answers by what they cover, in their own words and order', () => {
    const scores = [
      'It removes first the element which it added last; a structure for data.',
      'The element that was added last leaves first.',
      'A way to hold elements.',
      'What is a stack?',
    ].map((answer) => stack(answer).score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores[0]).toBeGreaterThan(0.9);
    expect(scores[3]).toBe(0);
  });

  it('quotes the words that count', () => {
    const [point] = stack('Whatever is ADDED last.').points;
    expect(point?.evidence.map(({ text }) => text)).toEqual(expect.arrayContaining(['ADDED', 'last']));
  });

  it('takes another form of a word for less than the word itself', () => {
    const grade = graderOf({ question: 'Why?', reference: ['Dynamic allocation of memory.'] });
    const [same, related, other] = ['allocation', 'allocatable', 'calculation'].map(
      (word) => grade(word).score,
    );
    expect(related).toBeLessThan(same ?? 0);
    expect(other).toBeLessThan(related ?? 0);
  });

  it('counts a word that is denied for half', () => {
    const grade = graderOf({ question: 'Why?', reference: ['The terminals are connected.'] });
    expect(grade('The terminals are not connected.').score).toBeLessThan(
      grade('The terminals are connected.').score,
    );
    expect(grade('The terminals are not connected.').score).toBeGreaterThan(0);
  });

  it('lets the reference that is covered best decide', () => {
    const grade = graderOf({ question: 'Why?', reference: ['There is a gap.', 'The path is open.'] });
    expect(grade('an open path').score).toBeGreaterThan(0.9);
    expect(grade('an open path').points).toHaveLength(1);
  });

  it('asks for one of the alternatives that a reference lists', () => {
    const listed = 'Quicksort. One of the following: ● it works in place ● its inner loop is tight';
    const grade = graderOf({ question: 'Which one, and why?', reference: [listed] });
    expect(grade('Quicksort, because its inner loop is tight.').score).toBeGreaterThan(0.95);
    expect(grade('Its inner loop is tight.').score).toBeLessThan(0.95);
  });

  it('takes either of two words that a slash sets side by side', () => {
    const slashed = graderOf({ question: 'Why?', reference: ['The first event is more specific/strict.'] });
    expect(slashed('The first event is more strict.').score).toBe(1);
    expect(slashed('The first event is more specific.').score).toBe(1);
  });

  it('reads a formula as one thing', () => {
    const grade = graderOf({ question: 'How many moves?', reference: ['On average (2n+1)/3 moves.'] });
    expect(grade('(2n+1)/3').score).toBeGreaterThan(2 * grade('(3n+2)/1').score);
  });

  it('does not take an answer of small words for a copy of the question', () => {
    const grade = graderOf({ question: 'Which of the two is open?', reference: ['Both of them.'] });
    expect(grade('Both.').flags).toEqual([]);
    expect(grade('Both.').score).toBeGreaterThan(0);
  });

  it('takes most from an answer that opens with the opposite verdict', () => {
    const reference = ['No, because the heap is not sorted.'];
    const grade = graderOf({ question: 'Is a heap sorted?', reference });
    expect(grade('Yes, because the heap is not sorted.').score).toBeLessThan(0.35);
    expect(grade('No, because the heap is not sorted.').score).toBe(1);
  });

  it('takes points and what they are worth from a marking scheme', () => {
    const graded = graderOf({
      question: 'Describe the protocol.',
      reference: [],
      rubric: '2 points: the sender waits for an acknowledgement\n1 point: it numbers its frames',
    });
    const { points } = graded('The sender waits for an acknowledgement.');
    expect(points.map(({ weight, credit }) => [weight, credit > 0.9])).toEqual([
      [2, true],
      [1, false],
    ]);
  });
});

describe('an enumeration', () => {
  const factors = graderOf({
    lang: 'zh',
    question: '决定分拣策略的主要因素有哪几个？',
    reference: ['决定分拣策略的四个主要因素：分区、订单分割、订单分批、分类。'],
  });

  it('gives each item its share', () => {
    expect(factors('分类、分区').score).toBeCloseTo(0.5, 1);
    expect(factors('分区、分类、订单分批、订单分割').score).toBe(1);
  });

  it('counts a word for one item only', () => {
    const indices = graderOf({
      lang: 'zh',
      question: '质量指标包括哪几方面？',
      reference: ['质量指标：货损货差率；设备完好率；保管损耗率；账务差异率；收发货差错率。'],
    });
    expect(indices('收发货差错率').score).toBe(0.2);
    expect(indices('账务差异率；收发货差错率').score).toBe(0.4);
  });

  it('asks for as many items as the question does', () => {
    const grade = graderOf({
      question: 'Name two sorting algorithms.',
      reference: ['quicksort, mergesort, heapsort, insertion sort'],
    });
    expect(grade('heapsort and quicksort').score).toBe(1);
    expect(grade('heapsort').score).toBe(0.5);
  });
});

describe('deriveRubric', () => {
  const question = { id: 'q', text: 'What is a stack?' };
  const lexicon = createLexicon({ questions: [], topics: [], concepts: [] });

  it('gives the same rubric for the same question', () => {
    const derive = () => deriveRubric(question, ['Last in, first out. It has a top.'], 'en', lexicon);
    expect(JSON.stringify(derive())).toBe(JSON.stringify(derive()));
    expect(derive().needsCalibration).toBe(true);
  });

  it('makes at most eight points of a reference, however long', () => {
    const sentences = Array.from({ length: 30 }, (_, at) => `Sentence ${at} names thing${at} and part${at}.`);
    const { rubric } = deriveRubric(question, [sentences.join(' ')], 'en', lexicon);
    expect(rubric.points).toHaveLength(8);
    expect(rubric.style).toBe('explanation');
  });

  it('makes a question without references into one that nothing answers', () => {
    expect(deriveRubric(question, [], 'en', lexicon).rubric.points).toEqual([]);
  });
});
