import type { Content } from '../outgoing/content.ts';
import type { Section } from '../render/render-reply.ts';
import { written } from '../text/rich-text.ts';
import { captionLimit, splitText, textLimit } from '../text/split-text.ts';
import { type KeyboardMaker, toKeyboard } from './keyboard.ts';

/** What sections become messages with. */
export interface ContentMaker extends KeyboardMaker {
  /** The picture kept under a key; undefined when it has been cleared away. */
  readonly findPicture: (key: string) => Promise<Uint8Array | undefined>;
}

/** Telegram has no message without text. */
const noText = '⋯';

/** Sections as messages of Telegram's sizes: a picture with as much caption as fits, the rest below, the buttons last. */
export async function toContents(
  sections: readonly Section[],
  here: string,
  maker: ContentMaker,
): Promise<readonly Content[]> {
  const contents: Content[] = [];
  for (const { paragraphs, image, rows } of sections) {
    const png = image && (await maker.findPicture(image.key));
    const keyboard = await toKeyboard(rows, here, maker);
    const parts = splitText(paragraphs, png === undefined ? textLimit : captionLimit);
    const texts = parts.length === 0 ? [{ html: noText, plain: noText }] : parts.map(written);
    for (const [index, text] of texts.entries()) {
      contents.push({
        ...text,
        ...(png !== undefined && index === 0 && { png }),
        ...(keyboard !== undefined && index === texts.length - 1 && { keyboard }),
      });
    }
  }
  return contents;
}
