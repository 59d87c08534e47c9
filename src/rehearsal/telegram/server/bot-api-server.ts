import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '../../../app/ports/clock.ts';
import { countedMethods, methods } from '../methods/index.ts';
import { createFloodControl } from './flood-control.ts';
import { type Call, readCall } from './read-call.ts';
import { badRequest, Refusal } from './refusal.ts';
import type { Update } from './update-queue.ts';
import { createWorld, type World } from './world.ts';

/** What a stand-in is started with. */
export interface BotApiOptions {
  readonly clock: Clock;
  /** Judges every call beside the stand-in's own rules; each sentence is an objection. */
  readonly judge?: (call: Call) => readonly string[];
  readonly bot?: World['bot'];
  readonly token?: string;
}

/** A call that was made, and what came of it. */
export interface Made {
  readonly call: Call;
  readonly atMs: number;
  readonly status: number;
  readonly result?: unknown;
}

/** Troubles that a scene asks for. */
export interface Troubles {
  /** The next so many calls of a method get this instead of an answer; `hang-up` breaks the connection. */
  next(method: string, trouble: Refusal | 'hang-up', times?: number): void;
}

/** A Bot API server on 127.0.0.1 that speaks the real protocol, and the world behind it. */
export interface BotApiServer {
  readonly url: string;
  readonly token: string;
  readonly world: World;
  readonly made: readonly Made[];
  /** Objections of the judge, with the method they are about. */
  readonly objections: readonly string[];
  readonly troubles: Troubles;
  /** Calls that wait for an answer, such as a long poll. */
  readonly openCalls: number;
  close(): Promise<void>;
}

const defaultBot = { id: 4_200_000_001, username: 'GradCoachBot', firstName: 'GradCoach' };

/** Starts a stand-in on a free port. */
export async function startBotApi(options: BotApiOptions): Promise<BotApiServer> {
  const { clock, bot = defaultBot, token = `${bot.id}:rehearsal` } = options;
  const world = createWorld(clock, bot);
  const answering = createAnswering(world, options);
  let openCalls = 0;
  const server = createServer((request, response) => {
    openCalls += 1;
    response.once('close', () => {
      openCalls -= 1;
    });
    void respond(request, response, token, answering.answer);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    world,
    made: answering.made,
    objections: answering.objections,
    troubles: answering.troubles,
    get openCalls() {
      return openCalls;
    },
    async close() {
      world.updates.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

type Answer = (call: Call, gone: AbortSignal) => Promise<unknown>;

function createAnswering(world: World, { clock, judge }: BotApiOptions) {
  const floodControl = createFloodControl(clock);
  const made: Made[] = [];
  const objections: string[] = [];
  const troubles: { method: string; trouble: Refusal | 'hang-up' }[] = [];

  async function perform(call: Call, gone: AbortSignal): Promise<unknown> {
    const { method, parameters } = call;
    const at = troubles.findIndex((each) => each.method === method);
    const [planned] = at < 0 ? [] : troubles.splice(at, 1);
    if (planned?.trouble === 'hang-up') throw new Error('hang up');
    if (planned !== undefined) throw planned.trouble;
    const objection = judge?.(call)[0];
    if (objection !== undefined) {
      objections.push(`${method}: ${objection}`);
      throw badRequest(objection);
    }
    if (countedMethods.has(method)) floodControl.pass(Number(parameters.chat_id));
    if (method === 'getUpdates') return world.updates.poll(parameters, gone);
    if (method === 'setWebhook' || method === 'deleteWebhook') return setWebhook(world, parameters);
    const known = methods[method];
    if (known === undefined) throw new Refusal(404, 'Not Found: method not found');
    return known(world, call);
  }

  const answer: Answer = async (call, gone) => {
    const atMs = clock.nowMs();
    try {
      const result = await perform(call, gone);
      made.push({ call, atMs, status: 200, result });
      return result;
    } catch (fault) {
      made.push({ call, atMs, status: fault instanceof Refusal ? fault.code : 0 });
      throw fault;
    }
  };
  const next: Troubles['next'] = (method, trouble, times = 1) => {
    for (let time = 0; time < times; time++) troubles.push({ method, trouble });
  };
  return { answer, made, objections, troubles: { next } };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  answer: Answer,
): Promise<void> {
  const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? '') ?? [];
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    if (given === undefined) throw new Refusal(404, 'Not Found');
    if (given !== token) throw new Refusal(401, 'Unauthorized');
    const result = await answer(await readCall(method, request), gone.signal);
    write(response, 200, { ok: true, result });
  } catch (fault) {
    if (!(fault instanceof Refusal)) {
      // A line that breaks: whoever called never learns what became of it.
      response.destroy();
      return;
    }
    const { code, message: description, parameters } = fault;
    write(response, code, { ok: false, error_code: code, description, ...(parameters && { parameters }) });
  }
}

function write(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

function setWebhook({ updates }: World, { url, secret_token: secret }: Call['parameters']): true {
  const target = typeof url === 'string' && url !== '' ? url : undefined;
  updates.deliverTo(target === undefined ? undefined : (update) => deliver(target, String(secret), update));
  return true;
}

/** Hands an update to a webhook; true once it is acknowledged. */
async function deliver(url: string, secret: string, update: Update): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': secret },
    body: JSON.stringify(update),
  }).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.ok === true;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return address.port;
}
