import type { Interface } from 'node:readline';
import type { Action, Person } from '../../app/incoming.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Handle } from '../../app/ports/platform-adapter.ts';
import { toIncoming } from './desk.ts';
import type { MenuItem } from './menu.ts';
import { messagesFrom } from './messages-from.ts';
import type { Printer } from './printer.ts';
import type { Screen } from './screen.ts';
import type { Words } from './words.ts';
import { wrap } from './wrap.ts';

/** The two ends of a talk. */
export interface Talk {
  readonly lines: Interface;
  readonly screen: Screen;
  readonly words: Words;
  readonly printer: Printer;
  readonly handle: Handle;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly person: Person;
}

/** Takes messages one after the other until the input ends. */
export async function converse(talk: Talk): Promise<void> {
  const { lines, screen, words, printer } = talk;
  const ask = (prompt: string) => {
    if (!screen.isWatched) return;
    lines.setPrompt(prompt);
    lines.prompt();
  };
  let writing: Extract<MenuItem, { kind: 'write' }> | undefined;
  ask(words.prompt);
  for await (const message of messagesFrom(lines, () => ask(words.more))) {
    // What comes through a pipe is shown, so that the whole reads as the talk it was.
    if (!screen.isWatched) screen.print(message.replace(/^/gm, '> '));
    const picked = writing === undefined ? printer.pick(message) : undefined;
    if (picked?.kind === 'reveal') {
      screen.print(`${wrap(picked.text, screen.columns()).join('\n')}\n`);
    } else if (picked?.kind === 'write') {
      screen.print(screen.paint('quiet', words.writing(picked.label)));
    } else {
      await hear(talk, actionOf(message, picked, writing));
    }
    writing = picked?.kind === 'write' ? picked : undefined;
    ask(words.prompt);
  }
}

async function hear({ printer, handle, clock, createId, person }: Talk, action: Action): Promise<void> {
  await printer.answer(await handle(toIncoming(createId(), person, action, clock.nowMs())));
}

function actionOf(
  message: string,
  picked: Extract<MenuItem, { kind: 'invoke' }> | undefined,
  writing: Extract<MenuItem, { kind: 'write' }> | undefined,
): Action {
  if (writing !== undefined) {
    return { kind: 'invocation', invocation: { ...writing.invocation, text: message } };
  }
  return picked === undefined
    ? { kind: 'text', text: message }
    : { kind: 'invocation', invocation: picked.invocation };
}
