import type { Block, Column, Mark, PointLine, Row } from '../../../app/reply.ts';
import { foldOf, looking, type Paragraph, plain, type Run } from '../text/rich-text.ts';
import type { Words } from '../words.ts';
import { raised, renderAnswer } from './render-answer.ts';
import { tappable } from './tappable.ts';

/** What the blocks of one reply are written with. */
export interface Sheet {
  readonly words: Words;
  /** Why words of an answer in this reply were marked. */
  readonly reasons: readonly Mark[];
  /** Points that this reply tells. */
  readonly told: ReadonlySet<string>;
}

/** Blocks that are text by themselves; the others become buttons, a picture, and small print beside their neighbours. */
export type TextBlock = Exclude<Block, { kind: 'choices' | 'form' | 'image' | 'note' }>;

const pointSigns = { met: '✅', partly: '🟡', missed: '▫️', contradicted: '❌' } as const;
const bandSigns = { solid: '🟢', partial: '🟡', missed: '⚪' } as const;
const barCells = 10;

/** A block as paragraphs. */
export function renderBlock(block: TextBlock, sheet: Sheet): readonly Paragraph[] {
  switch (block.kind) {
    case 'heading':
      return [plain(looking('bold', tappable(block.text)))];
    case 'text':
      return [plain(tappable(block.text))];
    case 'code':
      return [{ as: 'code', runs: [{ text: block.text }] }];
    case 'list':
      return lines(block.items.map((item) => [{ text: `• ${tappable(item)}` }]));
    case 'question':
      return [plain(looking('bold', block.title)), quoted(block.text), plain(looking('italic', block.about))];
    case 'verdict':
      return [plain(looking('bold', `${bandSigns[block.band]} ${block.text}`), `\n${bar(block.score)}`)];
    case 'answer':
      return renderAnswer(block, sheet.reasons, sheet.told, sheet.words);
    case 'points':
      return lines(block.points.map((point) => pointRuns(point, sheet)));
    case 'quote':
      return [quoted(block.by === undefined ? block.text : `${block.text}\n— ${block.by}`)];
    case 'spoiler':
      return [
        plain(looking('bold', block.label)),
        { as: foldOf(block.text), runs: [looking('spoiler', block.text)] },
      ];
    case 'source': {
      const text = block.url === undefined ? block.text : looking({ link: block.url }, block.text);
      return [{ ...plain('📄 ', text), isTight: true }];
    }
    case 'facts':
      return lines(
        block.facts.map((fact) => [
          { text: `${fact.name}${sheet.words.colon}` },
          looking('bold', fact.value),
        ]),
      );
    case 'table':
      return renderTable(block.columns, block.rows);
    case 'times':
      return lines(block.times.map(({ atMs, text }) => [{ text: '• ' }, looking({ atMs }, text)]));
  }
}

/** Lines that belong together; each may go to another message if it must, but none is cut in two. */
function lines(all: readonly (readonly Run[])[]): readonly Paragraph[] {
  return all.map((runs, index) => ({ ...plain(...runs), isTight: index > 0 }));
}

function quoted(text: string): Paragraph {
  return { as: foldOf(text), runs: [{ text }] };
}

function bar(score: number): string {
  const full = Math.round(score * barCells);
  return '▰'.repeat(full) + '▱'.repeat(barCells - full);
}

function pointRuns({ state, bonus, text, evidence }: PointLine, { words, reasons }: Sheet): readonly Run[] {
  const reason = reasons.findIndex(({ label }) => label === text);
  const number = reason < 0 ? '' : ` ${raised(reason + 1)}`;
  const said = state === 'contradicted' ? `${words.marks.contradicted}${words.colon}` : '';
  const about = `${pointSigns[state]} ${said}${text}${bonus ? words.bonus : ''}${number}`;
  const quotes = evidence.map((stretch) => `«${stretch}»`).join(' ');
  return quotes === '' ? [{ text: about }] : [{ text: `${about}\n` }, looking('italic', quotes)];
}

/** Rows of a few cells, which a phone in any font shows whole, unlike columns drawn with spaces. */
function renderTable(columns: readonly Column[], rows: readonly Row[]): readonly Paragraph[] {
  const name = Math.max(
    columns.findIndex(({ align }) => align === 'start'),
    0,
  );
  const between = ' · ';
  return lines([
    [looking('italic', columns.map(({ text }) => text).join(between))],
    ...rows.map(({ cells, isReader }): Run[] => {
      const before = cells.slice(0, name).map((cell) => `${cell}${between}`);
      const after = cells.slice(name + 1).map((cell) => `${between}${cell}`);
      const lead = `${isReader ? '▸ ' : ''}${before.join('')}`;
      return [
        ...(lead === '' ? [] : [{ text: lead }]),
        looking('bold', cells[name] ?? ''),
        { text: after.join('') },
      ];
    }),
  ]);
}
