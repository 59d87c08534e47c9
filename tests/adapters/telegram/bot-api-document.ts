import { existsSync, readFileSync } from 'node:fs';
import { parseHtml } from '../../../src/rehearsal/telegram/server/html.ts';
import type { Call } from '../../../src/rehearsal/telegram/server/read-call.ts';

/**
 * Judges calls, answers and updates by the machine-readable Bot API, which we did not write
 * (github.com/PaulSonOfLars/telegram-bot-api-spec). It lies beside this repository, not in it; without it nothing is
 * judged, and the golden messages in `golden/` still hold what was once judged right.
 */

interface Field {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
  readonly description: string;
}

interface BotApiDocument {
  readonly version: string;
  readonly methods: Readonly<
    Record<string, { readonly fields?: readonly Field[]; readonly returns: readonly string[] }>
  >;
  readonly types: Readonly<
    Record<string, { readonly fields?: readonly Field[]; readonly subtypes?: readonly string[] }>
  >;
}

const file = process.env.TELEGRAM_BOT_API ?? '../shared/specs/telegram-bot-api.json';

/** The document, or undefined where it is not present. */
export const document: BotApiDocument | undefined = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as BotApiDocument)
  : undefined;

/** Added by telegraf to every form with files, and ignored by Telegram. */
const forgiven = new Set(['method']);

/** What is wrong with a call, a sentence each; nothing when there is no document. */
export function judgeByDocument({ method, parameters, files }: Call): readonly string[] {
  if (document === undefined) return [];
  const known = document.methods[method];
  if (known === undefined) return ['there is no such method'];
  const given = {
    ...parameters,
    ...Object.fromEntries([...files.keys()].map((name) => [name, { file: name }])),
  };
  const uploads = new Set(files.keys());
  const problems = judgeFields(given, known.fields ?? [], method, uploads);
  return [...problems, ...strayFiles(given, uploads)];
}

/** What is wrong with a value that should be of a type of the document: an update, or the answer to a call. */
export function judgeValue(value: unknown, types: readonly string[], at: string): readonly string[] {
  return judgeTypes(value, types, at, new Set());
}

function judgeFields(
  value: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
  at: string,
  uploads: ReadonlySet<string>,
): readonly string[] {
  const problems: string[] = [];
  for (const { name, required } of fields) {
    if (required && value[name] === undefined) problems.push(`${at}.${name} is missing`);
  }
  for (const [name, given] of Object.entries(value)) {
    const field = fields.find((each) => each.name === name);
    if (given === undefined) continue;
    if (field === undefined) {
      const isUpload = uploads.has(name);
      if (!forgiven.has(name) && !isUpload) problems.push(`${at}.${name} is not known`);
      continue;
    }
    problems.push(...judgeTypes(given, field.types, `${at}.${name}`, uploads));
    problems.push(...judgeLength(given, field, value, `${at}.${name}`));
  }
  return problems;
}

function judgeTypes(
  value: unknown,
  types: readonly string[],
  at: string,
  uploads: ReadonlySet<string>,
): readonly string[] {
  const verdicts = types.map((type) => judgeType(value, type, at, uploads));
  // Of several types the one that fits best speaks.
  return verdicts.sort((one, other) => one.length - other.length)[0] ?? [];
}

function judgeType(
  value: unknown,
  type: string,
  at: string,
  uploads: ReadonlySet<string>,
): readonly string[] {
  const wrong = (isRight: boolean) => (isRight ? [] : [`${at} should be ${type}`]);
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return wrong(false);
    const inner = type.slice('Array of '.length);
    return value.flatMap((each, index) => judgeType(each, inner, `${at}[${index}]`, uploads));
  }
  switch (type) {
    case 'Integer':
      return wrong(Number.isSafeInteger(value));
    case 'Float':
      return wrong(typeof value === 'number');
    case 'Boolean':
    case 'True':
      return wrong(typeof value === 'boolean');
    case 'String':
      return wrong(typeof value === 'string');
    case 'InputFile':
      return wrong(typeof value === 'object' && value !== null && 'file' in value);
    default:
      return judgeObject(value, type, at, uploads);
  }
}

function judgeObject(
  value: unknown,
  type: string,
  at: string,
  uploads: ReadonlySet<string>,
): readonly string[] {
  const known = document?.types[type];
  if (known === undefined) return [`${at}: the document does not know the type ${type}`];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} should be ${type}`];
  if (known.subtypes !== undefined) return judgeTypes(value, known.subtypes, at, uploads);
  // Checked to be an object just now.
  const problems = [...judgeFields(value as Record<string, unknown>, known.fields ?? [], at, uploads)];
  if (type === 'InlineKeyboardButton') {
    const actions = Object.keys(value).filter(
      (name) => !['text', 'style', 'icon_custom_emoji_id'].includes(name),
    );
    if (actions.length !== 1) problems.push(`${at} has ${actions.length} actions instead of one`);
  }
  return problems;
}

/** Lengths stand in the descriptions only: "1-4096 characters after entities parsing", "1-64 bytes". */
function judgeLength(
  value: unknown,
  { description }: Field,
  siblings: Readonly<Record<string, unknown>>,
  at: string,
): readonly string[] {
  const [, low, high, unit = ''] = /(\d+)-(\d+) (characters|bytes)/.exec(description) ?? [];
  if (low === undefined || typeof value !== 'string') return [];
  const isParsed = description.includes('entities parsing') || description.includes('entity parsing');
  const text = isParsed && siblings.parse_mode === 'HTML' ? parseHtml(value).text : value;
  const length = unit === 'bytes' ? Buffer.byteLength(text) : text.length;
  return length >= Number(low) && length <= Number(high)
    ? []
    : [`${at} has ${length} ${unit} instead of ${low}-${high}`];
}

/** Uploaded parts that nothing refers to, and references to parts that are not there. */
function strayFiles(
  given: Readonly<Record<string, unknown>>,
  uploads: ReadonlySet<string>,
): readonly string[] {
  const referred = [...JSON.stringify(given).matchAll(/attach:\/\/([\w-]+)/g)].map(([, name = '']) => name);
  const missing = referred.filter((name) => !uploads.has(name));
  return missing.map((name) => `attach://${name} is not among the files`);
}
