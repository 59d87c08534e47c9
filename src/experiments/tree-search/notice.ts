import type { Bilingual } from '../../core/question/language.ts';
import type { Change } from '../experiment.ts';
import type { SearchResult, Settings, Values } from './settings.ts';

const percent = (share: number) => `${Math.round(100 * share)}%`;

/** What to look at in the picture. */
export function noticeSearch({ parameters, measures }: SearchResult): Bilingual[] {
  const [before, after] = [percent(measures.chosenAt10), percent(measures.chosen)];
  const found: Bilingual = {
    zh: `这里没有任何网络，只有规则和随机对局：选中必胜走法从 ${before} 升到 ${after}。AlphaZero 的另一半正是这种搜索。`,
    en: `There is no network here, only the rules and random games: the winning move goes from ${before} to ${after}. This search is AlphaZero's other half.`,
  };
  if (parameters.exploration === 0) {
    return [
      found,
      {
        zh: '探索常数为 0 时，头几局的运气就定了方向：没再试的走法永远没有翻身的机会。',
        en: 'With an exploration constant of 0 the luck of the first games decides: a move that is not tried again never gets another chance.',
      },
    ];
  }
  return [
    found,
    {
      zh: `看访问占比：从 ${percent(measures.visitsAt10)} 到 ${percent(measures.visits)}，搜索把力气越来越集中在好走法上。AlphaZero 用策略头代替均匀的开头，用价值头代替随机对局。`,
      en: `Watch the visits, ${percent(measures.visitsAt10)} to ${percent(measures.visits)}: the search spends itself more and more on good moves. AlphaZero puts its policy head in place of the even start, and its value head in place of random games.`,
    },
  ];
}

/** More or less curiosity, or a smaller budget. */
export function nextSearches({ simulations, exploration }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: exploration !== 0,
      label: { zh: '不探索（c = 0）', en: 'no exploration (c = 0)' },
      parameters: { exploration: 0 },
    },
    {
      when: exploration < 5,
      label: { zh: '多探索（c = 5）', en: 'more exploration (c = 5)' },
      parameters: { exploration: 5 },
    },
    {
      when: exploration !== 1.4,
      label: { zh: 'c = 1.4', en: 'c = 1.4' },
      parameters: { exploration: 1.4 },
    },
    {
      when: simulations > 50,
      label: { zh: '只模拟 50 次', en: '50 simulations' },
      parameters: { simulations: 50 },
    },
    {
      when: simulations < 3000,
      label: { zh: '模拟 3000 次', en: '3,000 simulations' },
      parameters: { simulations: 3000 },
    },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
