import type { OfKind } from './of-kind.ts';

/** A table; the reader's own row is marked in words as well. Wide ones scroll by themselves, not the page. */
export function TableBlock({ block: { columns, rows }, scope: { words } }: OfKind<'table'>) {
  const alignOf = (index: number) => columns[index]?.align ?? 'start';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="table" tabIndex={0} aria-label={columns.map(({ text }) => text).join(', ')}>
      <table>
        <thead>
          <tr>
            {columns.map(({ text, align }) => (
              <th key={text} scope="col" class={align}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, isReader }, rowIndex) => (
            <tr key={rowIndex} class={isReader ? 'reader' : undefined}>
              {cells.map((cell, index) => (
                <td key={index} class={alignOf(index)}>
                  {cell}
                  {isReader && index === 0 && <span class="sr-only"> ({words.you})</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
