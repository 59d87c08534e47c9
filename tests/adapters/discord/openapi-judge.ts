import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Judge } from '../../../src/rehearsal/discord/rules/judge.ts';

/** Discord's own machine-readable document (github.com/discord/discord-api-spec, MIT), where this machine has it. */
const file = process.env.DISCORD_OPENAPI ?? '../shared/specs/discord-openapi.json';

/** Why tests that need the document are passed over; undefined when it is here. */
export const absence = existsSync(file)
  ? undefined
  : `Discord's OpenAPI document is not at ${file}; name it in DISCORD_OPENAPI to run this.`;

type Schema = Readonly<Record<string, unknown>>;

/** Judges bodies by the document. It is read once, in about a tenth of a second; each route is compiled when first met. */
export function openApiJudge(): Judge {
  // The document's shape is OpenAPI 3.1's; only its paths and schemas are used.
  const document = JSON.parse(readFileSync(file, 'utf8')) as {
    paths: Record<string, Record<string, Schema>>;
  };
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(tightened(document) as Schema, 'discord');
  // The most literal path first, so that `/users/@me` is not taken for a user's id.
  const templates = Object.keys(document.paths).sort((a, b) => placeholders(a) - placeholders(b));
  const compiled = new Map<string, ValidateFunction>();

  return ({ method, path, body }) => {
    const template = templates.find((each) => patternOf(each).test(path));
    const operation = template === undefined ? undefined : document.paths[template]?.[method.toLowerCase()];
    if (template === undefined || operation === undefined) return [`${method} ${path}: not in the document`];
    if (operation.requestBody === undefined) return [];
    const pointer = [
      'paths',
      template,
      method.toLowerCase(),
      'requestBody',
      'content',
      'application/json',
      'schema',
    ];
    const ref = `discord#/${pointer.map(escaped).join('/')}`;
    const validate = compiled.get(ref) ?? ajv.compile({ $ref: ref });
    compiled.set(ref, validate);
    if (validate(asDocumented(body))) return [];
    return (validate.errors ?? []).filter(isTelling).slice(0, 5).map(sentence);
  };
}

const placeholders = (template: string) => template.split('{').length;
const patternOf = (template: string) =>
  new RegExp(`^${template.replace(/[.@]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`);
const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Wrapper errors say only that one of the inner ones matters. */
const isTelling = ({ keyword }: ErrorObject) => !['if', 'anyOf', 'oneOf', 'allOf'].includes(keyword);

function sentence({ instancePath, message, params }: ErrorObject): string {
  const what =
    'additionalProperty' in params || 'unevaluatedProperty' in params ? ` ${JSON.stringify(params)}` : '';
  return `${instancePath === '' ? 'body' : instancePath}: ${message}${what}`;
}

/** Discord writes permissions as text and documents them as numbers. */
function asDocumented(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((inner) => asDocumented(inner));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asDocumented(inner, key)]));
  }
  return name === 'default_member_permissions' && typeof value === 'string' ? Number(value) : value;
}

/**
 * The document made strict: objects are closed, so that a misspelt key is found; unions of things told apart by `type` become
 * chains of "if this type, then that", so that one wrong button gives one error and not ninety.
 */
function tightened(node: unknown, document: unknown = node): unknown {
  if (Array.isArray(node)) return node.map((inner) => tightened(inner, document));
  if (typeof node !== 'object' || node === null) return node;
  const inner = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, tightened(value, document)]),
  );
  const union = inner.oneOf ?? inner.anyOf;
  if (Array.isArray(union)) {
    const chain = chainOf(union as readonly Schema[], document);
    if (chain !== undefined) {
      const { oneOf: _one, anyOf: _any, ...rest } = inner;
      return { ...rest, ...chain };
    }
  }
  const isObject =
    inner.type === 'object' && inner.properties !== undefined && inner.additionalProperties === undefined;
  return isObject ? { ...inner, additionalProperties: false } : inner;
}

function chainOf(union: readonly Schema[], document: unknown): Schema | undefined {
  const variants = union.map((variant) => ({ variant, tags: tagsOf(resolve(variant, document)) }));
  const tagged = variants.filter(({ tags }) => tags.length > 0);
  if (tagged.length < 2 || variants.some(({ variant, tags }) => tags.length === 0 && variant.type !== 'null'))
    return undefined;
  const known = tagged.flatMap(({ tags }) => tags);
  const start: Schema = { type: 'object', required: ['type'], properties: { type: { enum: known } } };
  const chain = tagged.reduceRight<Schema>(
    (otherwise, { variant, tags }) => ({
      if: { type: 'object', required: ['type'], properties: { type: { enum: tags } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: variant,
      else: otherwise,
    }),
    start,
  );
  const mayBeNull = variants.some(({ variant }) => variant.type === 'null');
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return mayBeNull ? { if: { type: 'null' }, then: {}, else: chain } : chain;
}

/** The values of a variant's `type`, by which it is told from the others. */
function tagsOf(schema: Schema): readonly unknown[] {
  const { properties } = schema as { properties?: { type?: { enum?: readonly unknown[] } } };
  return properties?.type?.enum ?? [];
}

function resolve(schema: Schema, document: unknown): Schema {
  const { $ref: ref } = schema;
  if (typeof ref !== 'string') return schema;
  const found = ref
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (node, key) => (node as Schema | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
      document,
    );
  return (found ?? {}) as Schema;
}
