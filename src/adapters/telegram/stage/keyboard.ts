import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'telegraf/types';
import type { Memory } from '../memory.ts';
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
  maker: KeyboardMaker,
): Promise<InlineKeyboardMarkup | undefined> {
  const keyboard: InlineKeyboardButton[][] = [];
  for (const row of rows) {
    const buttons: InlineKeyboardButton[] = [];
    for (const button of row) buttons.push(await toButton(button, here, maker));
    keyboard.push(buttons);
  }
  return keyboard.length === 0 ? undefined : { inline_keyboard: keyboard };
}

async function toButton(
  { label, style, press }: Button,
  here: string,
  { memory, linkTo }: KeyboardMaker,
): Promise<InlineKeyboardButton> {
  const name = await memory.keepOffer({ here, ...press });
  const colour = styles[style];
  const look = { text: label, ...(colour !== undefined && { style: colour }) };
  return press.do === 'open' ? { ...look, url: linkTo(name) } : { ...look, callback_data: name };
}
