import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createTerminalAdapter,
  type TerminalAdapter,
} from '../../../src/adapters/terminal/terminal-adapter.ts';
import type { Handle } from '../../../src/app/ports/platform-adapter.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import type { Language } from '../../../src/core/question/language.ts';
import { openStore } from '../../../src/storage/index.ts';

/** A terminal played by two streams. */
export interface OpenDesk {
  readonly adapter: TerminalAdapter;
  readonly store: Store;
  readonly chartFolder: string;
  type(text: string): void;
  end(): void;
  /** Everything printed so far. */
  printed(): string;
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly language?: Language;
  /** Someone is watching, with colours if `hasColours`. */
  readonly isWatched?: boolean;
  readonly hasColours?: boolean;
  readonly columns?: number;
}

export async function openDesk(handle: Handle, options: DeskOptions = {}): Promise<OpenDesk> {
  const { language = 'zh', isWatched = false, hasColours = false, columns = 80 } = options;
  const chartFolder = join(mkdtempSync(join(tmpdir(), 'gradcoach-desk-')), 'charts');
  const store = await openStore(':memory:');
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY: isWatched, columns, hasColors: () => hasColours });
  let printed = '';
  output.on('data', (bytes: Buffer) => {
    printed += bytes.toString();
  });
  let ids = 0;
  const adapter = createTerminalAdapter({
    input,
    output,
    store,
    clock: { nowMs: () => 0 },
    createId: () => `id${++ids}`,
    name: 'Ada',
    language,
    chartFolder,
  });
  await adapter.start(handle);
  return {
    adapter,
    store,
    chartFolder,
    type: (text) => {
      input.write(text);
    },
    end: () => input.end(),
    printed: () => printed,
    async close() {
      await adapter.stop();
      await store.close();
    },
  };
}

/** What is printed for lines from a pipe, from the first to the end. */
export async function transcript(
  handle: Handle,
  lines: readonly string[],
  options?: DeskOptions,
): Promise<string> {
  const desk = await openDesk(handle, options);
  desk.type(lines.map((line) => `${line}\n`).join(''));
  desk.end();
  await desk.adapter.finished;
  await desk.close();
  return desk.printed();
}
