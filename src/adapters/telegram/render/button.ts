import stringWidth from 'string-width';
import type { Invocation } from '../../../app/invocation.ts';
import type { Choice, Form } from '../../../app/reply.ts';

/** What pressing a button does; kept in the store, because a button itself holds 64 bytes. */
export type Press =
  /** The same as typing the invocation. */
  | {
      readonly do: 'invoke';
      readonly invocation: Invocation;
      /** Only this person may press it; absent: anyone. */
      readonly personId?: string;
      readonly isInPlace?: true;
    }
  /** Asks for words, which become the invocation's text. */
  | { readonly do: 'write'; readonly form: Form }
  /** Opens the private chat and goes on there. */
  | { readonly do: 'open'; readonly invocation: Invocation };

/** A button before it has a name that Telegram can carry. */
export interface Button {
  readonly label: string;
  readonly style: Choice['style'];
  readonly press: Press;
}

/** The button of a choice. */
export function choiceButton({ label, style, invocation, personId, isInPlace }: Choice): Button {
  return {
    label,
    style,
    press: {
      do: 'invoke',
      invocation,
      ...(personId !== undefined && { personId }),
      ...(isInPlace === true && { isInPlace }),
    },
  };
}

/** What a phone shows of a row before it cuts labels off, in columns of a terminal. */
const rowColumns = 44;
/** What a button needs beside its label. */
const edgeColumns = 2;

/** Buttons in rows that a phone shows whole, in their order, at most `most` in a row. */
export function inRows(buttons: readonly Button[], most: number): readonly (readonly Button[])[] {
  const rows: Button[][] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    const widest = Math.max(...[...(row ?? []), button].map(({ label }) => stringWidth(label) + edgeColumns));
    // Telegram makes the buttons of a row equally wide, so the longest label decides.
    const fits = row !== undefined && row.length < most && widest * (row.length + 1) <= rowColumns;
    if (fits) row.push(button);
    else rows.push([button]);
  }
  return rows;
}
