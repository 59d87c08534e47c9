import type { Block, Mark, PointLine } from '../../../app/reply.ts';
import type { Words } from '../words.ts';
import { footnote, renderAnswer } from './answer.ts';
import { type CommandLinks, linkCommands } from './command-links.ts';
import { choiceParts, formPart, type Ids } from './controls.ts';
import { cutText, gatherLines } from './cut.ts';
import { escapeLine, escapeText, fence, link, quoted } from './escape.ts';
import type { Part } from './part.ts';
import { renderTable } from './render-table.ts';

/** What the blocks of one reply share. */
export interface Page {
  readonly ids: Ids;
  readonly words: Words;
  /** Why words of an answer in this reply were marked; a reason's number is its place, from 1. */
  readonly reasons: readonly Mark[];
  /** Points that this reply tells. */
  readonly told: readonly string[];
  /** Whether the reply shows the answer itself; then its points need not quote it again. */
  readonly showsAnswer: boolean;
  /** Commands that can be shown as something to press. */
  readonly commands: CommandLinks;
  /** Pictures that are at hand; of others only their words are shown. */
  readonly charts: ReadonlySet<string>;
}

/** Characters of one text; escapes may add to them, and a message holds 4,000 in all. */
const textLength = 1800;
const barCells = 10;
/** A menu's own line holds a label this long; a longer one stands above it. */
const shortLabel = 40;
/** A fact's value up to this long is shown in bold. */
const shortValue = 30;

const pointSigns: Readonly<Record<PointLine['state'], string>> = {
  met: '✅',
  partly: '🟡',
  missed: '⬜',
  contradicted: '❌',
};

/** A block as pieces of a message. */
export function blockParts(block: Block, page: Page): readonly Part[] {
  switch (block.kind) {
    case 'image':
      if (page.charts.has(block.image.key)) return [{ kind: 'image', image: block.image }];
      return texts(cutText(block.image.alt, textLength).map(escapeText));
    case 'spoiler':
      return [
        { kind: 'text', text: `**${escapeLine(block.label)}**` },
        ...cutText(block.text, textLength).map((text): Part => ({ kind: 'covered', text: escapeText(text) })),
      ];
    case 'choices': {
      const isAbove =
        block.label !== undefined && (block.as === 'buttons' || block.label.length > shortLabel);
      const { label: _, ...bare } = block;
      return isAbove
        ? [...texts([`**${escapeLine(block.label)}**`]), ...choiceParts(bare, page.ids, page.words)]
        : choiceParts(block, page.ids, page.words);
    }
    case 'form':
      return [formPart(block.form, page.ids)];
    case 'heading':
    case 'text':
    case 'note':
    case 'code':
    case 'list':
    case 'question':
    case 'verdict':
    case 'answer':
    case 'points':
    case 'quote':
    case 'source':
    case 'facts':
    case 'table':
    case 'times':
      return texts(blockTexts(block, page));
  }
}

type TextBlock = Exclude<Block, { kind: 'image' | 'spoiler' | 'choices' | 'form' }>;

function blockTexts(block: TextBlock, page: Page): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`### ${escapeLine(block.text)}`];
    case 'text':
      return cutText(block.text, textLength).map((text) => linkCommands(escapeText(text), page.commands));
    case 'note':
      return gatherLines(
        block.text.split('\n').map((line) => `-# ${linkCommands(escapeLine(line), page.commands)}`),
        textLength,
      );
    case 'code':
      return gatherLines(block.text.split('\n'), textLength).map(fence);
    case 'list':
      return gatherLines(
        block.items.map((item) => `- ${linkCommands(escapeLine(item), page.commands)}`),
        textLength,
      );
    case 'question':
      return [
        `-# ${escapeLine(block.title)}`,
        ...cutText(block.text, textLength).map((text) => `**${escapeText(text)}**`),
        `-# ${escapeLine(block.about)}`,
      ];
    case 'verdict':
      return [`### ${bar(block.score)} ${Math.round(block.score * 100)} %\n${escapeText(block.text)}`];
    case 'answer':
      return renderAnswer(block, page.reasons, page.told, page.words);
    case 'points':
      return gatherLines(
        block.points.flatMap((point) => pointLines(point, page)),
        textLength,
      );
    case 'quote':
      return [
        ...cutText(block.text, textLength).map((text) => quoted(escapeText(text))),
        ...(block.by === undefined ? [] : [`-# — ${escapeLine(block.by)}`]),
      ];
    case 'source':
      return [`-# ${block.url === undefined ? escapeLine(block.text) : link(block.text, block.url)}`];
    case 'facts':
      return gatherLines(
        block.facts.map(({ name, value }) => `${escapeLine(name)}${page.words.colon}${factValue(value)}`),
        textLength,
      );
    case 'table':
      return gatherLines(renderTable(block), textLength);
    case 'times':
      return gatherLines(block.times.map(timeLine), textLength);
  }
}

function texts(all: readonly string[]): readonly Part[] {
  return all.map((text) => ({ kind: 'text', text }));
}

/** A value that is a word or a number stands out; a sentence would shout. */
function factValue(value: string): string {
  const escaped = escapeLine(value);
  return value.length <= shortValue ? `**${escaped}**` : escaped;
}

function bar(score: number): string {
  const full = Math.round(score * barCells);
  return '▰'.repeat(full) + '▱'.repeat(barCells - full);
}

function pointLines({ state, bonus, text, evidence }: PointLine, page: Page): readonly string[] {
  const reason = page.reasons.findIndex(({ label }) => label === text);
  const number = reason < 0 ? '' : ` ${footnote(reason + 1)}`;
  const extra = bonus ? page.words.bonus : '';
  const said = state === 'contradicted' ? `${page.words.marks.contradicted}${page.words.colon}` : '';
  const line = `${pointSigns[state]} ${extra}${said}${escapeLine(text)}${number}`;
  if (page.showsAnswer || evidence.length === 0) return [line];
  return [line, `-# ${evidence.map((words) => `“${escapeLine(words)}”`).join(' ')}`];
}

/** Discord shows an instant in each reader's own zone and language; how far away it is matters for the first. */
function timeLine({ atMs }: { readonly atMs: number }, index: number): string {
  const seconds = Math.floor(atMs / 1000);
  return `- <t:${seconds}:F>${index === 0 ? ` · <t:${seconds}:R>` : ''}`;
}
