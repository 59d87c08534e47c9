import type { Interface } from 'node:readline';
import type { Writable } from 'node:stream';
import { coloured, type Paint, plain } from './paint.ts';

/** Where text goes; a terminal also knows its width and whether it has colours (it heeds NO_COLOR). */
export type Output = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  hasColors?(): boolean;
};

/** Lines on a terminal, or into a pipe. */
export interface Screen {
  /** On a terminal someone is watching: there is a prompt, and what was typed stands there already. */
  readonly isWatched: boolean;
  readonly paint: Paint;
  columns(): number;
  print(text: string): void;
  /** A line that the next one takes the place of; only where someone is watching. */
  status(text: string): void;
}

/** Longer lines are hard to read, however wide the window is; a pipe gets lines of the same width everywhere. */
const mostColumns = 100;
const pipeColumns = 80;
const eraseLine = '\r\u001b[K';

export function openScreen(output: Output): Screen {
  const isWatched = output.isTTY === true;
  let hasStatus = false;
  const erase = () => {
    if (hasStatus) output.write(eraseLine);
    hasStatus = false;
  };
  return {
    isWatched,
    paint: isWatched && output.hasColors?.() === true ? coloured : plain,
    columns: () => (isWatched ? Math.min(output.columns ?? pipeColumns, mostColumns) : pipeColumns),
    print(text) {
      erase();
      output.write(`${text}\n`);
    },
    status(text) {
      if (!isWatched) return;
      erase();
      output.write(text);
      hasStatus = true;
    },
  };
}

/** Prints while a prompt waits for input: above it, and what was half typed stays. */
export function printAbove(screen: Screen, prompt: Interface | undefined, text: string): void {
  screen.print(screen.isWatched ? `${eraseLine}${text}` : text);
  if (screen.isWatched) prompt?.prompt(true);
}
