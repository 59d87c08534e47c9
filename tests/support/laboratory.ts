import type {
  ExperimentInfo,
  ExperimentRun,
  Laboratory,
  RunOutcome,
} from '../../src/app/ports/laboratory.ts';

/** An experiment whose result is known without computing: for tests of what is said about runs, not of runs. */
const coinFlip: ExperimentInfo = {
  id: 'coin-flip',
  title: { en: 'A coin, thrown', zh: '掷硬币' },
  claim: { en: 'A fair coin shows heads half of the time.', zh: '公平的硬币一半时间正面朝上。' },
  systems: ['coin', '硬币'],
  parameters: [
    { name: 'throws', title: { en: 'Throws', zh: '次数' }, kind: 'integer', range: [1, 100], default: 10 },
  ],
  questions: [],
  measures: { heads: { en: 'share of heads', zh: '正面比例' } },
  prediction: {
    prompt: { en: 'How often will it show heads?', zh: '正面会出现多少？' },
    options: [
      { id: 'half', text: { en: 'About half', zh: '大约一半' } },
      { id: 'never', text: { en: 'Never', zh: '从不' } },
    ],
  },
};

const run: ExperimentRun = {
  key: 'coin-flip-1',
  experiment: 'coin-flip',
  parameters: { throws: 10 },
  seed: 1,
  backend: 'plain',
  measures: { heads: 0.5 },
  expected: [{ measure: 'heads', low: 0.3, high: 0.7, source: 'arithmetic', holds: true }],
  tookMs: 12,
  isCached: false,
  rightOption: 'half',
  notice: ['It is not exactly half.'],
  tryNext: [{ label: 'more throws', parameters: { throws: 100 } }],
  chart: {
    title: 'Half heads',
    png: new Uint8Array([137]),
    alt: 'A bar at one half.',
    widthPx: 10,
    heightPx: 10,
  },
};

/** A laboratory with {@link coinFlip} alone, whose runs end as `outcome` says. */
export function stillLaboratory(outcome: RunOutcome = { kind: 'done', run }): Laboratory {
  return {
    catalogue: [coinFlip],
    find: (search) =>
      coinFlip.systems.includes(search)
        ? [{ experiment: 'coin-flip', parameters: { throws: 20 }, matched: search }]
        : [],
    readParameters: (_experiment, given) =>
      Number(given.throws ?? 10) > 100
        ? { kind: 'problems', problems: ['throws must be from 1 to 100'] }
        : { kind: 'parameters', parameters: { throws: Number(given.throws ?? 10) } },
    run: () => ({ ahead: 0, progress: noProgress(), outcome: Promise.resolve(outcome) }),
    close: () => Promise.resolve(),
  };
}

async function* noProgress(): AsyncGenerator<number> {}
