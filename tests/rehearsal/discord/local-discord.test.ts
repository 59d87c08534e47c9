import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalDiscord, openLocalDiscord } from '../../../src/rehearsal/discord/local-discord.ts';
import type { OpenInteraction } from '../../../src/rehearsal/discord/world.ts';

/** The stand-in is only worth something if it says no where Discord says no. */
describe('the local Discord', () => {
  let local: LocalDiscord;
  let nowMs = 0;
  beforeEach(async () => {
    nowMs = Date.parse('2026-03-02T08:00Z');
    local = await openLocalDiscord({ nowMs: () => nowMs });
  });
  afterEach(() => local.close());

  async function ask(method: string, path: string, body?: object, token = local.token) {
    const answer = await fetch(`${local.apiRoot}/v10${path}`, {
      method,
      headers: { Authorization: `Bot ${token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  }
  const says = (content: string, more: object = {}) => ({
    content,
    allowed_mentions: { parse: [] },
    ...more,
  });

  function interaction(): OpenInteraction {
    const guild = local.servers.open({ name: 'x', channels: ['general'] });
    const ada = local.addPerson('Ada');
    local.world.commands.set('global', [{ id: '1', name: 'quiz', type: 1 } as never]);
    void ada.slash(guild.channels[0]!, 'quiz').catch(() => {});
    return [...local.world.interactions.values()].at(-1)!;
  }
  const respond = ({ id, token }: OpenInteraction, body: object) =>
    ask('POST', `/interactions/${id}/${token}/callback`, body);
  const webhook = ({ token }: OpenInteraction) => `/webhooks/${local.world.applicationId}/${token}`;

  it('lets nobody in without the token', async () => {
    expect((await ask('GET', '/gateway/bot', undefined, 'wrong')).status).toBe(401);
  });

  it('takes a first response once, within three seconds', async () => {
    const first = interaction();
    expect((await respond(first, { type: 5 })).status).toBe(204);
    expect((await respond(first, { type: 5 })).body.code).toBe(40060);
    const second = interaction();
    nowMs += 3001;
    expect((await respond(second, { type: 5 })).body.code).toBe(10062);
    expect((await respond({ ...second, id: '9' }, { type: 5 })).body.code).toBe(10062);
  });

  it('knows a token only after the first response, and for a quarter of an hour', async () => {
    const one = interaction();
    expect((await ask('PATCH', `${webhook(one)}/messages/@original`, says('x'))).body.code).toBe(10015);
    await respond(one, { type: 5 });
    nowMs += 15 * 60_000 + 1;
    expect((await ask('PATCH', `${webhook(one)}/messages/@original`, says('x'))).body.code).toBe(50027);
  });

  it('lets a follow-up take the place of "thinking", whoever it was meant for', async () => {
    const one = interaction();
    await respond(one, { type: 5 });
    await ask('POST', webhook(one), says('secret', { flags: 64 }));
    expect(one.original?.api.content).toBe('secret');
    expect(one.original?.audienceId).toBeUndefined();
    expect(one.followUps).toEqual([]);
  });

  it('allows what the coach’s rights allow, and no more', async () => {
    const guild = local.servers.open({ name: 'x', channels: ['general'] });
    const [general] = guild.channels;
    const path = `/channels/${general!.id}/messages`;
    expect((await ask('POST', path, says('hello'))).status).toBe(200);
    local.servers.deny(general!, ['SendMessages']);
    expect((await ask('POST', path, says('hello'))).body.code).toBe(50013);
    local.servers.deny(general!, ['ViewChannel']);
    expect((await ask('POST', path, says('hello'))).body.code).toBe(50001);
    local.servers.dismiss(guild);
    expect((await ask('POST', path, says('hello'))).body.code).toBe(50001);
    expect((await ask('POST', '/channels/1/messages', says('hello'))).body.code).toBe(10003);
  });

  it('drops a second message of one nonce, for some minutes', async () => {
    const guild = local.servers.open({ name: 'x', channels: ['general'] });
    const path = `/channels/${guild.channels[0]!.id}/messages`;
    const once = says('hello', { nonce: 'n', enforce_nonce: true });
    const first = await ask('POST', path, once);
    expect((await ask('POST', path, once)).body.id).toBe(first.body.id);
    nowMs += 6 * 60_000;
    expect((await ask('POST', path, once)).body.id).not.toBe(first.body.id);
  });

  it('lets nobody send what its own client would not let them', async () => {
    const guild = local.servers.open({ name: 'x', channels: ['general'] });
    const ada = local.addPerson('Ada');
    const [general] = guild.channels;
    await expect(ada.slash(general!, 'quiz')).rejects.toThrow('The menu has no /quiz.');
    local.world.commands.set('global', [
      {
        id: '1',
        name: 'board',
        options: [{ type: 4, name: 'page', description: 'x', min_value: 1, max_value: 9 }],
      } as never,
    ]);
    await expect(ada.slash(general!, 'board', { page: 10 })).rejects.toThrow('whole numbers from 1 to 9');
    await expect(ada.slash(general!, 'board', { pages: 1 })).rejects.toThrow('has no option pages');
    await expect(ada.press(undefined, 'Go')).rejects.toThrow('nothing to press');
  });
});
