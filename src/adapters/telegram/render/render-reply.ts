import type { Block, Form, Image, Reply } from '../../../app/reply.ts';
import { looking, type Paragraph, plain } from '../text/rich-text.ts';
import { words as allWords } from '../words.ts';
import { type Button, choiceButton, inRows } from './button.ts';
import { reasonsIn } from './render-answer.ts';
import { renderBlock, type Sheet } from './render-block.ts';
import { tappable } from './tappable.ts';

/** Text with the picture above it and the buttons below it, before it is cut to Telegram's sizes. */
export interface Section {
  readonly paragraphs: readonly Paragraph[];
  readonly image?: Image;
  readonly rows: readonly (readonly Button[])[];
}

/** Where a reply is read: others look on, or not. */
export type Setting = 'group' | 'private';

/**
 * A reply as sections. Buttons stand under all the text of a message, so what follows a button, or a second picture,
 * begins another one: that way "Accept" stands under the appeal that it accepts.
 */
export function renderReply({ blocks, language }: Reply, setting: Setting): readonly Section[] {
  const told = blocks.flatMap((block) =>
    block.kind === 'points' ? block.points.map(({ text }) => text) : [],
  );
  const words = allWords[language];
  const sheet: Sheet = { words, reasons: reasonsIn(blocks), told: new Set(told) };
  return inSections(blocks).map((section) => renderSection(section, sheet, setting));
}

function inSections(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const sections: Block[][] = [[]];
  for (const block of blocks) {
    const current = sections.at(-1) ?? [];
    const isDone = current.some(isPressed) && !isPressed(block);
    const isSecond = block.kind === 'image' && current.some(({ kind }) => kind === 'image');
    if (isDone || isSecond) sections.push([block]);
    else current.push(block);
  }
  return sections;
}

function isPressed({ kind }: Block): boolean {
  return kind === 'choices' || kind === 'form';
}

function renderSection(blocks: readonly Block[], sheet: Sheet, setting: Setting): Section {
  const paragraphs: Paragraph[] = [];
  const rows: (readonly Button[])[] = [];
  let image: Image | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'image') {
      image = block.image;
      paragraphs.push(plain(looking('italic', block.image.alt)));
    } else if (block.kind === 'choices') {
      if (block.label !== undefined) paragraphs.push(plain(looking('bold', block.label)));
      rows.push(...inRows(block.choices.map(choiceButton), block.as === 'menu' ? 2 : 3));
    } else if (block.kind === 'form') {
      const how = sheet.words.howToAnswer(block.form.label);
      if (setting === 'group') paragraphs.push(smallPrint(how, blocks[index - 1]));
      rows.push(...inRows(formButtons(block.form, sheet, setting), 2));
    } else if (block.kind === 'note') paragraphs.push(smallPrint(block.text, blocks[index - 1]));
    else paragraphs.push(...renderBlock(block, sheet));
  }
  return { paragraphs, ...(image !== undefined && { image }), rows };
}

/** Small print; below a question and below other small print it stands close. */
function smallPrint(text: string, before: Block | undefined): Paragraph {
  const isClose = before?.kind === 'note' || before?.kind === 'question';
  return { ...plain(looking('italic', tappable(text))), isTight: isClose };
}

/** In a group one writes where nobody reads along, or for all to see. */
function formButtons(form: Form, { words }: Sheet, setting: Setting): readonly Button[] {
  const write = { do: 'write', form } as const;
  if (setting === 'private') return [{ label: words.write(form.label), style: 'plain', press: write }];
  const open = { do: 'open', invocation: form.invocation } as const;
  return [
    { label: words.answerInPrivate, style: 'primary', press: open },
    { label: words.answerHere, style: 'plain', press: write },
  ];
}
