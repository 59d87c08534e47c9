import type { InlineKeyboardMarkup } from 'telegraf/types';
import type { Memory, Offer } from '../memory.ts';
import type { Button } from '../render/button.ts';

/** What keyboards are made with. */
export interface KeyboardMaker {
  readonly memory: Memory;
  /** Link that opens the private chat and hands over a name of up to 64 of `A-Za-z0-9_-`. */
  readonly linkTo: (name: string) => string;
}

/** Colours a button may have since Bot API 9.4; older servers and apps pass over them. */
const styles = { primary: 'primary', danger: 'danger', plain: undefined } as const;

/** Keeps what buttons stand for and writes them as Telegram's keyboard; undefined without any button. */
export async function toKeyboard(
  rows: readonly (readonly Button[])[],
  here: string,
  { memory, linkTo }: KeyboardMaker,
): Promise<InlineKeyboardMarkup | undefined> {
  if (rows.length === 0) return undefined;
  const offers = rows.flat().map(({ press }): Offer => ({ here, ...press }));
  const names = (await memory.keepOffers(offers)).values();
  const keyboard = rows.map((row) =>
    // As many names as buttons, in their order.
    row.map((button) => toButton(button, names.next().value ?? '', linkTo)),
  );
  return { inline_keyboard: keyboard };
}

function toButton({ label, style, press }: Button, name: string, linkTo: KeyboardMaker['linkTo']) {
  const colour = styles[style];
  const look = { text: label, ...(colour !== undefined && { style: colour }) };
  return press.do === 'open' ? { ...look, url: linkTo(name) } : { ...look, callback_data: name };
}
