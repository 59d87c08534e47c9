import type { Bench, Run } from '../experiment.ts';
import { createRandom, type Random } from '../maths/random.ts';
import type { SearchTrace } from './chart.ts';
import { createSearch } from './search.ts';
import type { SearchMeasure, Values } from './settings.ts';
import { moves, position, winningMoves } from './tic-tac-toe.ts';

/** Independent searches to average over; short ones are cheap, and chance plays a larger part in them. */
const searchesWith = (simulations: number) => (simulations <= 200 ? 240 : 30);
/** Budgets to look at on the way to the one asked for. */
const budgets = [10, 50, 200, 1000, 3000];

/** Searches the same position many times, with a growing number of simulations. */
export function runTreeSearch(
  { simulations, exploration }: Values,
  { seed, checkpoint }: Bench,
): Run<SearchMeasure, SearchTrace> {
  const shown = [...budgets.filter((budget) => budget < simulations), simulations];
  const winning = winningMoves(position, 1);
  const points = shown.map((budget) => ({ simulations: budget, chosen: 0, visits: 0 }));
  const most = Math.max(...shown.map(searchesWith));
  for (let repeat = 0; repeat < most; repeat++) {
    const random = createRandom(seed, `search ${repeat}`);
    const search = createSearch(position, 1, exploration, random);
    let played = 0;
    for (const point of points.filter((each) => repeat < searchesWith(each.simulations))) {
      for (; played < point.simulations; played++) search.simulate();
      const visits = search.visits();
      const onWinning = winning.reduce((sum, square) => sum + (visits[square] ?? 0), 0);
      const share = 1 / searchesWith(point.simulations);
      point.visits += (share * onWinning) / played;
      if (winning.includes(mostVisited(visits, random))) point.chosen += share;
      checkpoint();
    }
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a search needs at least one simulation');
  return {
    measures: {
      chosenAt10: first.chosen,
      chosen: last.chosen,
      visitsAt10: first.visits,
      visits: last.visits,
      smallestRise: smallestRise(points.map(({ visits }) => visits)),
    },
    trace: { points, exploration, winning: winning.length, moves: moves(position).length },
  };
}

/** The move played in the end; equals are decided by chance. */
function mostVisited(visits: readonly number[], random: Random): number {
  const most = Math.max(...visits);
  const best = visits.flatMap((count, square) => (count === most ? [square] : []));
  return best[random.integer(best.length)] ?? 0;
}

/** The smallest difference of neighbours; 0 for a single value. */
function smallestRise(values: readonly number[]): number {
  const rises = values.slice(1).map((value, i) => value - (values[i] ?? 0));
  return rises.length === 0 ? 0 : Math.min(...rises);
}
