import { badRequest } from './refusal.ts';

/** A stretch of text that is more than text, as Telegram counts it: UTF-16 code units. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly unix_time?: number;
}

/** Text and what was marked in it. */
export interface ParsedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

const types: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-time': 'date_time',
};

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

interface OpenTag {
  readonly name: string;
  readonly offset: number;
  readonly attributes: string;
}

/** Reads Telegram's HTML; what it cannot read it refuses with Telegram's words. Longer entity lists are cut at a hundred. */
export function parseHtml(html: string): ParsedText {
  const open: OpenTag[] = [];
  const entities: Entity[] = [];
  let text = '';
  for (const [token, end, name = '', attributes = ''] of html.matchAll(/<(\/?)([a-z-]*)([^>]*)>|[^<]+|</gi)) {
    if (!token.startsWith('<')) text += decode(token);
    else if (types[name.toLowerCase()] === undefined)
      throw cannotParse(`Unsupported start tag "${name}"`, text);
    else if (end === '') open.push({ name: name.toLowerCase(), offset: text.length, attributes });
    else entities.push(...closeTag(open, name.toLowerCase(), text));
  }
  const [unclosed] = open;
  if (unclosed !== undefined)
    throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`, text);
  return trimmed(text, entities);
}

function closeTag(open: OpenTag[], name: string, text: string): readonly Entity[] {
  const tag = open.pop();
  if (tag?.name !== name)
    throw cannotParse(`Unmatched end tag, expected "</${tag?.name ?? ''}>", found "</${name}>"`, text);
  const { offset, attributes } = tag;
  if (text.length === offset) return [];
  const attribute = (wanted: string) => new RegExp(`${wanted}="([^"]*)"`).exec(attributes)?.[1];
  const url = attribute('href');
  const unix = attribute('unix');
  if (name === 'tg-time' && !/^\d+$/.test(unix ?? '')) throw badRequest('ENTITY_DATE_INVALID');
  const type =
    name === 'blockquote' && / expandable/.test(attributes) ? 'expandable_blockquote' : (types[name] ?? name);
  return [
    {
      type,
      offset,
      length: text.length - offset,
      ...(url !== undefined && { url: decode(url) }),
      ...(unix !== undefined && { unix_time: Number(unix) }),
    },
  ];
}

function decode(text: string): string {
  return text.replace(/&(#(\d+)|[a-z]+);/gi, (whole, name: string, code: string | undefined) =>
    code === undefined ? (references[name] ?? whole) : String.fromCodePoint(Number(code)),
  );
}

/** Telegram takes white space off both ends. */
function trimmed(text: string, entities: readonly Entity[]): ParsedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  const moved = entities.map((entity) => {
    const offset = Math.max(0, entity.offset - start);
    return { ...entity, offset, length: Math.min(kept.length - offset, entity.length) };
  });
  return { text: kept, entities: moved.filter(({ length }) => length > 0).slice(0, 100) };
}

function cannotParse(what: string, text: string): Error {
  return badRequest(`can't parse entities: ${what} at byte offset ${Buffer.byteLength(text)}`);
}
