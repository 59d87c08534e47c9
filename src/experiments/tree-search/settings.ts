import type { Result, System } from '../experiment.ts';
import { decimal, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  simulations: integer({ zh: '模拟次数', en: 'simulations' }, [50, 3000], 3000),
  exploration: decimal({ zh: '探索常数', en: 'exploration constant' }, [0, 5], 1.4),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** What a run of the experiment measured. */
export type SearchResult = Result<Settings, SearchMeasure>;

/** Names of the numbers measured. */
export type SearchMeasure = 'chosenAt10' | 'chosen' | 'visitsAt10' | 'visits' | 'smallestRise';

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: ['MCTS', 'Monte Carlo tree search', '蒙特卡洛树搜索', '树搜索', 'UCT', 'AlphaZero', 'AlphaGo'],
    parameters: {},
  },
  { names: ['greedy search', '贪心搜索', '不探索'], parameters: { exploration: 0 } },
];
