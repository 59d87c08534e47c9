import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { type Line, lineChart } from '../chart/line-chart.ts';
import { linearAxis, powerAxis } from '../chart/value-axis.ts';

/** What the searches did with each budget. */
export interface SearchTrace {
  readonly points: readonly SearchPoint[];
  readonly exploration: number;
  /** Moves that win, of all there are. */
  readonly winning: number;
  readonly moves: number;
}

/** Shares of all searches. */
export interface SearchPoint {
  readonly simulations: number;
  /** Of searches that choose a winning move. */
  readonly chosen: number;
  /** Of simulations that go through one. */
  readonly visits: number;
}

/** What more simulations buy. */
export function describeChart(
  { points, exploration, winning, moves }: SearchTrace,
  language: Language,
): ChartDescription {
  const words = wordsIn[language];
  const [first, last] = [points[0] ?? none, points.at(-1) ?? none];
  const chance = winning / moves;
  const line = (label: string, tone: Line['tone'], share: (point: SearchPoint) => number): Line => ({
    label: `${label} ${percent(share(last))}`,
    tone,
    hasDots: true,
    points: points.map((point) => ({ x: point.simulations, y: 100 * share(point) })),
  });
  return {
    title: words.finding(first, last, exploration),
    subtitle: words.setting(exploration),
    alt: words.alt(first, last, chance),
    spec: lineChart({
      x: { title: words.simulations, axis: powerAxis(points.map(({ simulations }) => simulations)) },
      y: { title: words.share, axis: linearAxis([0, 100]) },
      lines: [
        {
          label: `${words.random} ${percent(chance)}`,
          tone: 'reference',
          isDashed: true,
          points: [first, last].map(({ simulations }) => ({ x: simulations, y: 100 * chance })),
        },
        line(words.visits, 'series-1', ({ visits }) => visits),
        line(words.chosen, 'subject', ({ chosen }) => chosen),
      ],
    }),
  };
}

const none: SearchPoint = { simulations: 0, chosen: 0, visits: 0 };
const percent = (share: number) => `${Math.round(100 * share)}%`;
const count = (simulations: number) => simulations.toLocaleString('en-US');

const wordsIn = {
  en: {
    finding: (first: SearchPoint, last: SearchPoint, exploration: number) =>
      exploration === 0
        ? `Without exploration ${count(last.simulations)} simulations find the win in only ${percent(last.chosen)} of searches`
        : `No network: ${count(first.simulations)} simulations find the win in ${percent(first.chosen)} of searches, ` +
          `${count(last.simulations)} in ${percent(last.chosen)}`,
    setting: (exploration: number) => `UCT on tic-tac-toe, c = ${exploration}; three of X’s seven moves win`,
    simulations: 'simulations per search',
    share: '% on winning moves',
    random: 'random',
    visits: 'visits',
    chosen: 'chosen',
    alt: (first: SearchPoint, last: SearchPoint, chance: number) =>
      `Line chart against the number of simulations on a logarithmic axis. The share of searches that choose a winning move ` +
      `goes from ${percent(first.chosen)} to ${percent(last.chosen)}, the share of visits on winning moves from ` +
      `${percent(first.visits)} to ${percent(last.visits)}; a random move wins in ${percent(chance)}.`,
  },
  zh: {
    finding: (first: SearchPoint, last: SearchPoint, exploration: number) =>
      exploration === 0
        ? `不探索：模拟 ${count(last.simulations)} 次，也只有 ${percent(last.chosen)} 的搜索选对`
        : `没有网络：模拟 ${count(first.simulations)} 次，${percent(first.chosen)} 选对；` +
          `${count(last.simulations)} 次，${percent(last.chosen)} 选对`,
    setting: (exploration: number) => `井字棋上的 UCT，c = ${exploration}；X 的七种走法里三种必胜`,
    simulations: '每次搜索的模拟次数',
    share: '落在必胜走法上的百分比',
    random: '随机',
    visits: '访问',
    chosen: '选中',
    alt: (first: SearchPoint, last: SearchPoint, chance: number) =>
      `折线图，横轴为模拟次数（对数）。选中必胜走法的搜索从 ${percent(first.chosen)} 到 ${percent(last.chosen)}，` +
      `访问落在必胜走法上的占比从 ${percent(first.visits)} 到 ${percent(last.visits)}；随机落子为 ${percent(chance)}。`,
  },
};
