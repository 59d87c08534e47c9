import { formatInvocation } from '../../app/parse-command.ts';
import type { Block, Choice, PointLine, Reply } from '../../app/reply.ts';

import type { Look } from './paint.ts';
import { reasonsIn, renderAnswer } from './render-answer.ts';
import { renderTable } from './render-table.ts';
import { hanging, type Paper, type Sheet } from './sheet.ts';
import { wrap } from './wrap.ts';

const bandLooks = { solid: 'good', partial: 'half', missed: 'strong' } as const;
const pointSigns: Readonly<Record<PointLine['state'], readonly [sign: string, look: Look]>> = {
  met: ['✓', 'good'],
  partly: ['◐', 'half'],
  missed: ['○', 'quiet'],
  contradicted: ['✗', 'bad'],
};
const barCells = 10;
const longestToLearn = 40;

/** A reply as lines of text; an empty line sets its blocks apart, but not one source from the next. */
export async function renderReply({ blocks }: Reply, paper: Paper): Promise<string> {
  const told = blocks.flatMap((block) =>
    block.kind === 'points' ? block.points.map(({ text }) => text) : [],
  );
  const sheet: Sheet = { ...paper, reasons: reasonsIn(blocks), told: new Set(told) };
  let text = '';
  for (const [index, block] of blocks.entries()) {
    const isListed = block.kind === 'source' && blocks[index - 1]?.kind === 'source';
    text += `${index === 0 ? '' : isListed ? '\n' : '\n\n'}${(await renderBlock(block, sheet)).join('\n')}`;
  }
  return text;
}

async function renderBlock(block: Block, sheet: Sheet): Promise<readonly string[]> {
  if (block.kind !== 'image') return renderText(block, sheet);
  const { columns, paint, words, saveChart } = sheet;
  const file = await saveChart(block.image.key);
  const place = file === undefined ? [] : [`${paint('accent', words.picture)} ${file}`];
  return [...place, ...wrap(block.image.alt, columns)];
}

function renderText(block: Exclude<Block, { kind: 'image' }>, sheet: Sheet): readonly string[] {
  const { columns, paint, words, menu } = sheet;
  const all = (look: Look, text: string) => wrap(text, columns).map((line) => paint(look, line));
  switch (block.kind) {
    case 'heading':
      return all('strong', block.text);
    case 'text':
      return wrap(block.text, columns);
    case 'note':
      return all('quiet', block.text);
    case 'code':
      return block.text.split('\n').map((line) => paint('quiet', line));
    case 'list':
      return block.items.flatMap((item) => hanging('• ', 2, item, columns));
    case 'question':
      return [...all('accent', block.title), ...wrap(block.text, columns), ...all('quiet', block.about)];
    case 'verdict':
      return renderVerdict(block, sheet);
    case 'answer':
      return renderAnswer(block.text, block.marks, sheet);
    case 'points':
      return block.points.flatMap((point) => renderPoint(point, sheet));
    case 'quote':
      return [
        ...wrap(block.text, columns - 2).map((line) => `${paint('quiet', '│')} ${line}`),
        ...(block.by === undefined ? [] : [`  ${paint('quiet', `— ${block.by}`)}`]),
      ];
    case 'spoiler': {
      const number = menu.add({ kind: 'reveal', text: block.text });
      return [`${paint('accent', `${number})`)} ${block.label} ${paint('quiet', `(${words.reveal})`)}`];
    }
    case 'source':
      return [
        ...all('quiet', `${words.source}${words.colon}${block.text}`),
        ...(block.url === undefined ? [] : [block.url]),
      ];
    case 'facts':
      return block.facts.flatMap(({ name, value }) =>
        hanging('', 2, `${name}${words.colon}${value}`, columns),
      );
    case 'table':
      return renderTable(block.columns, block.rows, sheet);
    case 'times':
      return block.times.flatMap(({ text }) => hanging('• ', 2, text, columns));
    case 'choices':
      return renderChoices(block, sheet);
    case 'form': {
      const { label, placeholder, invocation } = block.form;
      const number = `${menu.add({ kind: 'write', label, invocation })})`;
      return hanging(`${paint('accent', number)} `, number.length + 1, `${label} — ${placeholder}`, columns);
    }
  }
}

function renderVerdict(
  { band, score, text }: Extract<Block, { kind: 'verdict' }>,
  { columns, paint }: Sheet,
): readonly string[] {
  const full = Math.round(score * barCells);
  const bar = paint(bandLooks[band], '█'.repeat(full)) + paint('quiet', '░'.repeat(barCells - full));
  return hanging(`${bar} `, barCells + 1, text, columns);
}

function renderPoint(
  { state, bonus, text, evidence }: PointLine,
  { columns, paint, words, reasons }: Sheet,
): readonly string[] {
  const [sign, look] = pointSigns[state];
  const reason = reasons.findIndex(({ label }) => label === text);
  const number = reason < 0 ? '' : ` [${reason + 1}]`;
  const about = `${words.states[state]}${bonus ? words.bonus : ''}${words.colon}${text}${number}`;
  const quoted = evidence.map((stretch) => `«${stretch}»`).join(' ');
  return [
    ...hanging(`${paint(look, sign)} `, 2, about, columns),
    ...(quoted === '' ? [] : hanging('  ', 2, quoted, columns).map((line) => paint('quiet', line))),
  ];
}

/** A label per line with its number; a command that is short enough to learn stands behind it. */
function renderChoices(
  { label, choices }: Extract<Block, { kind: 'choices' }>,
  { columns, paint, words, menu }: Sheet,
): readonly string[] {
  const lines = choices.flatMap((choice) => {
    const { invocation } = choice;
    const number = `${menu.add({ kind: 'invoke', invocation })})`;
    const text = `${choice.label}${commandToLearn(choice)}`;
    return hanging(`${paint('accent', number)} `, number.length + 1, text, columns);
  });
  return [...wrap(label ?? words.pick, columns), ...lines];
}

/** The command of a choice, when it is short and its own; nobody types the id of a round. */
function commandToLearn({ label, invocation }: Choice): string {
  const typed = formatInvocation(invocation);
  const isOwn = !('round' in invocation.options) && typed !== label && typed.length <= longestToLearn;
  return isOwn ? ` (${typed})` : '';
}
