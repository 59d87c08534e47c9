import type { IncomingMessage, ServerResponse } from 'node:http';
import { invalidBody, type Refusal, Refused, refusals } from './refusal.ts';
import { applicationRoutes } from './routes/application.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import type { Platform } from './routes/route.ts';
import { threadRoutes } from './routes/threads.ts';
import { houseRules, type Judge } from './rules/judge.ts';
import type { Trouble, Troubles } from './troubles.ts';

/** A request that came, and what it was answered. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly files: readonly string[];
  readonly status: number;
  /** What the rules found wrong. */
  readonly problems: readonly string[];
}

interface RestOptions {
  readonly platform: Platform;
  readonly token: string;
  /** Path of the API, below which the routes are: `/api/v10`. */
  readonly root: string;
  readonly troubles: Troubles;
  /** A second opinion on every body, such as Discord's own machine-readable document. */
  readonly judge: Judge | undefined;
  readonly exchanges: Exchange[];
}

const routes = [...interactionRoutes, ...messageRoutes, ...threadRoutes, ...applicationRoutes];

/** Discord's REST API, version 10, as far as a coach needs it; strict about every body. */
export function createRest(
  options: RestOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { root, exchanges, troubles } = options;
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? 'GET';
    const whole = decodeURIComponent(url.pathname);
    const path = whole.startsWith(root) ? whole.slice(root.length) : whole;
    const { body, files } = await readBody(request);
    const trouble = troubles.take(method, path);
    if (trouble !== undefined && trouble.kind !== 'lose-answer') return answerTrouble(response, trouble);
    const names = [...files.keys()];
    let refusal: Refusal | undefined;
    let answer: unknown;
    try {
      answer = run(
        options,
        { method, path, query: url.searchParams, body, files },
        request.headers.authorization,
      );
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusal = error.refusal;
    }
    const status = refusal?.status ?? (answer === undefined ? 204 : 200);
    exchanges.push({ method, path, body, files: names, status, problems: refusal?.problems ?? [] });
    if (trouble?.kind === 'lose-answer' && trouble.status === undefined) response.destroy();
    else if (trouble?.kind === 'lose-answer') reply(response, trouble.status ?? 503, {});
    else reply(response, status, refusal === undefined ? answer : refusalBody(refusal));
  };
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

function run(
  { platform, token, judge }: RestOptions,
  asked: Asked,
  authorization: string | undefined,
): unknown {
  const { method, path, body, files } = asked;
  const route = routes.find((each) => each.method === method && each.pattern.test(path));
  if (route === undefined)
    throw new Refused({ status: 404, code: 0, message: `404: ${method} ${path} is not here` });
  if (route.isOpen !== true && authorization !== `Bot ${token}`) throw new Refused(refusals.unauthorized);
  if (body !== undefined) {
    const request = { method, path, body, files: [...files.keys()] };
    const problems = [...houseRules(request), ...(judge?.(request) ?? [])];
    if (problems.length > 0) throw new Refused(invalidBody(problems));
  }
  const [, ...parts] = route.pattern.exec(path) ?? [];
  return route.run(platform, { ...asked, parts });
}

function refusalBody({ code, message, problems }: Refusal): object {
  const errors =
    problems === undefined
      ? {}
      : { errors: { _errors: problems.map((each) => ({ code: 'HOUSE_RULE', message: each })) } };
  return { code, message, ...errors };
}

function answerTrouble(response: ServerResponse, trouble: Exclude<Trouble, { kind: 'lose-answer' }>): void {
  switch (trouble.kind) {
    case 'refuse':
      reply(response, trouble.refusal.status, refusalBody(trouble.refusal));
      break;
    case 'slow-down': {
      const seconds = trouble.retryAfterMs / 1000;
      response.setHeader('Retry-After', String(seconds));
      reply(response, 429, { message: 'You are being rate limited.', retry_after: seconds, global: false });
      break;
    }
    case 'unwell':
      reply(response, trouble.status, { message: 'upstream connect error', code: 0 });
      break;
  }
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(body));
}

/** A body as JSON, or as the parts that files travel in. */
async function readBody(request: IncomingMessage): Promise<Pick<Asked, 'body' | 'files'>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: new Map() };
  if (!type.startsWith('multipart/')) return { body: JSON.parse(bytes.toString()), files: new Map() };
  // Node's own reader of multipart bodies.
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData();
  const files = new Map<string, Uint8Array>();
  for (const part of form.values()) {
    if (typeof part !== 'string') files.set(part.name, new Uint8Array(await part.arrayBuffer()));
  }
  return { body: JSON.parse(String(form.get('payload_json') ?? '{}')), files };
}
