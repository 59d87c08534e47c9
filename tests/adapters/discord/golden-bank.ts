import type { Services } from '../../../src/app/commands/command.ts';
import type { Evidence, Grade, PointGrade } from '../../../src/core/grading/grade.ts';
import type { QuestionBank } from '../../../src/core/question/bank.ts';
import type { Bilingual } from '../../../src/core/question/language.ts';
import type { Question } from '../../../src/core/question/question.ts';
import type { Point } from '../../../src/core/question/rubric.ts';

/** Renders are about looks, so their question and its grades are fixed here and follow neither the bank nor the grader. */

const point = (id: string, says: Bilingual, hint: Bilingual, bonus = false): Point => ({
  id,
  weight: 1,
  bonus,
  says,
  hint,
  slots: [],
});

const relu: Question = {
  id: 'relu',
  topic: 'activations',
  level: 1,
  origin: 'test',
  prompt: {
    en: 'Why is ReLU usually preferred to sigmoid and tanh in the hidden layers of a deep network?',
    zh: '深层网络的隐藏层为什么通常选用 ReLU，而不是 sigmoid 或 tanh？',
  },
  modelAnswer: {
    en: 'For positive inputs the derivative of ReLU is exactly 1, so the gradient passes a layer undamped. The derivative of sigmoid is σ′(z) = σ(z)(1 − σ(z)) ≤ 0.25, so the product over many layers vanishes. Its price is the dying ReLU.',
    zh: '正区间上 ReLU 的导数恒为 1，梯度穿过一层时没有衰减。sigmoid 的导数 σ′(z) = σ(z)(1 − σ(z)) ≤ 0.25，许多这样的小因子连乘，梯度就会消失。代价是神经元死亡。',
  },
  rubric: {
    style: 'explanation',
    points: [
      point(
        'slope',
        { en: 'For positive inputs ReLU has derivative 1.', zh: '正区间上 ReLU 的导数恒为 1。' },
        { en: 'What is the slope of ReLU for positive inputs?', zh: 'ReLU 在正区间的斜率是多少？' },
      ),
      point(
        'product',
        {
          en: 'Many small derivatives multiplied make the gradient vanish.',
          zh: '许多小导数连乘，梯度消失。',
        },
        { en: 'What happens to a product of many small numbers?', zh: '许多小数连乘会怎样？' },
      ),
      point(
        'dying',
        {
          en: 'Its price is the dying ReLU: for negative inputs the gradient is 0.',
          zh: '代价是神经元死亡：负区间梯度为 0。',
        },
        { en: 'What happens to a unit whose input is always negative?', zh: '输入总为负的单元会怎样？' },
      ),
      point(
        'cheap',
        { en: 'It is cheap to compute.', zh: '计算便宜。' },
        { en: 'What does it cost to compute?', zh: '计算开销如何？' },
        true,
      ),
    ],
    misconceptions: [
      {
        id: 'never-dies',
        cap: 0.6,
        slots: [],
        correction: {
          en: 'ReLU can die: where the input is negative for every sample, no gradient comes through any more.',
          zh: 'ReLU 会死亡：若一个单元对所有样本的输入都为负，就再也没有梯度经过它。',
        },
        source: 'maas',
      },
    ],
  },
  hints: [{ en: 'Compare the derivatives on both sides of zero.', zh: '比较零点两侧的导数。' }],
  followUps: [
    {
      id: 'remedy',
      prompt: { en: 'How does LeakyReLU keep a unit from dying?', zh: 'LeakyReLU 怎样避免神经元死亡？' },
      probes: ['dying'],
    },
  ],
  sources: [
    {
      id: 'maas',
      citation: 'Maas, Hannun and Ng (2013), Rectifier Nonlinearities Improve Neural Network Acoustic Models',
      section: '§2 (dying units)',
      url: 'https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf',
    },
    { id: 'glorot', citation: 'Glorot, Bordes and Bengio (2011), Deep Sparse Rectifier Neural Networks' },
  ],
  demo: { experiment: 'coin-flip', parameters: { throws: 20 } },
  samples: [],
};

export const goldenBank: QuestionBank = {
  questions: [relu, { ...relu, id: 'tanh', topic: 'other', prompt: { en: 'And tanh?', zh: 'tanh 呢？' } }],
  topics: [
    { id: 'activations', title: { en: 'Activation functions', zh: '激活函数' } },
    { id: 'other', title: { en: 'Everything else, at some length', zh: '其余的一切' } },
  ],
  concepts: [],
};

/** The same words always earn the same: a stretch per language and point, and the misconception whenever it is there. */
const stretches: Readonly<Record<string, readonly string[]>> = {
  slope: ['slope 1', '导数是 1'],
  product: ['vanishes', '梯度消失'],
  dying: ['dead neurons', '死亡神经元'],
};

/** A grade by fixed words, in the place of the grader. */
export const goldenGrade: Services['grade'] = (question, answer): Grade => {
  const find = (id: string): readonly Evidence[] =>
    (stretches[id] ?? []).flatMap((text) => {
      const start = answer.indexOf(text);
      return start < 0 ? [] : [{ start, end: start + text.length, text, how: 'exact', alias: text } as const];
    });
  const says = (id: string) => find(id).length > 0;
  const points = question.rubric.points.map(({ id, weight, bonus }): PointGrade => {
    const isDying = id === 'dying' && says(id);
    const evidence = isDying ? [] : find(id);
    const slots = isDying ? [{ index: 0, state: 'contradicted', ...first(find(id)) } as const] : [];
    const reason = isDying ? 'contradicted' : evidence.length > 0 ? 'met' : 'missed';
    return { id, weight, bonus, credit: evidence.length > 0 ? 1 : 0, reason, slots, evidence };
  });
  const score = points.filter(({ bonus }) => !bonus).reduce((sum, { credit }) => sum + credit, 0) / 3;
  const misconceptions = says('dying') ? [{ id: 'never-dies', cap: 0.6, evidence: find('dying') }] : [];
  const rounded = Math.round(score * 10_000) / 10_000;
  const band = score >= 0.75 ? 'solid' : score >= 0.4 ? 'partial' : 'missed';
  return { score: rounded, band, points, misconceptions, flags: [] };
};

function first([evidence]: readonly Evidence[]) {
  return evidence === undefined ? {} : { evidence };
}
