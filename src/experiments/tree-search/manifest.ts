import { defineExperiment, type Expected } from '../experiment.ts';
import { nextSearches, noticeSearch } from './notice.ts';
import { type SearchMeasure, settings, systems } from './settings.ts';

/** E30: what a tree search finds without any network. */
export const treeSearch = defineExperiment(
  {
    id: 'tree-search',
    version: 1,
    title: { zh: '蒙特卡洛树搜索', en: 'Monte Carlo tree search' },
    claim: {
      zh: 'AlphaZero 靠的只是一个残差网络。',
      en: 'All there is to AlphaZero is a residual network.',
    },
    systems,
    parameters: settings,
    questions: ['common-deep-learning-methods', 'cnn-beyond-images'],
    measures: {
      chosenAt10: {
        zh: '10 次模拟：选中必胜走法的占比',
        en: '10 simulations: searches that choose a winning move',
      },
      chosen: {
        zh: '全部模拟后：选中必胜走法的占比',
        en: 'all simulations: searches that choose a winning move',
      },
      visitsAt10: { zh: '10 次模拟：必胜走法的访问占比', en: '10 simulations: visits on winning moves' },
      visits: { zh: '全部模拟后：必胜走法的访问占比', en: 'all simulations: visits on winning moves' },
      smallestRise: {
        zh: '相邻两档访问占比的最小增幅',
        en: 'smallest rise of that share from budget to budget',
      },
    },
    prediction: {
      prompt: {
        zh: '井字棋，七种走法里三种必胜。只靠随机对局做树搜索、不用任何网络，模拟够多次后会怎样？',
        en: 'Tic-tac-toe, three of seven moves win. A tree search plays random games and has no network. After all its simulations, does it choose one of the three?',
      },
      options: [
        { id: 'chance', text: { zh: '和乱猜差不多（约 43%）', en: 'about as often as chance, 43%' } },
        { id: 'often', text: { zh: '经常，但不到 95%', en: 'often, yet in less than 95%' } },
        { id: 'nearly-always', text: { zh: '几乎总能（95% 以上）', en: 'nearly always, 95% or more' } },
      ],
      right: ({ measures: { chosen } }) => {
        if (chosen >= 0.95) return 'nearly-always';
        return chosen < 0.55 ? 'chance' : 'often';
      },
    },
    expect: ({ simulations, exploration }) => {
      const source = 'Kocsis & Szepesvári 2006: converges to minimax';
      if (exploration !== 1.4 || simulations < 1000) return [];
      const expected: Expected<SearchMeasure>[] = [
        { measure: 'chosen', low: 0.95, high: 1, source },
        { measure: 'smallestRise', low: 0, high: 1, source },
      ];
      return expected;
    },
    notice: noticeSearch,
    tryNext: nextSearches,
    backend: 'plain',
    timeLimitMs: 10_000,
  },
  async () => {
    const [{ runTreeSearch }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runTreeSearch, chart: describeChart };
  },
);
