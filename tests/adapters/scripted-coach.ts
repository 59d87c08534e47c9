import type { Incoming } from '../../src/app/incoming.ts';
import type { Handle } from '../../src/app/ports/platform-adapter.ts';
import type { Block, Reply, Response } from '../../src/app/reply.ts';
import type { Language } from '../../src/core/question/language.ts';

/** What a person typed, whatever it came as. */
export function wordsOf({ action }: Incoming): string {
  if (action.kind === 'text') return action.text;
  if (action.kind !== 'invocation') return action.kind;
  const { command, subcommand, text } = action.invocation;
  return ['/', command, subcommand === undefined ? '' : ` ${subcommand}`, text === '' ? '' : ` ${text}`].join(
    '',
  );
}

/** A reply of one paragraph, or of the blocks given. */
export function reply(what: string | readonly Block[], more: Partial<Reply> = {}): Reply {
  const blocks = typeof what === 'string' ? [{ kind: 'text', text: what } as const] : what;
  return { audience: 'conversation', language: 'zh', blocks, ...more };
}

/** A coach for the tests of adapters: answers by `script`, and a repeated delivery with the same replies as before. */
export function scriptedCoach(script: (incoming: Incoming) => Response): {
  readonly handle: Handle;
  readonly heard: readonly Incoming[];
} {
  const heard: Incoming[] = [];
  const answered = new Map<string, readonly Reply[]>();
  return {
    heard,
    handle: async (incoming) => {
      const before = answered.get(incoming.id);
      if (before !== undefined) return { replies: before };
      heard.push(incoming);
      const response = script(incoming);
      answered.set(incoming.id, response.replies);
      return response;
    },
  };
}

/** Updates that wait for nobody. */
export async function* later(...replies: readonly Reply[]): AsyncGenerator<Reply> {
  yield* replies;
}

const answer = {
  zh: 'sigmoid 的导数最大只有 0.25，所以反向传播连乘以后梯度会指数级变小；ReLU 在正区间导数是 1，不会饱和。不过 ReLU 在负区间也不会饱和。',
  en: 'The derivative of sigmoid is at most 0.25, so the product in backpropagation shrinks exponentially; for positive inputs ReLU has derivative 1 and does not saturate.',
};

function markOf(text: string, words: string, as: 'credit' | 'contradicted' | 'misconception', label: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length, as, label };
}

/** One block of every kind, as an adapter must be able to show them. */
export function everyBlock(language: Language): readonly Block[] {
  const zh = language === 'zh';
  const text = answer[language];
  const start = { command: 'quiz', options: {}, text: '' };
  return [
    { kind: 'heading', text: zh ? '逐条点评' : 'Point by point' },
    {
      kind: 'question',
      title: zh ? '第 2 题，共 3 题 · 激活函数' : 'Question 2 of 3 · Activations',
      text: zh
        ? '为什么隐藏层多用 ReLU，而少用 sigmoid 和 tanh？请说明梯度在反向传播时发生了什么。'
        : 'Why do hidden layers use ReLU rather than sigmoid or tanh? Say what happens to the gradient during backpropagation.',
      about: zh ? '难度 2 · 中文、英文或混着写都可以' : 'Level 2 · answer in Chinese, English or both',
    },
    {
      kind: 'verdict',
      band: 'partial',
      score: 0.62,
      text: zh ? '方向对了，还差一个关键点。' : 'On the right track; one key point is missing.',
    },
    {
      kind: 'answer',
      text,
      marks: zh
        ? [
            markOf(text, '导数最大只有 0.25', 'credit', 'sigmoid 的导数上界'),
            markOf(text, '梯度会指数级变小', 'credit', '连乘导致梯度消失'),
            markOf(text, '正区间导数是 1', 'credit', 'ReLU 的导数'),
            markOf(text, '负区间也不会饱和', 'misconception', '负区间梯度为 0：神经元会“死亡”'),
          ]
        : [
            markOf(text, 'at most 0.25', 'credit', 'Bound of the sigmoid derivative'),
            markOf(text, 'shrinks exponentially', 'credit', 'The product makes gradients vanish'),
            markOf(text, 'does not saturate', 'contradicted', 'Only for positive inputs'),
          ],
    },
    {
      kind: 'points',
      points: [
        {
          state: 'met',
          bonus: false,
          text: zh ? '梯度在层间连乘' : 'Gradients multiply from layer to layer',
          evidence: zh ? ['梯度会指数级变小'] : ['shrinks exponentially'],
        },
        {
          state: 'partly',
          bonus: false,
          text: zh ? 'sigmoid 两端饱和' : 'Sigmoid saturates at both ends',
          evidence: zh ? ['导数最大只有 0.25'] : ['at most 0.25'],
        },
        {
          state: 'missed',
          bonus: false,
          text: zh ? '想想计算开销。' : 'Think of the cost to compute.',
          evidence: [],
        },
        {
          state: 'contradicted',
          bonus: true,
          text: zh ? 'ReLU 在负区间梯度为 0' : 'ReLU has gradient 0 for negative inputs',
          evidence: zh ? ['负区间也不会饱和'] : ['does not saturate'],
        },
      ],
    },
    {
      kind: 'text',
      text: zh ? '下一步：\n把负区间的情况补上。' : 'Next:\nadd what happens for negative inputs.',
    },
    { kind: 'list', items: zh ? ['先说结论', '再说原因'] : ['State the claim', 'Then give the reason'] },
    {
      kind: 'quote',
      text: zh ? '饱和的神经元几乎不传梯度。' : 'A saturated neuron passes almost no gradient.',
      by: 'Ada',
    },
    {
      kind: 'spoiler',
      label: zh ? '参考答案' : 'Model answer',
      text: zh
        ? 'σ′(z) = σ(z)(1 − σ(z)) ≤ ¼，L 层连乘约 4⁻ᴸ。'
        : 'σ′(z) = σ(z)(1 − σ(z)) ≤ ¼, so L layers give about 4⁻ᴸ.',
    },
    {
      kind: 'source',
      text: 'Glorot & Bengio 2010, Understanding the difficulty of training deep feedforward neural networks, §3',
      url: 'https://proceedings.mlr.press/v9/glorot10a.html',
    },
    {
      kind: 'facts',
      facts: [
        { name: '‖∂L/∂h₁‖ / ‖∂L/∂h₂₀‖', value: '3.1 × 10⁻¹³' },
        { name: zh ? '激活函数' : 'Activation', value: 'sigmoid' },
        { name: zh ? '深度' : 'Depth', value: '20' },
      ],
    },
    {
      kind: 'table',
      columns: [
        { text: zh ? '名次' : 'Rank', align: 'end' },
        { text: zh ? '学员' : 'Learner', align: 'start' },
        { text: zh ? '得分' : 'Points', align: 'end' },
      ],
      rows: [
        { cells: ['1', '小雨', '27'], isReader: true },
        { cells: ['2', 'Ada', '21'], isReader: false },
        { cells: ['2', '<b>阿哲</b>', '21'], isReader: false },
      ],
    },
    {
      kind: 'times',
      times: [
        { atMs: Date.UTC(2026, 0, 5, 1, 0), text: zh ? '周一 09:00（上海）' : 'Mon 09:00 (Shanghai)' },
        { atMs: Date.UTC(2026, 0, 6, 1, 0), text: zh ? '周二 09:00（上海）' : 'Tue 09:00 (Shanghai)' },
      ],
    },
    {
      kind: 'image',
      image: {
        key: 'depth-flow-1',
        alt: zh
          ? '折线图：梯度的范数随层数减少而指数下降。'
          : 'Line chart: the norm of the gradient falls exponentially.',
        widthPx: 960,
        heightPx: 600,
      },
    },
    {
      kind: 'choices',
      label: zh ? '接下来' : 'What next',
      as: 'buttons',
      choices: [
        {
          label: zh ? '下一题' : 'Next question',
          invocation: { ...start, subcommand: 'next' },
          style: 'primary',
        },
        { label: zh ? '提示' : 'Hint', invocation: { ...start, subcommand: 'hint' }, style: 'plain' },
        { label: zh ? '停止' : 'Stop', invocation: { ...start, subcommand: 'stop' }, style: 'danger' },
      ],
    },
    {
      kind: 'choices',
      as: 'menu',
      choices: ['activations', 'normalisation', 'recurrent'].map((topic) => ({
        label: topic,
        invocation: { ...start, options: { topic } },
        style: 'plain' as const,
      })),
    },
    {
      kind: 'form',
      form: {
        label: zh ? '你的回答' : 'Your answer',
        placeholder: zh
          ? '用自己的话讲清楚，两三句也可以。'
          : 'In your own words; two or three sentences will do.',
        maxLength: 4000,
        invocation: { command: 'answer', options: {}, text: '' },
      },
    },
    { kind: 'note', text: zh ? '种子 1 · wasm · 用时 0.4 s' : 'seed 1 · wasm · took 0.4 s' },
  ];
}
