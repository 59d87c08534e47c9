import { gradeAnswer } from '../../../src/core/grading/grade-answer.ts';
import { createLexicon } from '../../../src/core/grading/lexicon.ts';
import { type PrepareOptions, prepareRubric } from '../../../src/core/grading/prepare-rubric.ts';
import type { QuestionBank } from '../../../src/core/question/bank.ts';
import type { Question } from '../../../src/core/question/question.ts';
import type { Misconception, Point, Slot } from '../../../src/core/question/rubric.ts';

/** A slot that any of the words fills. */
export const slot = (...aliases: string[]): Slot => ({
  aliases: aliases.map((text) => ({ text, notIn: [] })),
  polarity: 'asserted',
  opposites: [],
});

const both = (text: string) => ({ en: text, zh: text });

export const point = (
  id: string,
  weight: number,
  slots: readonly Slot[],
  rest: Partial<Point> = {},
): Point => ({
  id,
  weight,
  bonus: false,
  says: both(id),
  hint: both(id),
  slots,
  ...rest,
});

const misconception = (
  id: string,
  cap: number,
  slots: readonly Slot[],
  rest: Partial<Misconception> = {},
): Misconception => ({
  id,
  cap,
  slots,
  correction: both(id),
  ...rest,
});

const question = (
  id: string,
  prompt: Question['prompt'],
  modelAnswer: Question['modelAnswer'],
  rubric: Question['rubric'],
): Question => ({
  id,
  topic: 'training',
  level: 2,
  origin: 'test',
  prompt,
  modelAnswer,
  rubric,
  hints: [],
  followUps: [],
  sources: [],
  samples: [],
});

const relu = question(
  'relu-over-sigmoid',
  {
    en: 'Why do deep networks use ReLU rather than sigmoid or tanh?',
    zh: '为什么深度网络用 ReLU 而不用 sigmoid 或 tanh？',
  },
  {
    en:
      'Sigmoid and tanh saturate for large inputs, so their derivative goes to zero there. ' +
      'The derivative of the sigmoid is at most 0.25, so the product over many layers vanishes. ' +
      'For positive inputs the gradient of ReLU is exactly 1. ' +
      'ReLU also sets negative inputs to zero, which makes activations sparse. ' +
      'ReLU does not need an exponential. ' +
      'Its drawback is that a unit may die when it is never active.',
    zh:
      'sigmoid 和 tanh 在输入很大时会饱和，导数趋近于零。' +
      'sigmoid 的导数最大只有 0.25，很多层连乘以后梯度会消失。' +
      'ReLU 在正区间的梯度恒为 1。' +
      'ReLU 把负的输入置零，使激活变得稀疏。' +
      'ReLU 不需要指数运算。' +
      '缺点是神经元可能死亡，即一直不被激活。',
  },
  {
    style: 'explanation',
    points: [
      point('saturation', 3, [
        slot('saturate', 'saturation', '饱和'),
        slot('derivative goes to zero', 'gradient goes to zero', '导数趋近于零'),
      ]),
      point('product', 2, [slot('0.25', '1/4'), slot('vanish', 'vanishing', '消失')]),
      point('gradient-one', 3, [
        slot('positive inputs', 'x > 0', '正区间'),
        slot(
          'gradient is 1',
          'gradient of ReLU is 1',
          'derivative is 1',
          '梯度恒为 1',
          '梯度为 1',
          '梯度是 1',
        ),
      ]),
      point('sparsity', 1, [slot('sparse', 'sparsity', '稀疏')]),
      point('no-exponential', 1, [
        { ...slot('exponential', 'exp', '指数'), polarity: 'negated' },
        slot('ReLU'),
      ]),
      point('dying', 1, [slot('dying ReLU', 'dead ReLU', 'unit may die', '神经元死亡', '神经元可能死亡')], {
        bonus: true,
      }),
    ],
    misconceptions: [
      misconception('never-saturates', 0.5, [slot('ReLU'), slot('never saturates', '从不饱和')], {
        contradicts: 'saturation',
      }),
    ],
  },
);

const batchNorm = question(
  'batch-normalization',
  {
    en: 'What does batch normalization do in training and at inference?',
    zh: '批归一化在训练和推理时做什么？',
  },
  {
    en:
      'In training it normalises each feature with the mean and variance of the mini-batch. ' +
      'It then scales and shifts by the learned parameters gamma and beta. ' +
      'At inference it uses running averages collected during training.',
    zh:
      '训练时用小批量的均值和方差对每个特征做归一化。' +
      '然后用可学习的参数 γ 和 β 缩放和平移。' +
      '推理时使用训练中累积的滑动平均。',
  },
  {
    style: 'explanation',
    points: [
      point('statistics', 3, [
        slot('mean', '均值'),
        slot('variance', '方差'),
        slot('mini-batch', 'batch', '小批量'),
      ]),
      point('affine', 2, [slot('gamma', 'scale', '缩放'), slot('beta', 'shift', '平移')]),
      point('inference', 3, [slot('running averages', 'moving average', '滑动平均')]),
    ],
    misconceptions: [
      misconception('weights', 0.4, [slot('normalise', '归一化'), slot('weights', '权重')], {
        contradicts: 'statistics',
      }),
    ],
  },
);

const overfitting = question(
  'overfitting-remedies',
  { en: 'Name remedies for overfitting.', zh: '列举缓解过拟合的方法。' },
  {
    en: 'Dropout, weight decay, early stopping and more data.',
    zh: 'dropout、权重衰减、早停、更多数据。',
  },
  {
    style: 'list',
    points: [
      point(
        'remedies',
        1,
        [
          slot('dropout', '随机失活'),
          slot('weight decay', 'L2', '权重衰减'),
          slot('early stopping', '早停'),
          slot('more data', 'data augmentation', '更多数据', '数据增强'),
          slot('smaller model', '更小的模型'),
        ],
        { need: 3 },
      ),
    ],
    misconceptions: [],
  },
);

/** Three questions that between them use every kind of slot. */
export const smallBank: QuestionBank = {
  questions: [relu, batchNorm, overfitting],
  topics: [{ id: 'training', title: both('training') }],
  concepts: [
    { id: 'variance', title: { en: 'variance', zh: '方差' }, aliases: ['variance', '方差'] },
    { id: 'covariance', title: { en: 'covariance', zh: '协方差' }, aliases: ['covariance', '协方差'] },
    { id: 'gradient', title: { en: 'gradient', zh: '梯度' }, aliases: ['gradient', '梯度'] },
    { id: 'vanishing', title: { en: 'vanishing', zh: '消失' }, aliases: ['vanishing', '消失'] },
    {
      id: 'vanishing-gradient',
      title: { en: 'vanishing gradient', zh: '梯度消失' },
      aliases: ['vanishing gradient', '梯度消失'],
    },
  ],
};

export const lexicon = createLexicon(smallBank);

/** Ids of the questions of {@link smallBank}. */
export type SmallId = 'relu-over-sigmoid' | 'batch-normalization' | 'overfitting-remedies';

export function questionOf(id: SmallId): Question {
  const found = smallBank.questions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
}

/** Grades an answer to a question of {@link smallBank}. */
export const grade = (id: SmallId, answer: string, options?: PrepareOptions) =>
  gradeAnswer(prepareRubric(questionOf(id), lexicon, options), answer);
