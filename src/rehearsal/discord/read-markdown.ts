import { parse } from 'discord-markdown-parser';

/** A piece of Discord's markdown, as far as reading it goes. */
export interface MarkdownNode {
  readonly type: string;
  readonly content?: string | readonly MarkdownNode[];
  /** Of an instant. */
  readonly timestamp?: string;
  readonly format?: string;
  /** Of something called or linked. */
  readonly id?: string;
  readonly target?: string;
  readonly name?: string;
  readonly fullName?: string;
  readonly level?: number;
}

/** A text with Discord's markup, taken apart by rules that are not ours. */
export function parseMarkdown(text: string): readonly MarkdownNode[] {
  // The parser's own type says only that there is a type and something else.
  return parse(text, 'extended') as readonly MarkdownNode[];
}

/** What a reader sees of a text with Discord's markup. */
export function readMarkdown(text: string): string {
  return parseMarkdown(text)
    .map(wordsOf)
    .join('')
    .replaceAll('\u200B', '')
    .replaceAll('\u00A0', ' ')
    .trimEnd();
}

function wordsOf(node: MarkdownNode): string {
  const inner = typeof node.content === 'string' ? node.content : (node.content ?? []).map(wordsOf).join('');
  switch (node.type) {
    case 'br':
    case 'newline':
      return '\n';
    case 'heading':
    case 'subtext':
      return `${inner}\n`;
    case 'blockQuote':
      return `${inner
        .split('\n')
        .map((line) => `│ ${line}`)
        .join('\n')}\n`;
    case 'timestamp':
      return instant(Number(node.timestamp), node.format);
    case 'spoiler':
      return `▒${inner}▒`;
    case 'twemoji':
      return node.name ?? '';
    case 'role':
      return `@role ${node.id ?? ''}`;
    case 'user':
      return `@user ${node.id ?? ''}`;
    case 'channel':
      return `#channel ${node.id ?? ''}`;
    case 'slashCommand':
      return `/${node.fullName ?? ''}`;
    case 'everyone':
    case 'here':
      return `@${node.type}`;
    default:
      return inner;
  }
}

/** Each reader sees an instant in their own zone; the rehearsal reads it in that of Greenwich. */
function instant(seconds: number, format: string | undefined): string {
  const iso = new Date(seconds * 1000).toISOString();
  return format === 'R' ? '(from now)' : `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
