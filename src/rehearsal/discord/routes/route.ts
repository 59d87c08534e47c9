import type { Gateway } from '../gateway.ts';
import type { Files, Letters } from '../letters.ts';
import type { World } from '../world.ts';

/** A request as a route gets it. */
export interface Call {
  /** The parts of the path that the pattern captured. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: Files;
}

/** What the routes work with. */
export interface Platform {
  readonly world: World;
  readonly gateway: Gateway;
  readonly letters: Letters;
  /** The address of the gateway. */
  readonly gatewayUrl: () => string;
  /** How many parts the servers are to be shared in. */
  readonly shards: number;
}

/** One of Discord's routes; gives the answer's body, nothing for 204, or throws a refusal. */
export interface Route {
  readonly method: string;
  /** On the path below the API's root. */
  readonly pattern: RegExp;
  /** Needs no token but the one in the path. */
  readonly isOpen?: boolean;
  run(platform: Platform, call: Call): unknown;
}
