/** Squares 0 to 8, row by row, as bits: those X holds and those O holds. */
export interface Board {
  readonly crosses: number;
  readonly noughts: number;
}

/** A side: 1 for X, −1 for O. */
export type Player = 1 | -1;

/** X in a corner, O on the edge beside it, X to move. Three of the seven moves win by force. */
export const position: Board = { crosses: 0b1, noughts: 0b10 };

const lines = [0o007, 0o070, 0o700, 0o111, 0o222, 0o444, 0o421, 0o124];
/** For every set of squares, whether it holds three in a row. */
const holdsLine = Array.from({ length: 512 }, (_, held) => lines.some((line) => (held & line) === line));

/** Whether a player has three in a row. */
export function hasWon({ crosses, noughts }: Board, player: Player): boolean {
  return holdsLine[player === 1 ? crosses : noughts] === true;
}

/** Squares that are still empty. */
export function moves({ crosses, noughts }: Board): number[] {
  const taken = crosses | noughts;
  const empty: number[] = [];
  for (let square = 0; square < 9; square++) if ((taken & (1 << square)) === 0) empty.push(square);
  return empty;
}

/** The board after a move. */
export function play({ crosses, noughts }: Board, square: number, player: Player): Board {
  const bit = 1 << square;
  return player === 1 ? { crosses: crosses | bit, noughts } : { crosses, noughts: noughts | bit };
}

/** The other side. */
export function opponent(player: Player): Player {
  return player === 1 ? -1 : 1;
}

/** What perfect play by both gives X: 1 a win, 0 a draw, −1 a loss (minimax). */
export function solve(board: Board, toMove: Player): -1 | 0 | 1 {
  const last = opponent(toMove);
  if (hasWon(board, last)) return last;
  const outcomes = moves(board).map((square) => solve(play(board, square, toMove), last));
  if (outcomes.includes(toMove)) return toMove;
  return outcomes.length === 0 || outcomes.includes(0) ? 0 : last;
}

/** The moves that win whatever the other does. */
export function winningMoves(board: Board, toMove: Player): number[] {
  return moves(board).filter((square) => solve(play(board, square, toMove), opponent(toMove)) === toMove);
}
