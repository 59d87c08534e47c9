import { describe, expect, it } from 'vitest';
import { type BankJudges, checkBank } from '../../src/content/check-bank.ts';
import { describeProblem } from '../../src/content/problem.ts';
import type { Grade } from '../../src/core/grading/grade.ts';
import type { QuestionBank } from '../../src/core/question/bank.ts';
import type { Question } from '../../src/core/question/question.ts';
import { loadFiles } from './content-folder.ts';

const graded = (score: number): Grade => ({
  score,
  band: 'missed',
  points: [
    { id: 'zero-gradient', weight: 2, bonus: false, credit: 0.5, reason: 'partly', slots: [], evidence: [] },
  ],
  misconceptions: [],
  flags: ['keyword-list'],
});

/** Judges that are content with everything in the small folder, but for the scores given by answer. */
const judges = (scores: Readonly<Record<string, number>> = {}, demoSays?: string): BankJudges => ({
  knowsExperiment: () => demoSays,
  grade({ modelAnswer, samples }, answer) {
    const sample = samples.find((candidate) => candidate.answer === answer);
    const usual = Object.values(modelAnswer).includes(answer) ? 1 : (sample?.score[0] ?? 0);
    return graded(scores[answer] ?? usual);
  },
});

async function smallBank(): Promise<QuestionBank> {
  const { outcome } = await loadFiles();
  if (outcome.kind !== 'bank') throw new Error('the folder is valid');
  return outcome.bank;
}

const problems = async (found: BankJudges, change = (bank: QuestionBank) => bank) =>
  checkBank(change(await smallBank()), 'content', found).map(describeProblem);

const file = 'content/questions/activations/dying-relu.yaml';

describe('the checks that need a grader and experiments', () => {
  it('find nothing in a sound bank', async () => {
    expect(await problems(judges())).toEqual([]);
  });

  it('report a demo that cannot run, in the words of the laboratory', async () => {
    expect(await problems(judges({}, 'no experiment "dead-unit"'))).toEqual([
      `${file} demo: no experiment "dead-unit"`,
    ]);
  });

  it('report a model answer that fails its own rubric, with the points it misses', async () => {
    expect(await problems(judges({ 'Its gradient stays zero.': 0.9 }))).toEqual([
      `${file} modelAnswer.en: scores 0.9 on its own rubric, below 0.95 (zero-gradient partly, keyword-list); say it, or add the alias`,
    ]);
  });

  it('report a sample outside its band', async () => {
    expect(await problems(judges({ 梯度一直为零: 0.5 }))).toEqual([
      `${file} samples[1]: the strong answer (zh) scores 0.5, outside its band 0.8 to 1; correct the rubric`,
    ]);
  });

  it('report an empty answer that scores', async () => {
    expect(await problems(judges({ '': 0.1, 不知道: 0.1, "I don't know": 0.1 }))).toHaveLength(3);
  });

  it('report a question that answers itself', async () => {
    expect(await problems(judges({ 'What is a dying ReLU?': 0.2 }))).toEqual([
      expect.stringMatching(/rubric: the en question sent back as its answer scores 0\.2/),
    ]);
  });

  it('report a model answer to another question that scores', async () => {
    const twin = (question: Question): Question => ({
      ...question,
      id: 'other',
      modelAnswer: { en: 'Something else.', zh: '别的。' },
    });
    const found = await problems(judges({ 'Something else.': 0.2, '别的。': 0.1 }), (bank) => ({
      ...bank,
      questions: bank.questions.flatMap((question) => [question, twin(question)]),
    }));
    expect(found).toContain(
      `${file} rubric: the en model answer of other scores 0.2 here, above 0.15; ask for more in zero-gradient`,
    );
  });
});
