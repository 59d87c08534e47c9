import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toAccessCode } from '../../../src/adapters/web/access-code.ts';
import { type OpenRoom, openRoom } from './open-room.ts';

describe('a room that others can reach', () => {
  let room: OpenRoom;
  beforeEach(async () => {
    room = await openRoom(async () => ({ replies: [] }), { host: '0.0.0.0' });
  });
  afterEach(() => room.close());

  const enter = (code: string) => room.post('/api/enter', { code });
  const passFrom = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

  it('has a code, which is told once and is new each time', async () => {
    expect(room.accessCode).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    const another = await openRoom(async () => ({ replies: [] }), { host: '0.0.0.0' });
    expect(another.accessCode).not.toBe(room.accessCode);
    await another.close();
  });

  it.each(['/api/about', '/api/events?name=Ada', '/api/history?name=Ada&before=1', '/charts/x'])(
    'keeps %s from those outside',
    async (path) => expect((await room.get(path)).status).toBe(401),
  );

  it('takes no message from outside', async () => {
    expect((await room.say('Ada', 'hello')).status).toBe(401);
  });

  it('shows its door instead of the page', async () => {
    const response = await room.get('/');
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('Access code');
  });

  it('tells a health check that it is well', async () => {
    expect((await room.get('/healthz')).status).toBe(200);
  });

  it('lets in who knows the code, however it is typed, with a pass no script can read', async () => {
    const response = await enter(` ${room.accessCode?.toLowerCase().replace('-', ' ')} `);
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/);
    const Cookie = passFrom(response);
    expect((await room.get('/api/about', { Cookie })).status).toBe(200);
    expect(await (await room.get('/', { Cookie })).text()).toContain('importmap');
  });

  it('does not take the code, or a made-up pass, as the cookie', async () => {
    for (const value of [room.accessCode, 'x', '']) {
      expect((await room.get('/api/about', { Cookie: `gradcoach_pass=${value}` })).status).toBe(401);
    }
  });

  it('refuses a wrong code, and after ten tries a right one for a minute', async () => {
    for (let tries = 0; tries < 10; tries += 1) expect((await enter(`WRONG-${tries}`)).status).toBe(403);
    const refused = await enter(room.accessCode ?? '');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    room.setTime(Date.UTC(2026, 0, 5, 1, 1));
    expect((await enter(room.accessCode ?? '')).status).toBe(200);
  });

  it.each(['{"code":5}', '[]', 'null', '{', '""'])('refuses the body %s', async (body) => {
    expect((await room.post('/api/enter', body)).status).toBe(403);
  });
});

describe('a room of this machine only', () => {
  it('has no door', async () => {
    const room = await openRoom(async () => ({ replies: [] }));
    expect(room.accessCode).toBeUndefined();
    expect((await room.get('/api/about')).status).toBe(200);
    await room.close();
  });
});

describe('an access code', () => {
  it('has letters that cannot be taken for one another', () => {
    const every = Array.from({ length: 26 }, (_, index) =>
      toAccessCode(Uint8Array.from({ length: 10 }, (_each, at) => index * 10 + at)),
    );
    expect(every.join('')).toMatch(/^[-0-9A-HJKMNP-TV-Z]+$/);
  });
});
