import type { IncomingMessage } from 'node:http';

/** A call as the Bot API takes it, in whichever of its three forms it came. */
export interface Call {
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Uploaded files by the name of their part. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Parameters that stay text, whatever they look like. */
const texts = new Set([
  'text',
  'caption',
  'parse_mode',
  'callback_query_id',
  'url',
  'action',
  'name',
  'description',
  'short_description',
  'language_code',
  'secret_token',
]);

/** Reads the body of a call: JSON, a form, or a form with files. */
export async function readCall(method: string, request: IncomingMessage): Promise<Call> {
  const body = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(body) || '{}');
    // An object by the Bot API's own rule; anything else has no parameters.
    return { method, parameters: (parsed ?? {}) as Call['parameters'], files: new Map() };
  }
  if (body.length === 0) return { method, parameters: {}, files: new Map() };
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const parameters: Record<string, unknown> = {};
  const files = new Map<string, Uint8Array>();
  for (const [name, value] of form) {
    if (typeof value === 'string') parameters[name] = readValue(name, value);
    else files.set(name, new Uint8Array(await value.arrayBuffer()));
  }
  return { method, parameters, files };
}

async function readBytes(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  // Without an encoding set, a request gives buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

/** In a form everything is text; numbers, truth values and objects are written as in JSON. */
function readValue(name: string, value: string): unknown {
  if (texts.has(name)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
