import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../../../src/adapters/web/guard.ts';
import { messageFrom, type OpenRoom, openRoom } from './open-room.ts';

const asking = (headers: Readonly<Record<string, string>>, method = 'GET') => ({
  method,
  header: (name: string) => headers[name],
});
const local = { isLocal: true, hostNames: [] };
const open = { isLocal: false, hostNames: ['coach.lan'] };

describe('the guard of a local room', () => {
  it.each(['127.0.0.1:3000', 'localhost:3000', '[::1]:3000', 'localhost', '127.0.0.1:8080'])(
    'answers %s, which is this machine',
    (host) => expect(judge(asking({ host }), local)).toBe('welcome'),
  );

  it.each([
    'evil.example:3000',
    '192.168.1.7:3000',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '',
    'a@127.0.0.1',
  ])('does not answer the name "%s", which may be a rebound one', (host) =>
    expect(judge(asking({ host }), local)).toBe('wrong-host'),
  );

  it('does not answer a request without a host', () => {
    expect(judge(asking({}), local)).toBe('wrong-host');
  });
});

describe('the guard of a room that others can reach', () => {
  it.each(['192.168.1.7:3000', '[fe80::1]:3000', 'localhost:3000', 'coach.lan:3000'])('answers %s', (host) =>
    expect(judge(asking({ host }), open)).toBe('welcome'),
  );

  it('does not answer a name nobody gave it', () => {
    expect(judge(asking({ host: 'evil.example:3000' }), open)).toBe('wrong-host');
  });
});

describe('the guard against other sites', () => {
  const host = '127.0.0.1:3000';

  it('lets the page itself through', () => {
    const own = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
    expect(judge(asking(own, 'POST'), local)).toBe('welcome');
  });

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-site' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a browser that sends no origin', { 'sec-fetch-site': 'cross-site' }],
  ])('turns away a post from %s', (_whose, headers) => {
    expect(judge(asking({ host, ...headers }, 'POST'), local)).toBe('cross-site');
  });

  it.each([
    ['picture', { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
    ['frame', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
    ['stream', { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
  ])('turns away a %s of another site', (_what, headers) => {
    expect(judge(asking({ host, 'sec-fetch-site': 'cross-site', ...headers }), local)).toBe('cross-site');
  });

  it('lets people follow a link to the room', () => {
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect(judge(asking({ host, ...link }), local)).toBe('welcome');
    expect(judge(asking({ host, ...link }, 'POST'), local)).toBe('cross-site');
  });
});

describe('the room over HTTP', () => {
  let room: OpenRoom;
  let heard = 0;
  beforeAll(async () => {
    room = await openRoom(async () => {
      heard += 1;
      return { replies: [] };
    });
  });
  afterAll(() => room.close());

  // `fetch` does not let a program choose its Host; a bare request does.
  const statusFor = (path: string, host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const asked = request(`${room.url}${path}`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });

  it.each(['/', '/assets/main.js', '/api/about', '/api/events?name=Ada', '/charts/x', '/healthz'])(
    'refuses a wrong host on %s',
    async (path) => expect(await statusFor(path, 'evil.example')).toBe(421),
  );

  it('refuses a post of another origin, and the coach hears nothing', async () => {
    const response = await room.post('/api/messages', messageFrom('Ada', 'hi'), {
      Origin: 'https://evil.example',
    });
    expect(response.status).toBe(403);
    expect(heard).toBe(0);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'refuses a post of type %s, which a form could send',
    async (type) => {
      const response = await room.post('/api/messages', messageFrom('Ada', 'hi'), { 'Content-Type': type });
      expect(response.status).toBe(415);
      expect(heard).toBe(0);
    },
  );

  it('sends its policy with everything, refusals too', async () => {
    const cross = { 'Sec-Fetch-Site': 'cross-site' };
    for (const response of [await room.get('/'), await room.get('/nowhere'), await room.get('/', cross)]) {
      expect(response.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self' 'sha256-/,
      );
      expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('sends a page that loads nothing from elsewhere', async () => {
    const html = await (await room.get('/')).text();
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) expect(address).toMatch(/^\/assets\//);
    expect(html).not.toMatch(/ on[a-z]+=|style=/);
  });
});
