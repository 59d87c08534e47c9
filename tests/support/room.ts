import { createCoach } from '../../src/app/coach.ts';
import type { Services } from '../../src/app/commands/command.ts';
import { commands } from '../../src/app/commands/index.ts';
import { createGradingDesk } from '../../src/app/grading-desk.ts';
import type { Action, Conversation, Incoming, Person } from '../../src/app/incoming.ts';
import type { Log } from '../../src/app/ports/log.ts';
import type { Store } from '../../src/app/ports/store.ts';
import type { Block, Choice, Reply } from '../../src/app/reply.ts';
import { loadBank } from '../../src/content/load-bank.ts';
import type { QuestionBank } from '../../src/core/question/bank.ts';
import { openStore } from '../../src/storage/index.ts';
import { stillLaboratory } from './laboratory.ts';

/** The bank of this repository, read once per test file. */
export async function realBank(): Promise<QuestionBank> {
  const outcome = await loadBank('content');
  if (outcome.kind !== 'bank') throw new Error('the bank has problems; see tests/content');
  return outcome.bank;
}

/** What a test may set; everything else is the real thing. */
export interface RoomOptions {
  readonly bank: QuestionBank;
  readonly store?: Store;
  readonly laboratory?: Services['laboratory'];
  readonly grade?: Services['grade'];
  readonly kind?: Conversation['kind'];
  /** What ids begin with, where two rooms in turn use one store. */
  readonly prefix?: string;
}

/** A log that remembers, so a test can read what the operator would. */
function rememberingLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const note = (code: string) => lines.push(code);
  return { lines, info: note, warn: note, error: note };
}

/** A conversation with the real coach on a real store, with its own clock, ids and chance. */
export async function openRoom({
  bank,
  store: given,
  laboratory,
  grade,
  kind = 'group',
  prefix = '',
}: RoomOptions) {
  const store = given ?? (await openStore(':memory:'));
  const log = rememberingLog();
  let nowMs = Date.parse('2026-03-02T08:00Z');
  let ids = 0;
  let deliveries = 0;
  const services: Services = {
    bank,
    laboratory: laboratory ?? stillLaboratory(),
    commands,
    grade: grade ?? createGradingDesk(bank),
    cancelPost: (key) => store.transaction((tx) => tx.outbox.cancel(key)),
    chance: () => 0,
    createId: () => `${prefix}id${++ids}`,
    version: '0.0.0',
  };
  const coach = createCoach(services, store, log, 'Asia/Shanghai');
  const conversation: Conversation = { id: 'test:room', groupId: 'test:room', kind };

  const deliver = (
    person: Partial<Person> & { name: string },
    action: Action,
    overrides: Partial<Incoming> = {},
  ) => {
    deliveries += 1;
    nowMs += 1000;
    const { name } = person;
    const who: Person = { id: `test:${name}`, isModerator: name === 'Mod', ...person };
    return coach.handle({
      id: `${prefix}d${deliveries}`,
      conversation,
      person: who,
      action,
      atMs: nowMs,
      ...overrides,
    });
  };
  return {
    store,
    services,
    log,
    coach,
    deliver,
    /** A typed line. */
    async say(name: string, text: string, person: Partial<Person> = {}): Promise<readonly Reply[]> {
      return (await deliver({ name, ...person }, { kind: 'text', text })).replies;
    },
    /** A pressed button. */
    async press(name: string, choice: Choice | undefined): Promise<readonly Reply[]> {
      if (choice === undefined) throw new Error('there is no such button');
      return (await deliver({ name }, { kind: 'invocation', invocation: choice.invocation })).replies;
    },
    now: () => nowMs,
    wait(ms: number) {
      nowMs += ms;
    },
    waitUntil(iso: string) {
      nowMs = Date.parse(iso);
    },
  };
}

/** Every sentence of some replies, in order, one a line. */
export function words(replies: readonly Reply[]): string {
  return replies.flatMap(({ blocks }) => blocks.flatMap(blockWords)).join('\n');
}

/** The button of some replies whose label holds a text. */
export function button(replies: readonly Reply[], label: string): Choice | undefined {
  const all = replies
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'choices' ? block.choices : []));
  return all.find((choice) => choice.label.includes(label));
}

/** The first block of a kind. */
export function block<K extends Block['kind']>(
  replies: readonly Reply[],
  kind: K,
): Extract<Block, { kind: K }> {
  const found = replies.flatMap(({ blocks }) => blocks).find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`no ${kind} in: ${words(replies)}`);
  // `find` checked the kind.
  return found as Extract<Block, { kind: K }>;
}

function blockWords(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'note':
    case 'source':
    case 'quote':
    case 'code':
    case 'verdict':
    case 'answer':
      return [block.text];
    case 'question':
      return [block.title, block.text, block.about];
    case 'list':
      return block.items;
    case 'points':
      return block.points.map(({ state, text, evidence }) => [state, text, ...evidence].join(' | '));
    case 'spoiler':
      return [block.label, block.text];
    case 'facts':
      return block.facts.map(({ name, value }) => `${name}: ${value}`);
    case 'table':
      return [
        block.columns.map(({ text }) => text).join(' | '),
        ...block.rows.map(({ cells }) => cells.join(' | ')),
      ];
    case 'times':
      return block.times.map(({ text }) => text);
    case 'image':
      return [block.image.alt];
    case 'choices':
      return block.choices.map(({ label }) => `[${label}]`);
    case 'form':
      return [`(${block.form.label})`];
  }
}
