import { describe, expect, it } from 'vitest';
import { answerLimit, gradeAnswer } from '../../../src/core/grading/grade-answer.ts';
import { prepareRubric } from '../../../src/core/grading/prepare-rubric.ts';
import { grade, lexicon, point, questionOf, type SmallId, slot, smallBank } from './small-bank.ts';

const credits = (id: SmallId, answer: string) =>
  Object.fromEntries(grade(id, answer).points.map(({ id: name, credit }) => [name, credit]));

describe('gradeAnswer', () => {
  it.each(
    smallBank.questions.flatMap(({ id, modelAnswer }) => [
      [id, modelAnswer.en] as const,
      [id, modelAnswer.zh] as const,
    ]),
  )('gives the model answer of %s full marks', (id, answer) => {
    // The table above lists exactly the ids of the small bank.
    const { score, band, flags } = grade(id as SmallId, answer);
    expect({ score, band, flags }).toEqual({ score: 1, band: 'solid', flags: [] });
  });

  it.each([
    '',
    '   ',
    '🙂🙂',
    "I don't know",
    'idk',
    'no idea, sorry',
    '不知道',
    '这道题我不太清楚。',
    '忘了',
    '…',
  ])('says that %j says nothing', (answer) => {
    expect(grade('relu-over-sigmoid', answer)).toMatchObject({ score: 0, band: 'missed', flags: ['blank'] });
  });

  it('gives nothing for the question itself', () => {
    const { prompt } = questionOf('relu-over-sigmoid');
    for (const copy of [prompt.en, prompt.zh, `${prompt.en} because`, `${prompt.zh}因为`]) {
      expect(grade('relu-over-sigmoid', copy)).toMatchObject({ score: 0, flags: ['question-echo'] });
    }
  });

  it('quotes the very words that earned each credit', () => {
    const answer = 'The ＲｅＬＵ has a gradient of exactly １ for positive inputs.';
    const met = grade('relu-over-sigmoid', answer).points.filter(({ credit }) => credit > 0);
    expect(met.map(({ id }) => id)).toEqual(['gradient-one']);
    expect(met[0]?.evidence.map(({ text }) => text)).toEqual([
      'ＲｅＬＵ has a gradient of exactly １',
      'positive inputs',
    ]);
  });

  it('quotes of several places the one near the other words of the point', () => {
    const answer =
      'It can vanish, so much is known, and so does much else; at most 0.25 per layer, thus it vanishes.';
    const { points } = grade('relu-over-sigmoid', answer);
    const quoted = points.find(({ id }) => id === 'product')?.evidence;
    expect(quoted?.map(({ text, start }) => [text, start])).toEqual([
      ['0.25', answer.indexOf('0.25')],
      ['vanishes', answer.indexOf('vanishes')],
    ]);
  });

  it('tells how words were recognised', () => {
    const how = (answer: string) =>
      grade('batch-normalization', answer).points[0]?.evidence.map((each) => `${each.text}: ${each.how}`);
    expect(how('the mean and variances of the mini-batch')).toEqual([
      'mean: exact',
      'variances: stem',
      'mini-batch: exact',
    ]);
    expect(how('the mean and varaince of the minibatch')).toEqual([
      'mean: exact',
      'varaince: typo',
      'minibatch: stem',
    ]);
    expect(how('小批量的均值與方差，協方差不用')).toEqual(['小批量: exact', '均值: exact', '方差: exact']);
  });

  it('gives part of a point for part of its slots, and more for slots that stand together', () => {
    const whole = credits(
      'batch-normalization',
      'It uses the mean and the variance of the batch.',
    ).statistics;
    const half = credits('batch-normalization', 'It uses the mean and the variance.').statistics;
    const scattered = credits(
      'batch-normalization',
      'It has a mean. The weather was fine. There is variance here too. And one takes a batch.',
    ).statistics;
    expect(whole).toBe(1);
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(scattered ?? 0);
    expect(scattered).toBeLessThan(1);
  });

  it('asks for k of n', () => {
    expect(grade('overfitting-remedies', 'early stopping').score).toBeCloseTo(1 / 3, 4);
    expect(grade('overfitting-remedies', 'L2, early stopping').score).toBeCloseTo(2 / 3, 4);
    expect(grade('overfitting-remedies', 'L2, early stopping, dropout, data augmentation').score).toBe(1);
    expect(grade('overfitting-remedies', 'weight decay, weight decay and L2').score).toBeCloseTo(1 / 3, 4);
  });

  it('takes a denied slot for the reverse of the point', () => {
    const graded = grade(
      'relu-over-sigmoid',
      'The sigmoid does not saturate and its derivative never goes to zero.',
    );
    expect(graded.points[0]).toMatchObject({ credit: 0, reason: 'contradicted', evidence: [] });
    expect(graded.points[0]?.slots.map(({ state }) => state)).toEqual(['contradicted', 'contradicted']);
  });

  it('asks for the denial where the point is one', () => {
    expect(credits('relu-over-sigmoid', 'ReLU works without an exponential.')['no-exponential']).toBe(1);
    expect(credits('relu-over-sigmoid', 'ReLU 不需要指数运算')['no-exponential']).toBe(1);
    expect(credits('relu-over-sigmoid', 'ReLU needs an exponential.')['no-exponential']).toBe(0);
  });

  it('does not hold a contrast against the answer', () => {
    const { points } = grade(
      'relu-over-sigmoid',
      'Sigmoid saturates and its derivative goes to zero; ReLU does not saturate.',
    );
    expect(points[0]).toMatchObject({ credit: 1, reason: 'met' });
  });

  it('takes the denial of a word alone for no denial of a point that has a context', () => {
    const question = questionOf('batch-normalization');
    const context = { ...slot('sigmoid', 'saturates'), context: true };
    const rubric = {
      ...question.rubric,
      points: [point('vanishing', 1, [slot('gradient vanishes'), context])],
    };
    const prepared = prepareRubric({ ...question, rubric }, lexicon);
    const reasonFor = (answer: string) => gradeAnswer(prepared, answer).points[0]?.reason;
    expect(reasonFor('with ReLU the gradient does not vanish')).toBe('missed');
    expect(reasonFor('with sigmoid the gradient does not vanish')).toBe('contradicted');
  });

  it('gives nothing for a point said together with its opposite', () => {
    const both = grade(
      'batch-normalization',
      'At inference it uses running averages. At inference it does not use running averages.',
    );
    expect(both.points[2]).toMatchObject({ credit: 0, reason: 'contradicted' });
    expect(both.flags).toContain('self-contradiction');
  });

  it('names a misconception, caps the score and takes the credit of the point it contradicts', () => {
    const { modelAnswer } = questionOf('batch-normalization');
    const graded = grade('batch-normalization', `${modelAnswer.en} So it normalises the weights.`);
    expect(graded.score).toBe(0.4);
    expect(graded.misconceptions.map(({ id }) => id)).toEqual(['weights']);
    expect(graded.misconceptions[0]?.evidence.map(({ text }) => text)).toEqual(['normalises', 'weights']);
    expect(graded.points[0]).toMatchObject({ credit: 0, reason: 'contradicted' });
  });

  it('does not accuse whoever denies the misconception', () => {
    const { modelAnswer } = questionOf('batch-normalization');
    for (const denial of [
      'It does not normalise the weights.',
      '它并不对权重做归一化。',
      'Many wrongly say that it normalises weights.',
    ]) {
      expect(grade('batch-normalization', `${modelAnswer.en} ${denial}`)).toMatchObject({
        score: 1,
        misconceptions: [],
      });
    }
  });

  it('caps a bag of keywords and says why', () => {
    const bag =
      'saturation derivative zero 0.25 vanish positive inputs gradient ReLU sparse activations dying unit product';
    const graded = grade('relu-over-sigmoid', bag);
    expect(graded.score).toBeLessThanOrEqual(0.6);
    expect(graded.flags).toContain('keyword-list');
  });

  it('gives little for a glossary glued to the end of an answer, and takes nothing from its prose', () => {
    const prose = 'The derivative of the sigmoid is at most 0.25, so the product over many layers vanishes.';
    const glossary =
      ' Keywords: saturation derivative zero positive inputs gradient sparse activations exponential dying units networks layers.';
    expect(grade('relu-over-sigmoid', prose + glossary).score).toBeGreaterThanOrEqual(
      grade('relu-over-sigmoid', prose).score,
    );
    expect(grade('relu-over-sigmoid', prose + glossary).score).toBeLessThanOrEqual(0.7);
  });

  it('never caps an honest list', () => {
    expect(
      grade(
        'overfitting-remedies',
        'dropout, L2, early stopping, data augmentation, smaller model, label smoothing, mixup',
      ).flags,
    ).toEqual([]);
  });

  it('says of a long answer on the topic that it could not be matched', () => {
    const paraphrase =
      'The other two squash their argument into a narrow range, which makes learning slow in a stack of many layers, whereas this one ' +
      'lets the error signal pass through unharmed for half of all arguments, and that is what deep networks need to be trained well.';
    expect(grade('relu-over-sigmoid', paraphrase).flags).toEqual(['unmatched']);
    expect(grade('relu-over-sigmoid', 'Because it is popular.').flags).toEqual([]);
  });

  it('reads no further than the limit and says so', () => {
    const { modelAnswer } = questionOf('batch-normalization');
    const padding = 'well '.repeat(answerLimit / 5);
    expect(grade('batch-normalization', padding + modelAnswer.en)).toMatchObject({
      score: 0,
      flags: ['cut'],
    });
    expect(grade('batch-normalization', `${'x'.repeat(answerLimit - 1)}😀`).flags).toContain('cut');
  });

  it('grades a follow-up on the probed points alone', () => {
    const graded = grade('batch-normalization', 'It uses running averages.', { probes: ['inference'] });
    expect(graded.score).toBe(1);
    expect(graded.points.map(({ id }) => id)).toEqual(['inference']);
  });

  it('takes the words a group has learned', () => {
    const answer = 'At test time it takes the exponentially smoothed figures.';
    const overlay = new Map([['inference', [{ slot: 0, aliases: ['exponentially smoothed figures'] }]]]);
    expect(grade('batch-normalization', answer).score).toBe(0);
    expect(grade('batch-normalization', answer, { overlay }).score).toBeGreaterThan(0.3);
  });

  it('takes an opposite in place of the word for a contradiction', () => {
    const question = questionOf('batch-normalization');
    const grows = { ...slot('grows', 'increases'), opposites: [{ text: 'shrinks', notIn: [] }] };
    const rubric = { ...question.rubric, points: [point('growth', 1, [slot('gradient'), grows])] };
    const prepared = prepareRubric({ ...question, rubric }, lexicon);
    expect(gradeAnswer(prepared, 'the gradient grows').score).toBe(1);
    expect(gradeAnswer(prepared, 'the gradient shrinks').points[0]).toMatchObject({
      credit: 0,
      reason: 'contradicted',
    });
  });

  it('reads a short Chinese term inside a longer one as part of that one', () => {
    expect(credits('batch-normalization', '它计算小批量的均值和方差').statistics).toBe(1);
    expect(credits('batch-normalization', '它计算小批量的均值和协方差').statistics).toBeLessThan(0.5);
  });

  it('does not take the bound of a range for a number that a term names', () => {
    expect(
      credits('relu-over-sigmoid', 'For positive inputs the gradient is always 1.')['gradient-one'],
    ).toBe(1);
    expect(
      credits('relu-over-sigmoid', 'For positive inputs the gradient lies in 0 to 1.')['gradient-one'],
    ).toBeLessThan(1);
  });

  it('grades a misspelt word, but not one that is a word of its own', () => {
    expect(credits('relu-over-sigmoid', 'Its activations are sparce.').sparsity).toBe(1);
    expect(credits('relu-over-sigmoid', 'This gives sparstiy in the layer.').sparsity).toBe(1);
    expect(credits('relu-over-sigmoid', 'This gives scarcity in the layer.').sparsity).toBe(0);
  });
});
