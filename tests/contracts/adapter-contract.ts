import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Handle, PlatformAdapter, Post } from '../../src/app/ports/platform-adapter.ts';
import type { Block, Reply } from '../../src/app/reply.ts';
import { everyBlock, later, reply, scriptedCoach, wordsOf } from '../adapters/scripted-coach.ts';

/** An adapter with its platform, real or played, as a test drives it. */
export interface AdapterHarness {
  readonly adapter: PlatformAdapter;
  /** The conversation that everyone sees, and its group. */
  readonly everyone: { readonly conversationId: string; readonly groupId: string };
  /**
   * A person says something to everyone; resolves when the coach's reply and its later states have arrived.
   * The platform delivers it under `delivery`, if given, and repeats it when that was given before.
   */
  say(person: 'Ada' | 'Lin', text: string, delivery?: string): Promise<void>;
  /** Everything a person sees at present, as the text they read (labels of buttons too), one per message, oldest first. */
  seenBy(person: 'Ada' | 'Lin'): Promise<readonly string[]>;
  /** Whether nothing of the adapter runs any more. */
  hasLetGo(): Promise<boolean>;
}

/** A platform under the contract. */
export interface PlatformUnderTest {
  /** Opens an adapter, started with a coach. */
  readonly open: (handle: Handle) => Promise<AdapterHarness>;
  /** One conversation may have several people, so some of what is said may be private. */
  readonly hasOthers: boolean;
  /** What a person did may reach the adapter twice. */
  readonly redelivers: boolean;
}

const coach = () =>
  scriptedCoach((incoming) => {
    const words = wordsOf(incoming);
    switch (words) {
      case '/everything':
        return { replies: [reply(everyBlock('zh'))] };
      case '/secret':
        return { replies: [reply('between us', { audience: 'person' })] };
      case '/slow':
        return { replies: [reply('started')], updates: later(reply('half way'), reply('finished')) };
      case '/ask':
        return { replies: [reply('the question', { roundId: 'r1' })] };
      case '/again':
        return { replies: [reply('the question, answered', { roundId: 'r1', replacesRound: true })] };
      case '/markup':
        return { replies: [reply('<b>*bold*</b> & [link](x)')] };
      default:
        return { replies: [reply(`heard ${words}`)] };
    }
  });

/** What every adapter promises. */
export function adapterContract({ open, hasOthers, redelivers }: PlatformUnderTest): void {
  let harness: AdapterHarness;
  let heard: ReturnType<typeof coach>['heard'];

  beforeEach(async () => {
    const scripted = coach();
    heard = scripted.heard;
    harness = await open(scripted.handle);
  });
  afterEach(() => harness.adapter.stop());

  const post = (key: string, ...replies: readonly Reply[]): Post => ({
    ...harness.everyone,
    manner: { inThread: false },
    key,
    replies,
  });
  const times = (texts: readonly string[], words: string) => texts.join('\n').split(words).length - 1;

  it('brings what a person says to the coach, and the reply back', async () => {
    await harness.say('Ada', 'the chain rule');
    const [incoming] = heard;
    expect(incoming?.action).toMatchObject({ kind: 'text', text: 'the chain rule' });
    expect(incoming?.person.name).toBe('Ada');
    expect(incoming?.conversation).toMatchObject({ id: harness.everyone.conversationId });
    expect((await harness.seenBy('Ada')).at(-1)).toContain('heard the chain rule');
  });

  it('names everything with its own prefix', async () => {
    await harness.say('Ada', 'hello');
    const { id, person, conversation } = heard[0]!;
    for (const name of [id, person.id, conversation.id, conversation.groupId]) {
      expect(name.startsWith(`${harness.adapter.name}:`)).toBe(true);
    }
  });

  it('knows a person again, and two messages apart', async () => {
    await harness.say('Ada', 'one');
    await harness.say('Ada', 'two');
    expect(heard[1]?.person.id).toBe(heard[0]?.person.id);
    expect(heard[1]?.id).not.toBe(heard[0]?.id);
  });

  it.runIf(redelivers)('shows a repeated delivery once', async () => {
    await harness.say('Ada', 'only once', 'delivery-1');
    await harness.say('Ada', 'only once', 'delivery-1');
    expect(heard).toHaveLength(1);
    expect(times(await harness.seenBy('Ada'), 'heard only once')).toBe(1);
  });

  it('shows a post under one key once', async () => {
    expect(await harness.adapter.post(post('daily/1', reply('good morning')))).toEqual({ kind: 'posted' });
    expect(await harness.adapter.post(post('daily/1', reply('good morning')))).toEqual({ kind: 'posted' });
    expect(times(await harness.seenBy('Ada'), 'good morning')).toBe(1);
  });

  it('refuses a post to a place that is not there', async () => {
    const lost = { ...post('daily/2', reply('hello?')), conversationId: `${harness.adapter.name}:nowhere` };
    expect((await harness.adapter.post(lost)).kind).toBe('refused');
  });

  it('ends with the last of the later states', async () => {
    await harness.say('Ada', '/slow');
    const seen = (await harness.seenBy('Ada')).join('\n');
    expect(seen).toContain('finished');
    expect(seen).not.toContain('half way');
  });

  it('does not take what people or the coach say for markup', async () => {
    await harness.say('Ada', '/markup');
    expect((await harness.seenBy('Ada')).join('\n')).toContain('<b>*bold*</b> & [link](x)');
  });

  it('shows every kind of block', async () => {
    await harness.say('Ada', '/everything');
    const seen = (await harness.seenBy('Ada')).join('\n');
    for (const block of everyBlock('zh')) for (const words of wordsIn(block)) expect(seen).toContain(words);
  });

  it.runIf(hasOthers)('keeps a reply for one person from the others', async () => {
    await harness.say('Ada', '/secret');
    expect((await harness.seenBy('Ada')).join('\n')).toContain('between us');
    expect((await harness.seenBy('Lin')).join('\n')).not.toContain('between us');
  });

  it.runIf(hasOthers)('shows the others what everyone may see', async () => {
    await harness.say('Ada', 'hello');
    expect((await harness.seenBy('Lin')).join('\n')).toContain('heard hello');
  });

  it('never shows a round twice when it is shown anew', async () => {
    await harness.say('Ada', '/ask');
    await harness.say('Ada', '/again');
    const seen = await harness.seenBy('Ada');
    expect(times(seen, 'the question')).toBe(1);
  });

  it('lets go of everything when stopped', async () => {
    await harness.adapter.stop();
    expect(await harness.hasLetGo()).toBe(true);
  });
}

/** Words a reader must find, whatever the platform makes of a block. */
function wordsIn(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'note':
    case 'code':
      return block.text.split('\n');
    case 'verdict':
    case 'quote':
      return [block.text];
    case 'source':
      return [block.text.slice(0, 20)];
    case 'list':
      return block.items;
    case 'question':
      return [block.title];
    case 'answer':
      return block.marks.map(({ label }) => label);
    case 'points':
      return block.points.map(({ text }) => text);
    case 'spoiler':
      return [block.label];
    case 'facts':
      return block.facts.map(({ value }) => value);
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.slice(1));
    case 'times':
      return [];
    case 'image':
      return [block.image.alt];
    case 'choices':
      return block.choices.map(({ label }) => label);
    case 'form':
      return [block.form.label];
  }
}
