import { rankTallies, type Standing } from '../../core/leaderboard/standing.ts';
import { type BoardWindow, boardWindows, windowAround } from '../../core/leaderboard/window.ts';
import { toChoice } from '../choice.ts';
import { formatPercent } from '../format-number.ts';
import type { Block, Choice, Response } from '../reply.ts';
import type { Command, CommandContext, OptionValues, Voice } from './command.ts';

/** `/board`: who did how much, within a window of the group's own time. */
export const board: Command = {
  name: 'board',
  actions: [
    {
      path: 'board',
      audience: 'conversation',
      options: [
        { name: 'window', kind: { kind: 'choice', choices: boardWindows } },
        { name: 'page', kind: { kind: 'integer', low: 1, high: 1000 } },
      ],
      textOption: 'window',
      run,
    },
  ],
};

const rowsPerPage = 10;

async function run(context: CommandContext, { values }: OptionValues): Promise<Response> {
  const { tx, group, incoming, nowMs, shared } = context;
  // `readOptions` let only these through.
  const window = (values.window ?? 'week') as BoardWindow;
  const tallies = await tx.scores.tallies(group.id, windowAround(window, nowMs, group.zone));
  const { standings, reader } = rankTallies(tallies, incoming.person.id);
  const pages = Math.max(1, Math.ceil(standings.length / rowsPerPage));
  const page = Math.min(Number(values.page ?? 1), pages);
  const shown = standings.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  const blocks: Block[] = [
    { kind: 'heading', text: shared.words.board.heading(shared.words.board.windows[window]) },
    ...tableBlocks(shown, incoming.person.id, shared),
    { kind: 'note', text: readerLine(reader, shared) },
    { kind: 'choices', as: 'buttons', choices: boardChoices(window, page, pages, shared) },
  ];
  return { replies: [{ audience: 'conversation', language: shared.language, blocks }] };
}

function tableBlocks(standings: readonly Standing[], readerId: string, { words }: Voice): readonly Block[] {
  if (standings.length === 0) return [{ kind: 'text', text: words.board.empty }];
  const { rank, name, points, best, attempts } = words.board.columns;
  return [
    {
      kind: 'table',
      columns: [
        { text: rank, align: 'end' },
        { text: name, align: 'start' },
        { text: points, align: 'end' },
        { text: best, align: 'end' },
        { text: attempts, align: 'end' },
      ],
      rows: standings.map((standing) => ({
        cells: [
          String(standing.rank),
          standing.name,
          String(standing.points),
          formatPercent(standing.best),
          String(standing.attempts),
        ],
        isReader: standing.personId === readerId,
      })),
    },
  ];
}

function readerLine(reader: Standing | undefined, { words }: Voice): string {
  if (reader === undefined || reader.points === 0) return words.board.youNothing;
  return reader.isHidden ? words.board.youHidden(reader.points) : words.board.you(reader.rank, reader.points);
}

function boardChoices(window: BoardWindow, page: number, pages: number, { words }: Voice): readonly Choice[] {
  const others = boardWindows
    .filter((each) => each !== window)
    .map((each) => toChoice(words.board.windows[each], '/board', 'plain', { window: each }));
  const more = toChoice(words.board.more, '/board', 'primary', { window, page: String(page + 1) });
  return (page < pages ? [more, ...others] : others).map((choice) => ({ ...choice, isInPlace: true }));
}
