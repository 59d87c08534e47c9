import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Daily, Store, StoreTransaction } from '../../src/app/ports/store.ts';
import type { Reply } from '../../src/app/reply.ts';
import type { Grade } from '../../src/core/grading/grade.ts';
import type { Attempt, ScoreEvent } from '../../src/core/quiz/attempt.ts';
import { startQuiz } from '../../src/core/quiz/quiz-session.ts';
import type { Round } from '../../src/core/quiz/round.ts';
import type { Appeal } from '../../src/core/review/appeal.ts';

const grade = (score: number): Grade => ({
  score,
  band: 'partial',
  points: [],
  misconceptions: [],
  flags: [],
});

const reply: Reply = {
  audience: 'conversation',
  language: 'zh',
  blocks: [{ kind: 'text', text: '你好 👋' }],
};

const round = (overrides: Partial<Round> = {}): Round => ({
  id: 'r1',
  groupId: 'web:room',
  conversationId: 'web:room',
  questionId: 'q1',
  origin: { kind: 'quiz' },
  openedMs: 1000,
  ...overrides,
});

const attempt = (overrides: Partial<Attempt> = {}): Attempt => ({
  id: 'a1',
  roundId: 'r1',
  groupId: 'web:room',
  personId: 'web:ada',
  questionId: 'q1',
  ordinal: 1,
  answer: 'the chain rule',
  grade: grade(0.5),
  atMs: 2000,
  ...overrides,
});

const daily = (overrides: Partial<Daily> = {}): Daily => ({
  groupId: 'web:room',
  conversationId: 'web:room',
  manner: { inThread: true, mention: '77' },
  schedule: { time: '09:00', zone: 'Asia/Shanghai', weekdays: [1, 3, 7] },
  state: { kind: 'running' },
  nextDueMs: 5000,
  ...overrides,
});

const scored: Omit<ScoreEvent, 'attemptId' | 'points' | 'score'> = {
  roundId: 'r1',
  groupId: 'web:room',
  personId: 'web:ada',
  questionId: 'q1',
  kind: 'quiz',
  counts: true,
  atMs: 2000,
};

/** What every storage engine promises. `open` gives an empty store. */
export function storeContract(open: () => Promise<Store>): void {
  let store: Store;
  const inStore = <T>(work: (tx: StoreTransaction) => Promise<T>) => store.transaction(work);

  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  describe('a transaction', () => {
    it('keeps nothing of work that throws', async () => {
      const work = inStore(async (tx) => {
        await tx.groups.save({ id: 'g', zone: 'UTC' });
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      expect(await inStore((tx) => tx.groups.find('g'))).toBeUndefined();
    });

    it('runs beside others as if they took turns', async () => {
      const claims = await Promise.all(
        Array.from({ length: 10 }, () => inStore((tx) => tx.deliveries.claim('same', 1))),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
    });
  });

  describe('deliveries', () => {
    it('are claimed once and give their replies back', async () => {
      expect(await inStore((tx) => tx.deliveries.claim('d', 1))).toBe(true);
      expect(await inStore((tx) => tx.deliveries.findReplies('d'))).toBeUndefined();
      await inStore((tx) => tx.deliveries.settle('d', [reply]));
      expect(await inStore((tx) => tx.deliveries.claim('d', 2))).toBe(false);
      expect(await inStore((tx) => tx.deliveries.findReplies('d'))).toEqual([reply]);
    });

    it('are forgotten after a while', async () => {
      await inStore((tx) => tx.deliveries.claim('old', 1));
      await inStore((tx) => tx.deliveries.claim('new', 10));
      await inStore((tx) => tx.deliveries.prune(10));
      expect(await inStore((tx) => tx.deliveries.claim('old', 11))).toBe(true);
      expect(await inStore((tx) => tx.deliveries.claim('new', 11))).toBe(false);
    });
  });

  describe('groups and members', () => {
    it('remember settings', async () => {
      await inStore((tx) => tx.groups.save({ id: 'g', zone: 'UTC' }));
      expect(await inStore((tx) => tx.groups.find('g'))).toEqual({ id: 'g', zone: 'UTC' });
      await inStore((tx) => tx.groups.save({ id: 'g', zone: 'Asia/Tokyo', language: 'zh' }));
      expect(await inStore((tx) => tx.groups.find('g'))).toEqual({
        id: 'g',
        zone: 'Asia/Tokyo',
        language: 'zh',
      });
    });

    it('follow a change of name and keep choices', async () => {
      const ada = { groupId: 'g', personId: 'p', name: 'Ada' };
      expect(await inStore((tx) => tx.members.meet(ada, 1))).toEqual({ ...ada, isHidden: false });
      await inStore((tx) => tx.members.setHidden('g', 'p', true));
      await inStore((tx) => tx.members.setLanguage('p', 'en'));
      const renamed = { ...ada, name: '艾达' };
      expect(await inStore((tx) => tx.members.meet(renamed, 2))).toEqual({
        ...renamed,
        isHidden: true,
        language: 'en',
      });
    });

    it('are left alone once the coach has left, and deleted after a while', async () => {
      await inStore(async (tx) => {
        await tx.groups.save({ id: 'web:room', zone: 'UTC' });
        await tx.members.meet({ groupId: 'web:room', personId: 'web:ada', name: 'Ada' }, 1);
        await tx.dailies.save(daily());
        await tx.rounds.open(round());
        await tx.attempts.append(attempt(), false);
        await tx.explanations.mark('r1', 'web:ada', 1);
        await tx.sessions.save('web:room/1', startQuiz({ count: 1 }, 'q1', 'r1'), 1);
        await tx.groups.markLeft('web:room', 100);
      });
      expect(await inStore((tx) => tx.dailies.due(9999))).toEqual([]);
      expect(await inStore((tx) => tx.groups.purge(100))).toEqual([]);
      expect((await inStore((tx) => tx.groups.find('web:room')))?.leftMs).toBe(100);
      await inStore((tx) => tx.groups.markLeft('web:room', undefined));
      expect(await inStore((tx) => tx.groups.find('web:room'))).toEqual({ id: 'web:room', zone: 'UTC' });
      expect(await inStore((tx) => tx.dailies.due(9999))).toHaveLength(1);
      await inStore((tx) => tx.groups.markLeft('web:room', 100));
      expect(await inStore((tx) => tx.groups.purge(101))).toEqual(['web:room']);
      expect(await inStore((tx) => tx.groups.find('web:room'))).toBeUndefined();
      expect(await inStore((tx) => tx.rounds.find('r1'))).toBeUndefined();
      expect(await inStore((tx) => tx.sessions.find('web:room/1'))).toBeUndefined();
    });

    it('are present on their platform until they are left', async () => {
      await inStore(async ({ groups }) => {
        for (const id of ['discord:2', 'discord:1', 'discord:3', 'telegram:1']) {
          await groups.save({ id, zone: 'UTC' });
        }
        await groups.markLeft('discord:3', 100);
      });
      expect(await inStore((tx) => tx.groups.present('discord'))).toEqual(['discord:1', 'discord:2']);
    });

    it('move to another id with all that is theirs', async () => {
      await inStore(async (tx) => {
        await tx.groups.save({ id: 'web:room', zone: 'Asia/Tokyo' });
        await tx.members.meet({ groupId: 'web:room', personId: 'web:ada', name: 'Ada' }, 1);
        await tx.dailies.save(daily({ conversationId: 'web:room/7' }));
        await tx.rounds.open(round());
        await tx.attempts.append(attempt(), false);
        await tx.sessions.save('web:room/7', startQuiz({ count: 1 }, 'q1', 'r1'), 1);
        // A message to the new id came first.
        await tx.groups.save({ id: 'web:new', zone: 'UTC' });
        await tx.members.meet({ groupId: 'web:new', personId: 'web:ada', name: 'Ada' }, 2);
        await tx.groups.move('web:room', 'web:new');
      });
      expect(await inStore((tx) => tx.groups.find('web:new'))).toEqual({ id: 'web:new', zone: 'Asia/Tokyo' });
      expect((await inStore((tx) => tx.dailies.find('web:new')))?.conversationId).toBe('web:new/7');
      expect(await inStore((tx) => tx.sessions.find('web:new/7'))).toBeDefined();
      expect(await inStore((tx) => tx.rounds.find('r1'))).toMatchObject({
        groupId: 'web:new',
        conversationId: 'web:new',
      });
      expect(await inStore((tx) => tx.attempts.progress('web:new', 'web:ada'))).toHaveLength(1);
      expect(await inStore((tx) => tx.groups.find('web:room'))).toBeUndefined();
    });

    it('move although the platform said so twice, and a message to the new id came between', async () => {
      const ada = { personId: 'web:ada', name: 'Ada' };
      await inStore(async (tx) => {
        await tx.members.meet({ groupId: 'web:room', ...ada }, 1);
        await tx.groups.move('web:room', 'web:new');
        await tx.members.meet({ groupId: 'web:new', ...ada }, 2);
        await tx.members.meet({ groupId: 'web:room', ...ada }, 3);
        await tx.groups.move('web:room', 'web:new');
      });
      const met = await inStore((tx) => tx.members.meet({ groupId: 'web:new', ...ada }, 4));
      expect(met).toEqual({ groupId: 'web:new', ...ada, isHidden: false });
    });

    it('forget a language on request', async () => {
      await inStore((tx) => tx.members.setLanguage('p', 'en'));
      await inStore((tx) => tx.members.setLanguage('p', undefined));
      const met = await inStore((tx) => tx.members.meet({ groupId: 'g', personId: 'p', name: 'Ada' }, 1));
      expect(met.language).toBeUndefined();
    });
  });

  it('gives a session back as it was saved', async () => {
    const session = startQuiz({ count: 3, topic: 'activations' }, 'q1', 'r1');
    await inStore((tx) => tx.sessions.save('c', session, 1));
    expect(await inStore((tx) => tx.sessions.find('c'))).toEqual(session);
    expect(await inStore((tx) => tx.sessions.find('elsewhere'))).toBeUndefined();
  });

  describe('rounds', () => {
    it('come back with their origin', async () => {
      const followUp = round({
        id: 'r2',
        origin: { kind: 'follow-up', personId: 'p', followUpId: 'f', parentRoundId: 'r1' },
      });
      const ofDay = round({ id: 'r3', origin: { kind: 'daily', date: '2026-01-02' } });
      for (const each of [round(), followUp, ofDay]) {
        await inStore((tx) => tx.rounds.open(each));
        expect(await inStore((tx) => tx.rounds.find(each.id))).toEqual(each);
      }
    });

    it('are open until closed, and closed once', async () => {
      await inStore((tx) => tx.rounds.open(round({ origin: { kind: 'daily', date: '2026-01-02' } })));
      expect((await inStore((tx) => tx.rounds.findOpenDaily('web:room')))?.id).toBe('r1');
      await inStore((tx) => tx.rounds.close('r1', 50));
      await inStore((tx) => tx.rounds.close('r1', 60));
      expect(await inStore((tx) => tx.rounds.findOpenDaily('web:room'))).toBeUndefined();
      expect((await inStore((tx) => tx.rounds.find('r1')))?.closedMs).toBe(50);
    });

    it('of the day before are found across weekends', async () => {
      await inStore((tx) => tx.rounds.open(round({ origin: { kind: 'daily', date: '2026-01-02' } })));
      const before = await inStore((tx) => tx.rounds.findDailyBefore('web:room', '2026-01-05'));
      expect(before?.id).toBe('r1');
      expect((await inStore((tx) => tx.rounds.findDaily('web:room', '2026-01-02')))?.id).toBe('r1');
      expect(await inStore((tx) => tx.rounds.findDaily('web:room', '2026-01-05'))).toBeUndefined();
      expect(await inStore((tx) => tx.rounds.findDailyBefore('web:room', '2026-01-02'))).toBeUndefined();
    });

    it('count how often a question came up', async () => {
      await inStore(async (tx) => {
        await tx.rounds.open(round());
        await tx.rounds.open(round({ id: 'r2' }));
        await tx.rounds.open(
          round({ id: 'r3', questionId: 'q2', origin: { kind: 'daily', date: '2026-01-02' } }),
        );
      });
      const quizzed = await inStore((tx) => tx.rounds.timesAsked({ conversationId: 'web:room' }));
      expect(quizzed).toEqual(new Map([['q1', 2]]));
      const posted = await inStore((tx) => tx.rounds.timesAsked({ groupId: 'web:room', kind: 'daily' }));
      expect(posted).toEqual(new Map([['q2', 1]]));
    });

    it('offer a person their own open follow-up only', async () => {
      const origin = { kind: 'follow-up', personId: 'p', followUpId: 'f', parentRoundId: 'r1' } as const;
      await inStore((tx) => tx.rounds.open(round({ origin })));
      expect((await inStore((tx) => tx.rounds.findOpenFollowUp('web:room', 'p')))?.id).toBe('r1');
      expect(await inStore((tx) => tx.rounds.findOpenFollowUp('web:room', 'someone'))).toBeUndefined();
    });
  });

  describe('attempts', () => {
    beforeEach(() => inStore((tx) => tx.rounds.open(round())));

    it('are numbered, and the latest is found', async () => {
      await inStore((tx) => tx.attempts.append(attempt(), false));
      await inStore((tx) => tx.attempts.append(attempt({ id: 'a2', ordinal: 2, atMs: 3000 }), false));
      const latest = await inStore((tx) => tx.attempts.findLatestScore('r1', 'web:ada'));
      expect(latest).toEqual({ ordinal: 2, score: attempt().grade.score });
      expect(await inStore((tx) => tx.attempts.findLatestScore('r1', 'web:bo'))).toBeUndefined();
      expect(await inStore((tx) => tx.attempts.findLatest({ roundId: 'r1' }, 'web:ada'))).toEqual(
        attempt({ id: 'a2', ordinal: 2, atMs: 3000 }),
      );
      const firsts = await inStore((tx) => tx.attempts.firstOfRound('r1'));
      expect(firsts).toEqual([attempt()]);
    });

    it('cannot be numbered twice', async () => {
      await inStore((tx) => tx.attempts.append(attempt(), false));
      await expect(inStore((tx) => tx.attempts.append(attempt({ id: 'a2' }), false))).rejects.toThrow();
    });

    it('add up to progress, follow-ups aside', async () => {
      await inStore(async (tx) => {
        await tx.attempts.append(attempt(), false);
        await tx.attempts.append(attempt({ id: 'a2', ordinal: 2, grade: grade(0.9) }), false);
        await tx.attempts.append(attempt({ id: 'a3', ordinal: 3, questionId: 'q2' }), true);
      });
      expect(await inStore((tx) => tx.attempts.progress('web:room', 'web:ada'))).toEqual([
        { questionId: 'q1', attempts: 2, best: 0.9 },
      ]);
    });

    it('sum up what everyone achieved over some rounds', async () => {
      await inStore(async (tx) => {
        await tx.rounds.open(round({ id: 'r2' }));
        await tx.members.meet({ groupId: 'web:room', personId: 'web:ada', name: 'Ada' }, 1);
        await tx.members.meet({ groupId: 'web:room', personId: 'web:bo', name: 'Bo' }, 1);
        await tx.attempts.append(attempt(), false);
        await tx.attempts.append(attempt({ id: 'a2', ordinal: 2, grade: grade(1) }), false);
        await tx.attempts.append(attempt({ id: 'a3', roundId: 'r2', grade: grade(0.5) }), false);
        await tx.attempts.append(
          attempt({ id: 'a4', roundId: 'r2', personId: 'web:bo', grade: grade(0.9) }),
          false,
        );
      });
      expect(await inStore((tx) => tx.attempts.results(['r1', 'r2']))).toEqual([
        { personId: 'web:bo', name: 'Bo', isHidden: false, answered: 1, average: 0.9 },
        { personId: 'web:ada', name: 'Ada', isHidden: false, answered: 2, average: 0.75 },
      ]);
      expect(await inStore((tx) => tx.attempts.results([]))).toEqual([]);
    });

    it('remember who has read the model answer', async () => {
      expect(await inStore((tx) => tx.explanations.has('r1', 'web:ada'))).toBe(false);
      await inStore((tx) => tx.explanations.mark('r1', 'web:ada', 1));
      await inStore((tx) => tx.explanations.mark('r1', 'web:ada', 2));
      expect(await inStore((tx) => tx.explanations.has('r1', 'web:ada'))).toBe(true);
      expect(await inStore((tx) => tx.explanations.has('r1', 'web:bo'))).toBe(false);
    });

    it('tell in which quarter hours someone was active', async () => {
      await inStore((tx) => tx.attempts.append(attempt({ atMs: 900_001 }), false));
      await inStore((tx) => tx.attempts.append(attempt({ id: 'a2', ordinal: 2, atMs: 1_799_999 }), false));
      expect(await inStore((tx) => tx.attempts.activeQuarterHours('web:room', 'web:ada', 0))).toEqual([
        900_000,
      ]);
    });
  });

  describe('scores', () => {
    it('count the best quiz attempt per question and every daily round', async () => {
      const event = {
        roundId: 'r1',
        groupId: 'g',
        personId: 'p',
        questionId: 'q1',
        kind: 'quiz' as const,
        counts: true,
        atMs: 10,
      };
      await inStore(async (tx) => {
        await tx.members.meet({ groupId: 'g', personId: 'p', name: 'Ada' }, 1);
        await tx.rounds.open(round());
        const events = [
          { ...event, points: 4, score: 0.4 },
          { ...event, points: 9, score: 0.9 },
          { ...event, kind: 'daily' as const, points: 5, score: 0.5 },
          { ...event, kind: 'daily' as const, roundId: 'r2', points: 6, score: 0.6 },
          { ...event, atMs: 99, points: 10, score: 1 },
        ];
        for (const [index, each] of events.entries()) {
          await tx.attempts.append(attempt({ id: `a${index}`, ordinal: index + 1 }), false);
          await tx.scores.add({ ...each, attemptId: `a${index}` });
        }
      });
      expect(await inStore((tx) => tx.scores.tallies('g', { fromMs: 10, untilMs: 99 }))).toEqual([
        { personId: 'p', name: 'Ada', points: 20, attempts: 4, best: 0.9, isHidden: false },
      ]);
    });
  });

  describe('dailies', () => {
    it('are due once their instant has passed and they are not paused', async () => {
      await inStore((tx) => tx.dailies.save(daily()));
      await inStore((tx) =>
        tx.dailies.save(daily({ groupId: 'g2', state: { kind: 'paused', reason: 'asked to' } })),
      );
      expect(await inStore((tx) => tx.dailies.due(4999))).toEqual([]);
      expect(await inStore((tx) => tx.dailies.due(5000))).toEqual([daily()]);
      expect((await inStore((tx) => tx.dailies.find('g2')))?.state).toEqual({
        kind: 'paused',
        reason: 'asked to',
      });
    });

    it('have each slot claimed once', async () => {
      expect(await inStore((tx) => tx.dailies.claimSlot('g', '2026-01-02', 1))).toBe(true);
      expect(await inStore((tx) => tx.dailies.claimSlot('g', '2026-01-02', 2))).toBe(false);
      expect(await inStore((tx) => tx.dailies.claimSlot('g', '2026-01-03', 2))).toBe(true);
    });
  });

  describe('appeals', () => {
    const appeal: Appeal = {
      id: 'p1',
      groupId: 'web:room',
      conversationId: 'web:room',
      personId: 'web:ada',
      personName: 'Ada',
      attemptId: 'a1',
      questionId: 'q1',
      pointId: 'point',
      slots: [0, 2],
      words: 'chain rule',
      filedMs: 5,
      state: { kind: 'waiting' },
    };
    beforeEach(() =>
      inStore(async (tx) => {
        await tx.rounds.open(round());
        await tx.attempts.append(attempt(), false);
        await tx.appeals.file(appeal);
      }),
    );

    it('wait until decided, and keep how they were decided', async () => {
      expect(await inStore((tx) => tx.appeals.waiting('web:room'))).toEqual([appeal]);
      const states = [
        { kind: 'accepted', by: 'Mod', atMs: 7 },
        { kind: 'rejected', by: 'Mod', atMs: 8, reason: 'no' },
        { kind: 'undone', by: 'Mod', atMs: 9 },
      ] as const;
      for (const state of states) {
        await inStore((tx) => tx.appeals.setState('p1', state));
        expect((await inStore((tx) => tx.appeals.find('p1')))?.state).toEqual(state);
      }
      expect(await inStore((tx) => tx.appeals.waiting('web:room'))).toEqual([]);
    });

    it('have an effect when accepted, at their question', async () => {
      await inStore((tx) => tx.appeals.setState('p1', { kind: 'accepted', by: 'Mod', atMs: 7 }));
      expect(await inStore((tx) => tx.appeals.accepted('web:room', 'q1'))).toHaveLength(1);
      expect(await inStore((tx) => tx.appeals.accepted('web:room'))).toHaveLength(1);
      expect(await inStore((tx) => tx.appeals.accepted('web:room', 'q2'))).toEqual([]);
      expect(await inStore((tx) => tx.appeals.accepted('elsewhere', 'q1'))).toEqual([]);
      expect(await inStore((tx) => tx.appeals.has('a1', 'point'))).toBe(true);
      expect(await inStore((tx) => tx.appeals.has('a1', 'other'))).toBe(false);
    });

    it('let grades and points be put right', async () => {
      await inStore(async (tx) => {
        await tx.scores.add({ ...scored, attemptId: 'a1', points: 4, score: 0.5 });
        await tx.attempts.regrade('a1', grade(1));
        await tx.scores.correct('a1', 10, 1);
      });
      expect((await inStore((tx) => tx.attempts.find('a1')))?.grade).toEqual(grade(1));
      expect(await inStore((tx) => tx.attempts.ofQuestion('web:room', 'q1'))).toHaveLength(1);
      expect(await inStore((tx) => tx.scores.findByAttempt('a1'))).toEqual({
        ...scored,
        attemptId: 'a1',
        points: 10,
        score: 1,
      });
      expect(await inStore((tx) => tx.scores.findByAttempt('a9'))).toBeUndefined();
    });

    it('leave lines that are read newest first', async () => {
      const line = {
        id: 'l1',
        groupId: 'web:room',
        actorName: 'Mod',
        what: 'accepted',
        appealId: 'p1',
        regraded: 2,
        atMs: 7,
      } as const;
      await inStore((tx) => tx.audit.append(line));
      await inStore((tx) => tx.audit.append({ ...line, id: 'l2', what: 'undone', atMs: 8 }));
      expect((await inStore((tx) => tx.audit.list('web:room', 9))).map(({ id }) => id)).toEqual(['l2', 'l1']);
      expect(await inStore((tx) => tx.audit.list('web:room', 1))).toHaveLength(1);
    });
  });

  it('keeps posts until they are sent', async () => {
    const post = {
      key: 'k',
      groupId: 'g',
      conversationId: 'web:room',
      replies: [reply],
      manner: { inThread: false },
      dueMs: 10,
    };
    await inStore((tx) => tx.outbox.enqueue(post));
    await inStore((tx) => tx.outbox.enqueue({ ...post, dueMs: 99 }));
    expect(await inStore((tx) => tx.outbox.due('web', 9))).toEqual([]);
    expect(await inStore((tx) => tx.outbox.due('discord', 10))).toEqual([]);
    expect(await inStore((tx) => tx.outbox.due('web', 10))).toEqual([{ ...post, state: 'waiting' }]);
    await inStore((tx) => tx.outbox.mark('k', 'sending'));
    expect(await inStore((tx) => tx.outbox.interrupted('web'))).toEqual([{ ...post, state: 'sending' }]);
    await inStore((tx) => tx.outbox.mark('k', 'waiting', 20));
    expect(await inStore((tx) => tx.outbox.due('web', 20))).toHaveLength(1);
    await inStore((tx) => tx.outbox.mark('k', 'sent'));
    await inStore((tx) => tx.outbox.enqueue({ ...post, key: 'taken back' }));
    await inStore((tx) => tx.outbox.cancel('taken back'));
    await inStore((tx) => tx.outbox.cancel('k'));
    await inStore((tx) => tx.outbox.enqueue(post));
    expect(await inStore((tx) => tx.outbox.due('web', 1000))).toEqual([]);
  });

  it('keeps the newest charts', async () => {
    const run = {
      key: 'k',
      experiment: 'depth-flow',
      parameters: { depth: 20 },
      seed: 1,
      backend: 'wasm',
      measures: { ratio: 1e-12 },
      expected: [],
      tookMs: 12,
      isCached: false,
      rightOption: 'vanishes',
      notice: [],
      tryNext: [],
      chart: { title: 't', png: new Uint8Array([1, 2, 255]), alt: 'a', widthPx: 1, heightPx: 1 },
    };
    await inStore((tx) => tx.charts.save('old', run, 1));
    await inStore((tx) => tx.charts.save('new', run, 2));
    expect(await inStore((tx) => tx.charts.find('old'))).toEqual(run);
    expect(await inStore((tx) => tx.charts.findChart('new'))).toEqual(run.chart);
    await inStore((tx) => tx.charts.prune(1));
    expect(await inStore((tx) => tx.charts.find('old'))).toBeUndefined();
    expect(await inStore((tx) => tx.charts.find('new'))).toEqual(run);
  });

  describe('history', () => {
    const said = (text: string) => ({ kind: 'person' as const, personId: 'p', name: 'Ada', text });
    const entry = { conversationId: 'c', deliveryId: 'd1', atMs: 1 };

    it('shows people what is theirs to see, oldest first', async () => {
      await inStore((tx) =>
        tx.history.append([
          { ...entry, said: said('hello') },
          { ...entry, said: { kind: 'coach', reply }, audienceId: 'p' },
        ]),
      );
      const forAda = await inStore((tx) => tx.history.list('c', 'p', 10));
      expect(forAda.map((each) => each.said)).toEqual([said('hello'), { kind: 'coach', reply }]);
      expect(await inStore((tx) => tx.history.list('c', 'someone', 10))).toHaveLength(1);
      expect(await inStore((tx) => tx.history.list('c', 'p', 1))).toEqual(forAda.slice(1));
      expect(await inStore((tx) => tx.history.list('c', 'p', 10, forAda[1]?.sequence))).toEqual(
        forAda.slice(0, 1),
      );
    });

    it('takes the entries of a delivery once', async () => {
      const first = await inStore((tx) => tx.history.append([{ ...entry, said: said('hello') }]));
      expect(first).toHaveLength(1);
      expect(await inStore((tx) => tx.history.append([{ ...entry, said: said('hello') }]))).toEqual([]);
    });

    it('lets a round be shown anew', async () => {
      const asked: Reply = { ...reply, roundId: 'r1' };
      await inStore((tx) => tx.history.append([{ ...entry, said: { kind: 'coach', reply: asked } }]));
      const anew: Reply = { ...asked, blocks: [{ kind: 'text', text: 'answered by two' }] };
      const replaced = await inStore((tx) => tx.history.replaceRound('c', 'r1', anew));
      expect(replaced?.said).toEqual({ kind: 'coach', reply: anew });
      expect(await inStore((tx) => tx.history.replaceRound('c', 'r9', anew))).toBeUndefined();
    });
  });

  it('follows links', async () => {
    await inStore((tx) => tx.links.save({ kind: 'message', key: 'telegram:1:2', value: 'r1' }, 1));
    expect(await inStore((tx) => tx.links.find('message', 'telegram:1:2'))).toBe('r1');
    expect(await inStore((tx) => tx.links.find('token', 'telegram:1:2'))).toBeUndefined();
  });

  it('forgets old links of a kind, and keeps one that was saved anew', async () => {
    await inStore(async ({ links }) => {
      await links.save({ kind: 'draft', key: 'old', value: 'words' }, 1);
      await links.save({ kind: 'draft', key: 'renewed', value: 'words' }, 1);
      await links.save({ kind: 'draft', key: 'renewed', value: 'more words' }, 20);
      await links.save({ kind: 'token', key: 'old', value: '/quiz' }, 1);
      await links.prune('draft', 10);
    });
    expect(await inStore((tx) => tx.links.find('draft', 'old'))).toBeUndefined();
    expect(await inStore((tx) => tx.links.find('draft', 'renewed'))).toBe('more words');
    expect(await inStore((tx) => tx.links.find('token', 'old'))).toBe('/quiz');
  });
}
