import type { Random } from '../maths/random.ts';
import { type Board, hasWon, moves, opponent, type Player, play } from './tic-tac-toe.ts';

/** A position in the tree, counted from the side that moved into it. */
interface Node {
  /** By square; undefined for squares that are taken, and for moves not tried yet. */
  readonly children: (Node | undefined)[];
  visits: number;
  /** Σ of results: 1 a win, 0 a draw, −1 a loss. */
  score: number;
}

/** A search that can be continued. */
export interface Search {
  /** One more game from the root to the end. */
  simulate(): void;
  /** How often each square was tried at the root. */
  visits(): number[];
}

/**
 * Monte Carlo tree search by UCT (Kocsis & Szepesvári 2006): down the tree by the upper confidence bound, one new
 * node, a random game from there, and its result back up. No network anywhere.
 */
export function createSearch(board: Board, toMove: Player, exploration: number, random: Random): Search {
  const root = createNode();
  return {
    simulate: () => {
      simulate(root, board, toMove, { exploration, random });
    },
    visits: () => Array.from({ length: 9 }, (_, square) => root.children[square]?.visits ?? 0),
  };
}

/** How a search decides. */
interface Manner {
  readonly exploration: number;
  readonly random: Random;
}

function createNode(): Node {
  return { children: [], visits: 0, score: 0 };
}

/** One game through a node that is in the tree; returns who won: 1 for X, −1 for O, 0 for nobody. */
function simulate(node: Node, board: Board, toMove: Player, manner: Manner): Player | 0 {
  const result = descend(node, board, toMove, manner);
  record(node, result, toMove);
  return result;
}

function descend(node: Node, board: Board, toMove: Player, manner: Manner): Player | 0 {
  const last = opponent(toMove);
  if (hasWon(board, last)) return last;
  const empty = moves(board);
  if (empty.length === 0) return 0;
  const square = choose(node, empty, manner);
  const next = play(board, square, toMove);
  const known = node.children[square];
  if (known !== undefined) return simulate(known, next, last, manner);
  const fresh = createNode();
  node.children[square] = fresh;
  const result = playRandomly(next, last, manner.random);
  record(fresh, result, last);
  return result;
}

function record(node: Node, result: Player | 0, toMove: Player): void {
  node.visits++;
  node.score += result * opponent(toMove);
}

/** An untried move while there is one, else the one with the highest bound. */
function choose(
  { children, visits }: Node,
  empty: readonly number[],
  { exploration, random }: Manner,
): number {
  const untried = empty.filter((square) => children[square] === undefined);
  if (untried.length > 0) return untried[random.integer(untried.length)] ?? 0;
  const logVisits = Math.log(visits);
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (const square of empty) {
    const { visits: tries = 1, score = 0 } = children[square] ?? {};
    const bound = score / tries + exploration * Math.sqrt(logVisits / tries);
    if (bound > highest) [best, highest] = [square, bound];
  }
  return best;
}

/** Random moves to the end; 1 if X wins, −1 if O does, 0 for a draw. */
function playRandomly(start: Board, first: Player, random: Random): Player | 0 {
  const empty = moves(start);
  let [board, toMove] = [start, first];
  for (;;) {
    const last = opponent(toMove);
    if (hasWon(board, last)) return last;
    const square = empty.splice(random.integer(empty.length), 1)[0];
    if (square === undefined) return 0;
    board = play(board, square, toMove);
    toMove = last;
  }
}
