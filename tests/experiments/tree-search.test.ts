import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { treeSearch } from '../../src/experiments/tree-search/manifest.ts';
import { runTreeSearch } from '../../src/experiments/tree-search/run.ts';
import { createSearch } from '../../src/experiments/tree-search/search.ts';
import {
  type Board,
  hasWon,
  moves,
  type Player,
  play,
  position,
  solve,
  winningMoves,
} from '../../src/experiments/tree-search/tic-tac-toe.ts';

const bench = (seed: number) => ({ seed, checkpoint: () => undefined });
const empty: Board = { crosses: 0, noughts: 0 };

/** A board after random moves, and who is to move. */
const midGame = fc.uniqueArray(fc.nat(8), { minLength: 3, maxLength: 7 }).map((squares) => {
  let board = empty;
  let toMove: Player = 1;
  for (const square of squares) {
    if (hasWon(board, 1) || hasWon(board, -1)) break;
    board = play(board, square, toMove);
    toMove = toMove === 1 ? -1 : 1;
  }
  return { board, toMove };
});

describe('tic-tac-toe', () => {
  it('is a draw under perfect play', () => {
    expect(solve(empty, 1)).toBe(0);
  });

  it('is won by three of the seven moves after a corner and the edge beside it', () => {
    expect(winningMoves(position, 1)).toEqual([3, 4, 6]);
  });

  it('is worth as much to O as to X once the pieces change hands', () => {
    fc.assert(
      fc.property(midGame, ({ board: { crosses, noughts }, toMove }) => {
        const swapped = solve({ crosses: noughts, noughts: crosses }, toMove === 1 ? -1 : 1);
        expect(swapped + solve({ crosses, noughts }, toMove)).toBe(0);
      }),
    );
  });
});

describe('createSearch', () => {
  it('spends every simulation on a move that is allowed', () => {
    fc.assert(
      fc.property(
        midGame,
        fc.integer({ min: 1, max: 40 }),
        fc.integer(),
        ({ board, toMove }, count, seed) => {
          const isOver = hasWon(board, 1) || hasWon(board, -1);
          const search = createSearch(board, toMove, 1.4, createRandom(seed, 'test'));
          for (let i = 0; i < count; i++) search.simulate();
          const visits = search.visits();
          expect(visits.reduce((sum, each) => sum + each, 0)).toBe(isOver ? 0 : count);
          for (const [square, each] of visits.entries()) if (each > 0) expect(moves(board)).toContain(square);
        },
      ),
    );
  });

  it('takes a win at once, and blocks the other side’s', () => {
    // X on 0 and 1 wins on 2; O to move has to take it.
    const threat: Board = { crosses: 0b11, noughts: 0b1_0000 };
    for (const toMove of [1, -1] as const) {
      const search = createSearch(threat, toMove, 1.4, createRandom(1, 'test'));
      for (let i = 0; i < 2000; i++) search.simulate();
      const visits = search.visits();
      expect(visits.indexOf(Math.max(...visits))).toBe(2);
    }
  });
});

describe('tree-search', () => {
  /** Shares measured independently of this project, over 30 searches. */
  const known = [
    { simulations: 10, chosen: 0.5, visits: 0.47 },
    { simulations: 50, chosen: 0.87, visits: 0.53 },
    { simulations: 200, chosen: 0.97, visits: 0.62 },
    { simulations: 1000, chosen: 1, visits: 0.84 },
    { simulations: 3000, chosen: 1, visits: 0.95 },
  ];

  it('reproduces the shares measured independently, within what 30 searches leave open', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { trace } = runTreeSearch({ simulations: 3000, exploration: 1.4 }, bench(seed));
      expect(trace.points.map(({ simulations }) => simulations)).toEqual(
        known.map(({ simulations }) => simulations),
      );
      for (const [index, { chosen, visits }] of trace.points.entries()) {
        expect(Math.abs(visits - known[index]!.visits)).toBeLessThan(0.03);
        // Three standard errors of both together, for 25 comparisons.
        const error = Math.sqrt(chosen * (1 - chosen) * (1 / 30 + 1 / 240));
        expect(Math.abs(chosen - known[index]!.chosen)).toBeLessThanOrEqual(3 * error + 0.01);
      }
    }
  });

  it('loses its certainty without exploration', () => {
    for (const seed of [1, 2, 3]) {
      const { measures } = runTreeSearch({ simulations: 1000, exploration: 0 }, bench(seed));
      expect(measures.chosen).toBeLessThan(0.95);
    }
  });

  it('tells in the title what the simulations bought, in both languages', async () => {
    const { describe: picture } = await compute(
      treeSearch,
      { simulations: 1000, exploration: 1.4 },
      bench(1),
    );
    expect(picture('en').title).toMatch(
      /^No network: 10 simulations find the win in \d\d% of searches, 1,000 in 100%$/,
    );
    expect(picture('zh').title).toMatch(/^没有网络：模拟 10 次，\d\d% 选对；1,000 次，100% 选对$/);
  });
});
