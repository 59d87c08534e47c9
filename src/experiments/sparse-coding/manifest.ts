import { defineExperiment, type Expected } from '../experiment.ts';
import { nextCodings, noticeSparse } from './notice.ts';
import { type SparseMeasure, settings, systems, type Values } from './settings.ts';

/** E18: the code of a signal, found by minimising and by one pass through an encoder. */
export const sparseCoding = defineExperiment(
  {
    id: 'sparse-coding',
    version: 1,
    title: { zh: '稀疏编码', en: 'Sparse coding' },
    claim: {
      zh: '稀疏编码就是自编码器加上 L1。',
      en: 'Sparse coding is an autoencoder plus L1.',
    },
    systems,
    parameters: settings,
    questions: ['common-deep-learning-methods'],
    measures: {
      istaGap: { zh: 'ISTA：超出最优值', en: 'ISTA: above the optimum' },
      fistaGap: { zh: 'FISTA：超出最优值', en: 'FISTA: above the optimum' },
      fistaOverIsta: { zh: 'FISTA 与 ISTA 的差距之比', en: 'FISTA’s gap over ISTA’s' },
      encoderGap: { zh: '编码器一次前向：超出最优值', en: 'one pass of an encoder: above the optimum' },
      startGap: { zh: '零编码：超出最优值', en: 'code of zeros: above the optimum' },
      largestRise: { zh: 'ISTA 单步最大上升', en: 'largest rise in a step of ISTA' },
      nonZeros: { zh: '非零系数', en: 'coefficients that are not 0' },
      nonZerosWithoutPenalty: { zh: '去掉 L1 时的非零系数', en: 'coefficients that are not 0, without L1' },
      supportFound: { zh: '找到的真实原子占比', en: 'share of the true atoms found' },
    },
    prediction: {
      prompt: {
        zh: '给一个信号求编码：一边为它单独最小化目标函数，一边让事先拟合好的一层编码器前向一次。编码器能做到多好？',
        en: 'A signal is to be coded. One way minimises the objective for this signal, the other passes it once through an encoder fitted beforehand. How good is the encoder?',
      },
      options: [
        { id: 'as-good', text: { zh: '一样好', en: 'just as good' } },
        { id: 'close', text: { zh: '差距留下不到一半', en: 'worse: up to half of the way is left' } },
        { id: 'far', text: { zh: '走不到一半', en: 'much worse: more than half of the way is left' } },
      ],
      right: ({ measures: { encoderGap, startGap } }) => {
        if (encoderGap < 1e-3 * startGap) return 'as-good';
        return encoderGap < 0.5 * startGap ? 'close' : 'far';
      },
    },
    expect: expectSparse,
    notice: noticeSparse,
    tryNext: nextCodings,
    backend: 'plain',
    timeLimitMs: 10_000,
  },
  async () => {
    const [{ runSparseCoding }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runSparseCoding, chart: describeChart };
  },
);

function expectSparse({ penalty, active, steps }: Values): Expected<SparseMeasure>[] {
  const fast = 'Beck & Teboulle 2009: 1/k² against 1/k';
  const sparse = 'Olshausen & Field 1996; Fuchs 2004';
  const dense: Expected<SparseMeasure> = {
    measure: 'nonZerosWithoutPenalty',
    low: 60,
    high: 60,
    source: 'nothing makes a coefficient 0',
  };
  if (penalty !== 0.05 || active !== 4 || steps !== 50) return [dense];
  return [
    { measure: 'fistaOverIsta', low: 0, high: 0.01, source: fast },
    { measure: 'largestRise', low: -1, high: 0, source: 'Daubechies et al. 2004: ISTA never rises' },
    { measure: 'nonZeros', low: 4, high: 5, source: sparse },
    dense,
    { measure: 'supportFound', low: 1, high: 1, source: sparse },
  ];
}
