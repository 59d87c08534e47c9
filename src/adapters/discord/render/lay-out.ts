import {
  type APIActionRowComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  ComponentType,
} from 'discord.js';
import type { Image } from '../../../app/reply.ts';
import { limits, shorten } from '../limits.ts';
import type { Part } from './part.ts';

/** A message as Discord's "components, version 2" have it: cards of texts, pictures and things to press. */
export interface RenderedMessage {
  readonly cards: readonly APIContainerComponent[];
  /** Pictures the cards refer to by {@link imageName}. */
  readonly images: readonly Image[];
}

/** The name under which a picture is uploaded and referred to. */
export function imageName({ key }: Image): string {
  return `${key.replace(/[^\w-]/g, '-')}.png`;
}

/** A message that is being filled. */
interface Sheet {
  readonly cards: APIContainerComponent[];
  readonly images: Image[];
  characters: number;
  components: number;
}

/** Lays parts out on as few messages as Discord's limits allow, in order. */
export function layOut(parts: readonly Part[], accent: number | undefined): readonly RenderedMessage[] {
  const sheets: Sheet[] = [];
  let sheet = newSheet();
  for (const part of parts) {
    if (!fits(part, sheet)) {
      sheets.push(sheet);
      sheet = newSheet();
    }
    place(part, sheet, accent);
  }
  return [...sheets, sheet]
    .filter(({ cards }) => cards.length > 0)
    .map(({ cards, images }) => ({ cards, images }));
}

function newSheet(): Sheet {
  return { cards: [], images: [], characters: 0, components: 0 };
}

function fits(part: Part, { cards, characters, components }: Sheet): boolean {
  const text = part.kind === 'text' || part.kind === 'covered' ? part.text.length : 0;
  // At worst a part opens a card and a row of its own.
  return (
    cards.length === 0 ||
    (characters + text <= limits.messageText && components + 3 <= limits.messageComponents)
  );
}

function place(part: Part, sheet: Sheet, accent: number | undefined): void {
  switch (part.kind) {
    case 'text':
      add(sheet, accent, { type: ComponentType.TextDisplay, content: part.text }, part.text.length);
      break;
    case 'covered':
      sheet.cards.push({
        type: ComponentType.Container,
        spoiler: true,
        components: [{ type: ComponentType.TextDisplay, content: part.text }],
      });
      sheet.components += 2;
      sheet.characters += part.text.length;
      break;
    case 'image':
      sheet.images.push(part.image);
      add(sheet, accent, {
        type: ComponentType.MediaGallery,
        items: [
          {
            media: { url: `attachment://${imageName(part.image)}` },
            description: shorten(part.image.alt, limits.altText),
          },
        ],
      });
      break;
    case 'menu':
      sheet.components += 1;
      add(sheet, accent, { type: ComponentType.ActionRow, components: [part.menu] });
      break;
    case 'button':
      sheet.components += 1;
      addButton(sheet, accent, part.button);
      break;
  }
}

/** Puts a component on the open card, or opens one. */
function add(
  sheet: Sheet,
  accent: number | undefined,
  component: APIComponentInContainer,
  characters = 0,
): void {
  const open = sheet.cards.at(-1);
  sheet.components += 1;
  sheet.characters += characters;
  if (open !== undefined && open.spoiler !== true) {
    open.components.push(component);
    return;
  }
  sheet.components += 1;
  sheet.cards.push({
    type: ComponentType.Container,
    ...(accent !== undefined && { accent_color: accent }),
    components: [component],
  });
}

/** Buttons share a row until it is full. */
function addButton(sheet: Sheet, accent: number | undefined, button: APIComponentInMessageActionRow): void {
  const row = sheet.cards.at(-1)?.components.at(-1);
  if (row !== undefined && isOpenRow(row)) row.components.push(button);
  else add(sheet, accent, { type: ComponentType.ActionRow, components: [button] });
}

function isOpenRow(
  component: APIComponentInContainer,
): component is APIActionRowComponent<APIComponentInMessageActionRow> {
  if (component.type !== ComponentType.ActionRow) return false;
  const [first] = component.components;
  return first?.type === ComponentType.Button && component.components.length < limits.rowButtons;
}
