import { afterEach, describe, expect, it } from 'vitest';
import type { Laboratory } from '../../../src/app/ports/laboratory.ts';
import { mapCache, openTroubled, patient, request } from './test-laboratory.ts';

const opened: Laboratory[] = [];
function open(options: Parameters<typeof openTroubled>[0] = {}) {
  const troubled = openTroubled(options);
  opened.push(troubled.lab);
  return troubled;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((lab) => lab.close()));
});

/** Starts a run, stops it after a moment, and says how it ended and how long that took. */
async function stopped(lab: Laboratory, behaviour: string, change = {}) {
  const stop = new AbortController();
  const { outcome } = lab.run(request(behaviour, change), stop.signal);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const stoppedAtMs = performance.now();
  stop.abort();
  const ended = await outcome;
  return { ended, tookMs: performance.now() - stoppedAtMs };
}

describe('a laboratory', () => {
  it('reports a run with its expectations, its right answer and what to try next', async () => {
    const { lab } = open();
    const outcome = await lab.run(request('answer'), patient()).outcome;
    expect(outcome).toMatchObject({
      kind: 'done',
      run: {
        experiment: 'trouble',
        backend: 'plain',
        measures: { answer: 42 },
        expected: [{ measure: 'answer', holds: true, source: 'Adams 1979' }],
        rightOption: 'forty-two',
        notice: ['look'],
        tryNext: [{ label: 'again', parameters: { behaviour: 'answer', variant: 1 } }],
        chart: { title: 'finding', alt: 'words' },
        isCached: false,
      },
    });
  });

  it('answers the same request from the cache, and another language, theme or seed anew', async () => {
    const cache = mapCache();
    const { lab } = open({ cache });
    const asked = request('answer');
    const runsOf = async (change: object) => {
      const outcome = await lab.run({ ...asked, ...change }, patient()).outcome;
      return outcome.kind === 'done' ? [outcome.run.measures.runs, outcome.run.isCached] : outcome;
    };
    expect(await runsOf({})).toEqual([1, false]);
    expect(await runsOf({ personId: 'somebody else' })).toEqual([1, true]);
    expect(await runsOf({ language: 'zh' })).toEqual([2, false]);
    expect(await runsOf({ theme: 'dark' })).toEqual([3, false]);
    expect(await runsOf({ seed: 2 })).toEqual([4, false]);
    expect(cache.kept.size).toBe(4);
  });

  it('goes on without a cache that throws, and says so in the log', async () => {
    const broken = {
      find: () => Promise.reject(new Error('find')),
      save: () => Promise.reject(new Error('save')),
    };
    const { lab, faults } = open({ cache: broken });
    expect((await lab.run(request('answer'), patient()).outcome).kind).toBe('done');
    expect(faults.map(String)).toEqual(['Error: find', 'Error: save']);
  });

  it('computes once what several people ask for at the same time', async () => {
    const { lab } = open();
    const asked = request('answer');
    const [a, b] = await Promise.all([
      lab.run(asked, patient()).outcome,
      lab.run({ ...asked, personId: 'other' }, patient()).outcome,
    ]);
    expect(a).toEqual(b);
    expect(a).toMatchObject({ run: { measures: { runs: 1 } } });
  });

  it('goes on with a shared run when one of two people leaves, and stops when both do', async () => {
    const { lab } = open();
    const asked = request('listen');
    const [first, second] = [new AbortController(), new AbortController()];
    const one = lab.run(asked, first.signal);
    const two = lab.run({ ...asked, personId: 'other' }, second.signal);
    first.abort();
    expect(await one.outcome).toEqual({ kind: 'stopped' });
    const pending = Symbol('pending');
    const soon = new Promise((resolve) => setTimeout(() => resolve(pending), 50));
    expect(await Promise.race([two.outcome, soon])).toBe(pending);
    second.abort();
    expect(await two.outcome).toEqual({ kind: 'stopped' });
  });

  it('says how many runs are ahead, refuses when the line is full, and serves in order', async () => {
    const { lab } = open({ maxWaiting: 2, perPerson: 9, perGroup: 9 });
    const stop = new AbortController();
    const running = lab.run(request('listen'), stop.signal);
    const waiting = [lab.run(request('answer'), patient()), lab.run(request('answer'), patient())];
    const refused = lab.run(request('answer'), patient());
    expect([running.ahead, ...waiting.map(({ ahead }) => ahead)]).toEqual([0, 1, 2]);
    expect(await refused.outcome).toEqual({ kind: 'refused', reason: 'queue-full' });
    stop.abort();
    const ends = await Promise.all(waiting.map(({ outcome }) => outcome));
    const [first = Number.NaN, second = Number.NaN] = ends.map((end) =>
      end.kind === 'done' ? end.run.measures.runs : undefined,
    );
    // A thread that could not even start in time is replaced, so only the distance is certain.
    expect(second - first).toBe(1);
  });

  it('tells whoever waits of every place gained, down to the start', async () => {
    const { lab } = open({ maxWaiting: 3, perPerson: 9, perGroup: 9 });
    const stops = Array.from({ length: 3 }, () => new AbortController());
    const runs = stops.map(({ signal }) => lab.run(request('listen'), signal));
    const last = lab.run(request('answer'), patient());
    const places: number[] = [];
    stops[0]?.abort();
    for await (const ahead of last.progress) {
      places.push(ahead);
      stops[3 - ahead]?.abort();
      if (places.length === 1) expect(last.ahead).toBe(3);
    }
    expect(places).toEqual([2, 1, 0]);
    await Promise.all([...runs, last].map(({ outcome }) => outcome));
  });

  it('limits what one person and one group have going, and counts down when a run ends', async () => {
    const { lab } = open({ perPerson: 1, perGroup: 2 });
    const stop = new AbortController();
    const ask = (personId: string) => lab.run(request('listen', { personId }), stop.signal).outcome;
    const going = [ask('a'), ask('b')];
    expect(await ask('a')).toEqual({ kind: 'refused', reason: 'person-limit' });
    expect(await ask('c')).toEqual({ kind: 'refused', reason: 'group-limit' });
    stop.abort();
    await Promise.all(going);
    expect((await lab.run(request('answer', { personId: 'a' }), patient()).outcome).kind).toBe('done');
  });

  it('does not count the warming up of a thread against the run', async () => {
    const slow = new URL('../../fixtures/slow-start-worker.mjs', import.meta.url);
    const { lab } = open({ workerFile: slow, timeLimitMs: 200 });
    expect((await lab.run(request('answer'), patient()).outcome).kind).toBe('done');
  });

  it('stops a run that listens within 200 ms, in the same worker', async () => {
    const { lab } = open();
    await lab.run(request('answer'), patient()).outcome;
    const { ended, tookMs } = await stopped(lab, 'listen');
    expect(ended).toEqual({ kind: 'stopped' });
    expect(tookMs).toBeLessThan(200);
    expect(await lab.run(request('answer'), patient()).outcome).toMatchObject({
      run: { measures: { runs: 3 } },
    });
  });

  it('stops a run that does not listen within 200 ms, and replaces its worker', async () => {
    const { lab } = open();
    await lab.run(request('answer'), patient()).outcome;
    const { ended, tookMs } = await stopped(lab, 'hang');
    expect(ended).toEqual({ kind: 'stopped' });
    expect(tookMs).toBeLessThan(200);
    expect(await lab.run(request('answer'), patient()).outcome).toMatchObject({
      run: { measures: { runs: 1 } },
    });
  });

  it('stops a run that still waits in the line, and frees its place', async () => {
    const { lab } = open({ maxWaiting: 1, perPerson: 9 });
    const stop = new AbortController();
    const running = lab.run(request('listen'), stop.signal);
    const { ended, tookMs } = await stopped(lab, 'answer');
    expect(ended).toEqual({ kind: 'stopped' });
    expect(tookMs).toBeLessThan(50);
    const next = lab.run(request('answer'), patient());
    expect(next.ahead).toBe(1);
    stop.abort();
    expect((await running.outcome).kind).toBe('stopped');
    expect((await next.outcome).kind).toBe('done');
  });

  it('ends a run whose time is up, and goes on with a new worker', async () => {
    const { lab } = open({ timeLimitMs: 300 });
    expect(await lab.run(request('hang'), patient()).outcome).toEqual({ kind: 'timed-out', limitMs: 300 });
  });

  it('says that a worker died, logs it, and replaces it', async () => {
    const { lab, faults } = open();
    expect(await lab.run(request('die'), patient()).outcome).toEqual({ kind: 'failed', code: 'worker-died' });
    expect(String(faults[0])).toContain('exited with code: 3');
    expect((await lab.run(request('answer'), patient()).outcome).kind).toBe('done');
  });

  it('says that a run failed and keeps the error for the log', async () => {
    const { lab, faults } = open();
    expect(await lab.run(request('throw'), patient()).outcome).toEqual({
      kind: 'failed',
      code: 'run-failed',
    });
    expect(String(faults[0])).toContain('free gradient');
  });

  it('fails a run whose worker cannot start, instead of letting it wait', async () => {
    const workerFile = new URL('../../fixtures/cannot-start-worker.mjs', import.meta.url);
    const { lab, faults } = open({ workerFile });
    expect(await lab.run(request('answer'), patient()).outcome).toEqual({
      kind: 'failed',
      code: 'run-failed',
    });
    expect(String(faults[0])).toContain('never loads');
    expect((await lab.run(request('answer'), patient()).outcome).kind).toBe('failed');
  });

  it('replaces a worker that has grown too large after its run', async () => {
    const { lab } = open();
    expect(await lab.run(request('grow'), patient()).outcome).toMatchObject({
      run: { measures: { runs: 1 } },
    });
    expect(await lab.run(request('answer'), patient()).outcome).toMatchObject({
      run: { measures: { runs: 1 } },
    });
  });

  it('knows no experiment that is not in the catalogue', async () => {
    const { lab } = open();
    const unknown = lab.run(request('answer', { experiment: 'alchemy' }), patient());
    expect(await unknown.outcome).toEqual({ kind: 'failed', code: 'unknown-experiment' });
    expect(lab.readParameters('alchemy', {}, 'en')).toEqual({
      kind: 'problems',
      problems: ['there is no experiment called alchemy'],
    });
  });

  it('stops everything when it closes, and starts nothing after', async () => {
    const { lab } = open({ perPerson: 9 });
    const runs = ['hang', 'answer'].map((behaviour) => lab.run(request(behaviour), patient()).outcome);
    await lab.close();
    expect(await Promise.all(runs)).toEqual([{ kind: 'stopped' }, { kind: 'stopped' }]);
    expect(await lab.run(request('answer'), patient()).outcome).toEqual({ kind: 'stopped' });
  });
});
