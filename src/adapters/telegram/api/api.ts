import type { Telegram } from 'telegraf';
import type { Opts, Telegram as Typed } from 'telegraf/types';
import { type Failure, readFailure } from './failure.ts';

/** What came of a call. */
export type ApiOutcome<T> =
  | { readonly kind: 'done'; readonly result: T }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Methods by name, with telegraf's types; `Newer` adds what the Bot API has gained since. */
export type Method = keyof Typed;

/** A method's parameters. */
export type ApiParameters<M extends Method> = Opts<M>;

/** The Bot API, refusals as values. */
export interface Api {
  /** Calls once, and gives up after a time; never rejects. */
  call<M extends Method>(method: M, parameters: ApiParameters<M>): Promise<ApiOutcome<ReturnType<Typed[M]>>>;
}

/** Telegram answers within seconds; a picture may need longer on a slow line. */
const patienceMs = 30_000;

/** Puts {@link Api} over telegraf's client. */
export function createApi(telegram: Telegram): Api {
  return {
    async call(method, parameters) {
      try {
        const signal = AbortSignal.timeout(patienceMs);
        // node-fetch takes Node's own signals; telegraf types a shim of them.
        const options = { signal: signal as never };
        const result = await telegram.callApi(method, withJsonParts(parameters), options);
        return { kind: 'done', result };
      } catch (thrown) {
        return { kind: 'failed', failure: readFailure(thrown) };
      }
    },
  };
}

/**
 * In a call with a file, telegraf 4.16 writes out the objects it knows and drops the others without a word
 * (`reply_parameters`, `link_preview_options`); so they are given as the JSON they become anyway.
 */
function withJsonParts<P extends object>(parameters: P): P {
  if (!Object.values(parameters).some(isFile)) return parameters;
  const parts = Object.entries(parameters).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'object' && value !== null && !isFile(value) ? JSON.stringify(value) : value,
  ]);
  // The same names; Telegram takes an object's JSON where it takes the object.
  return Object.fromEntries(parts) as P;
}

/** A file to upload, or media that holds one. */
function isFile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'source' in value || ('media' in value && isFile(value.media));
}
