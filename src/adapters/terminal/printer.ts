import type { Reply, Response } from '../../app/reply.ts';
import { createMenu, type Menu, type MenuItem } from './menu.ts';
import { renderReply } from './render.ts';
import type { Screen } from './screen.ts';
import type { Paper } from './sheet.ts';
import type { Words } from './words.ts';
import { wrap } from './wrap.ts';

/** Writes what the coach says, and remembers what the numbers in it stand for. */
export interface Printer {
  /** Prints the replies and, of their later states, the last one when it has come. */
  answer(response: Response): Promise<void>;
  /** The text of replies that nobody here asked for. */
  write(replies: readonly Reply[]): Promise<string>;
  pick(line: string): MenuItem | undefined;
}

export function createPrinter(screen: Screen, words: Words, saveChart: Paper['saveChart']): Printer {
  let current = createMenu();

  /** Numbers begin anew with each response that has any; until then the former ones still count. */
  async function write(replies: readonly Reply[], menu: Menu): Promise<string> {
    const paper: Paper = { columns: screen.columns(), paint: screen.paint, words, menu, saveChart };
    const texts: string[] = [];
    for (const reply of replies.filter(isNew)) texts.push(`${await renderReply(reply, paper)}\n`);
    if (menu.size() > 0) current = menu;
    return texts.join('\n');
  }

  return {
    async answer({ replies, updates }) {
      const menu = createMenu();
      screen.print(await write(replies, menu));
      let latest: Reply | undefined;
      for await (const reply of updates ?? []) {
        latest = reply;
        screen.status(screen.paint('quiet', beginningOf(reply, screen.columns())));
      }
      if (latest !== undefined) screen.print(await write([latest], menu));
    },
    write: (replies) => write(replies, createMenu()),
    pick: (line) => current.pick(line),
  };
}

/** A terminal cannot change what it printed, so a round shown anew is not shown. */
const isNew = (reply: Reply) => reply.replacesRound !== true;

/** The first words of a state on its way, on one line. */
function beginningOf({ blocks }: Reply, columns: number): string {
  const first = blocks.find((block) => 'text' in block);
  return first === undefined ? '…' : (wrap(first.text, columns - 1)[0] ?? '…');
}
