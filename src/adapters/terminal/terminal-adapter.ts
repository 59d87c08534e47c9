import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Clock } from '../../app/ports/clock.ts';
import type { PlatformAdapter } from '../../app/ports/platform-adapter.ts';
import type { Store } from '../../app/ports/store.ts';
import type { Language } from '../../core/question/language.ts';
import { saveChart } from './chart-file.ts';
import { converse } from './converse.ts';
import { desk, personAt } from './desk.ts';
import { createPrinter } from './printer.ts';
import { type Output, openScreen, printAbove } from './screen.ts';
import { words as allWords } from './words.ts';
import { wrap } from './wrap.ts';

/** What the terminal needs of the world. */
export interface TerminalAdapterOptions {
  readonly input: Readable;
  readonly output: Output;
  readonly store: Store;
  readonly clock: Clock;
  readonly createId: () => string;
  /** The learner's name. */
  readonly name: string;
  readonly language: Language;
  /** Where charts are written. */
  readonly chartFolder: string;
}

/** The terminal, and when its input has ended and everything was answered. */
export interface TerminalAdapter extends PlatformAdapter {
  readonly finished: Promise<void>;
}

/**
 * A talk with the coach in a terminal or through a pipe. From a pipe, each line is answered to the last of its later
 * states before the next is read, and nothing is printed that changes from run to run.
 */
export function createTerminalAdapter(options: TerminalAdapterOptions): TerminalAdapter {
  const { input, output, store, clock, createId, name, language, chartFolder } = options;
  const screen = openScreen(output);
  const words = allWords[language];
  const printer = createPrinter(screen, words, (key) => saveChart(store, chartFolder, key));
  const posted = new Set<string>();
  const { promise: finished, resolve: finish } = withResolvers();
  let lines: Interface | undefined;

  return {
    name: 'terminal',
    dropsRepeatedPosts: false,
    finished,
    async start(handle) {
      lines = createInterface({ input, ...(screen.isWatched && { output }), terminal: screen.isWatched });
      if (screen.isWatched) screen.print(`${wrap(words.greeting(name), screen.columns()).join('\n')}\n`);
      finish(
        converse({
          lines,
          screen,
          words,
          printer,
          handle,
          clock,
          createId,
          person: personAt(name, language),
        }),
      );
    },
    async post({ conversationId, key, replies }) {
      if (conversationId !== desk.id) return { kind: 'refused', reason: 'no such place in the terminal' };
      if (posted.has(key)) return { kind: 'posted' };
      posted.add(key);
      printAbove(screen, lines, await printer.write(replies));
      return { kind: 'posted' };
    },
    async stop() {
      if (lines === undefined) return;
      lines.close();
      await finished;
    },
  };
}

/** `Promise.withResolvers`, which Node 20 lacks. */
function withResolvers() {
  let resolve: (value: Promise<void>) => void = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
