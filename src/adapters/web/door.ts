import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Clock } from '../../app/ports/clock.ts';

/** A room that others can reach lets in who knows its code; a local one has no door. */
export type Door =
  | { readonly kind: 'open' }
  | { readonly kind: 'guarded'; readonly code: string; readonly pass: string; readonly clock: Clock };

/** Tries at the code, in all, within a minute; at this pace ten characters outlast every attacker. */
const triesPerMinute = 10;
const cookieName = 'gradcoach_pass';

/** The door's locks: who is inside, and how one gets in. */
export interface Locks {
  isInside(c: Context): boolean;
  /** Turns away whoever is not inside. */
  readonly insideOnly: ReturnType<typeof createMiddleware>;
  /** `POST /api/enter {code}`. */
  enter(c: Context): Promise<Response>;
}

export function createLocks(door: Door): Locks {
  const tries: number[] = [];

  const isInside = (c: Context) => door.kind === 'open' || isEqual(getCookie(c, cookieName) ?? '', door.pass);

  return {
    isInside,
    insideOnly: createMiddleware(async (c, next) =>
      isInside(c) ? next() : c.json({ error: 'not-let-in' }, 401),
    ),
    async enter(c) {
      if (door.kind === 'open') return c.json({ entered: true });
      const nowMs = door.clock.nowMs();
      while (tries[0] !== undefined && tries[0] <= nowMs - 60_000) tries.shift();
      if (tries.length >= triesPerMinute) return c.json({ entered: false }, 429, { 'Retry-After': '60' });
      tries.push(nowMs);
      const body: unknown = await c.req.json().catch(() => undefined);
      if (!isEqual(normalised(codeOf(body)), normalised(door.code))) return c.json({ entered: false }, 403);
      setCookie(c, cookieName, door.pass, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.json({ entered: true });
    },
  };
}

function codeOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
    ? body.code
    : '';
}

/** Codes are read from a terminal and typed on a phone. */
const normalised = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Takes the same time whatever the difference; hashing makes the lengths equal. */
function isEqual(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
