import { createMiddleware } from 'hono/factory';

/** What the guard goes by. */
export interface GuardOptions {
  /** Listening on a loopback address only. */
  readonly isLocal: boolean;
  /** Names besides IP addresses and `localhost` under which a room that others can reach may be called. */
  readonly hostNames: readonly string[];
}

/** Why a request is turned away, or that it is not. */
export type Verdict = 'welcome' | 'wrong-host' | 'cross-site';

/**
 * Turns away what another site's page could send through the reader's browser.
 * A rebound DNS name still says its own name in `Host`; a form or a fetch from elsewhere shows in `Origin` and
 * `Sec-Fetch-Site`, also when it comes from another port of this machine. Following a link to the page is welcome.
 */
export function judge(
  request: { readonly method: string; header(name: string): string | undefined },
  { isLocal, hostNames }: GuardOptions,
): Verdict {
  const host = request.header('host') ?? '';
  const name = hostNameOf(host);
  if (name === undefined) return 'wrong-host';
  const isKnown = isLoopback(name) || (!isLocal && (isIpAddress(name) || hostNames.includes(name)));
  if (!isKnown) return 'wrong-host';

  const origin = request.header('origin');
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`)
    return 'cross-site';
  const site = request.header('sec-fetch-site') ?? 'none';
  const followsLink =
    request.method === 'GET' &&
    request.header('sec-fetch-mode') === 'navigate' &&
    request.header('sec-fetch-dest') === 'document';
  return site === 'same-origin' || site === 'none' || followsLink ? 'welcome' : 'cross-site';
}

/** {@link judge} before every request. */
export function guard(options: GuardOptions) {
  return createMiddleware(async (c, next) => {
    const verdict = judge({ method: c.req.method, header: (name) => c.req.header(name) }, options);
    if (verdict === 'wrong-host') return c.text('This address is not the study room.', 421);
    if (verdict === 'cross-site') return c.json({ error: 'cross-site' }, 403);
    return next();
  });
}

/** Whether only this machine can reach a host name or address. */
export function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

function isIpAddress(name: string): boolean {
  return name.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(name);
}

function hostNameOf(host: string): string | undefined {
  if (host === '' || /[/@?#\\\s]/.test(host)) return undefined;
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined;
}
