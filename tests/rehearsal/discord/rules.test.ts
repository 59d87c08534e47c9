import { describe, expect, it } from 'vitest';
import { houseRules } from '../../../src/rehearsal/discord/rules/judge.ts';

const says = { allowed_mentions: { parse: [] } };
const cards = 1 << 15;
const text = { type: 10, content: 'hello' };
const button = { type: 2, style: 1, label: 'Go', custom_id: 'go' };
const row = (...components: object[]) => ({ type: 1, components });
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

const inChannel = (body: object, files: readonly string[] = []) =>
  houseRules({ method: 'POST', path: '/channels/1/messages', body: { ...says, ...body }, files });
const response = (type: number, data: object) =>
  houseRules({ method: 'POST', path: '/interactions/1/token/callback', body: { type, data }, files: [] });
const commands = (body: object[]) =>
  houseRules({ method: 'PUT', path: '/applications/1/commands', body, files: [] });

/** What Discord refuses and its document does not say; each was on the list of known gaps, or cost someone an evening. */
describe('the rules refuse', () => {
  it.each([
    ['an empty message', {}],
    ['2,001 characters', { content: 'x'.repeat(2001) }],
    ['a message that could call anybody', { content: '@everyone', allowed_mentions: undefined }],
    ['a misspelt key', { contents: 'hello' }],
    ['an ephemeral message in a channel', { content: 'hello', flags: 64 }],
    ['a nonce of 26 characters', { content: 'hello', nonce: 'x'.repeat(26) }],
    ['six rows', { content: 'x', components: many(6, (index) => row({ ...button, custom_id: `${index}` })) }],
    ['two buttons of one id', { content: 'x', components: [row(button, button)] }],
    [
      'a link without an address',
      { content: 'x', components: [row({ type: 2, style: 5, label: 'x', custom_id: 'x' })] },
    ],
    ['a button without words', { content: 'x', components: [row({ ...button, label: '' })] }],
    ['a menu without options', { content: 'x', components: [row({ type: 3, custom_id: 'x', options: [] })] }],
    [
      'a menu beside a button',
      {
        content: 'x',
        components: [row(button, { type: 3, custom_id: 'x', options: [{ label: 'a', value: 'a' }] })],
      },
    ],
    [
      'options of one value',
      {
        content: 'x',
        components: [row({ type: 3, custom_id: 'x', options: many(2, () => ({ label: 'a', value: 'a' })) })],
      },
    ],
    ['embeds of 6,001 characters', { embeds: many(2, () => ({ description: 'x'.repeat(3001) })) }],
    ['text and cards at once', { content: 'x', flags: cards, components: [text] }],
    ['cards without the flag for them', { content: 'x', components: [text] }],
    ['a card with nothing on it', { flags: cards, components: [{ type: 17, components: [] }] }],
    [
      '4,001 characters on cards',
      { flags: cards, components: many(2, () => ({ type: 10, content: 'x'.repeat(2001) })) },
    ],
    ['41 components', { flags: cards, components: many(41, () => text) }],
    [
      'a picture that did not come along',
      {
        flags: cards,
        components: [{ type: 12, items: [{ media: { url: 'attachment://a.png' }, description: 'a' }] }],
      },
    ],
    [
      'a picture without words',
      { flags: cards, components: [{ type: 12, items: [{ media: { url: 'https://x/a.png' } }] }] },
    ],
  ])('%s', (_what, body) => {
    expect(inChannel(body).length).toBeGreaterThan(0);
  });

  it('a file that no card shows, or that nobody described', () => {
    const body = {
      flags: cards,
      components: [text],
      attachments: [{ id: '0', filename: 'a.png', description: 'a' }],
    };
    expect(inChannel(body, ['a.png'])).toEqual(['a.png: a file that no component shows']);
    expect(inChannel({ content: 'x' }, ['b.png'])).toEqual(['b.png: a file without a description']);
  });

  it('anything but "for one person" in a deferred response', () => {
    expect(response(5, { flags: 64 })).toEqual([]);
    expect(response(5, { flags: cards })).toHaveLength(1);
    expect(response(5, { content: 'x' })).toHaveLength(1);
    expect(response(6, { flags: 64 })).toHaveLength(1);
    expect(response(99, {})).toHaveLength(1);
  });

  it.each([
    ['a title of 46 characters', { title: 'x'.repeat(46) }],
    ['a button', { components: [{ type: 1, components: [button] }] }],
    ['six parts', { components: many(6, () => text) }],
    [
      'a value longer than the input',
      {
        components: [
          { type: 18, label: 'x', component: { type: 4, custom_id: 'x', max_length: 2, value: 'xxx' } },
        ],
      },
    ],
    [
      'an input of 4,001 characters',
      { components: [{ type: 18, label: 'x', component: { type: 4, custom_id: 'x', max_length: 4001 } }] },
    ],
  ])('a form with %s', (_what, more) => {
    const form = { custom_id: 'x', title: 'x', components: [text], ...more };
    expect(response(9, form).length).toBeGreaterThan(0);
  });

  it('26 suggestions, or one without words', () => {
    expect(
      response(8, { choices: many(26, (index) => ({ name: `${index}`, value: `${index}` })) }),
    ).toHaveLength(1);
    expect(response(8, { choices: [{ name: '', value: 'x' }] })).toHaveLength(1);
  });

  it.each([
    ['in capitals', { name: 'Quiz', description: 'x' }],
    ['without a description', { name: 'quiz' }],
    [
      'with a needed option after another',
      {
        name: 'quiz',
        description: 'x',
        options: [
          { type: 3, name: 'a', description: 'x' },
          { type: 3, name: 'b', description: 'x', required: true },
        ],
      },
    ],
    [
      'with two options of one Chinese name',
      {
        name: 'quiz',
        description: 'x',
        options: ['a', 'b'].map((name) => ({
          type: 3,
          name,
          description: 'x',
          name_localizations: { 'zh-CN': '同' },
        })),
      },
    ],
    [
      'with both choices and autocomplete',
      {
        name: 'quiz',
        description: 'x',
        options: [
          { type: 3, name: 'a', description: 'x', autocomplete: true, choices: [{ name: 'x', value: 'x' }] },
        ],
      },
    ],
    [
      'of 8,001 characters',
      {
        name: 'quiz',
        description: 'x',
        options: many(25, (index) => ({
          type: 3,
          name: `a${index}`,
          description: 'x'.repeat(100),
          choices: many(25, () => ({ name: 'y'.repeat(10), value: 'z' })),
        })),
      },
    ],
  ])('a command %s', (_what, command) => {
    expect(commands([command]).length).toBeGreaterThan(0);
  });

  it('a thread that sleeps at an odd time, or has no name', () => {
    const thread = (body: object) =>
      houseRules({ method: 'POST', path: '/channels/1/messages/2/threads', body, files: [] });
    expect(thread({ name: 'x', auto_archive_duration: 4320 })).toEqual([]);
    expect(thread({ name: '', auto_archive_duration: 4320 })).toHaveLength(1);
    expect(thread({ name: 'x', auto_archive_duration: 61 })).toHaveLength(1);
  });
});
