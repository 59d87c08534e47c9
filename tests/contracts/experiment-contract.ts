import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import type { Parameters } from '../../src/app/ports/laboratory.ts';
import { languages } from '../../src/core/question/language.ts';
import { type Backend, backends, useBackend } from '../../src/experiments/backend.ts';
import { drawChart } from '../../src/experiments/chart/draw-chart.ts';
import { type Experiment, type Measures, Stopped } from '../../src/experiments/experiment.ts';
import { readParameters } from '../../src/experiments/lab/read-parameters.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { cancelling, clocked, smallSettings } from './experiment-settings.ts';

/** Every promise on one backend, as `npm run test:native` asks for; without it, each experiment on its own. */
const forced = backends.find((backend) => backend === process.env.GRADCOACH_BACKEND);
/** One is enough on a forced backend: equal numbers to four digits tie it to the others. */
const seeds = forced === undefined ? [1, 2, 3, 4, 5] : [1];
const bench = (seed: number) => ({ seed, checkpoint: () => undefined });

/** The settings an experiment runs with when nothing is asked for. */
export const defaultsOf = ({ parameters }: Experiment): Parameters =>
  Object.fromEntries(Object.entries(parameters).map(([name, { default: initial }]) => [name, initial]));

/** Measures of the runs so far: several promises are about the same run, and some runs take seconds. */
const measured = new Map<string, Measures>();

async function measure(experiment: Experiment, parameters: Parameters, seed: number, backend: Backend) {
  const key = JSON.stringify([experiment.id, parameters, seed, backend]);
  const known = measured.get(key);
  if (known !== undefined) return known;
  const fresh = await measureAgain(experiment, parameters, seed, backend);
  measured.set(key, fresh);
  return fresh;
}

async function measureAgain(experiment: Experiment, parameters: Parameters, seed: number, backend: Backend) {
  await useBackend([backend]);
  return (await compute(experiment, parameters, bench(seed))).measures;
}

/** Equal to four significant digits, or both as good as nothing beside a number of order 1. */
function expectSame(id: string, a: Measures, b: Measures): void {
  expect(Object.keys(a)).toEqual(Object.keys(b));
  for (const [name, value] of Object.entries(a)) {
    const other = b[name] ?? Number.NaN;
    const distance = Math.abs(value - other);
    const share = cancelling[id]?.includes(name) === true ? 1e-2 : 1e-4;
    expect(distance, `${name}: ${value} and ${other}`).toBeLessThanOrEqual(
      Math.max(share * Math.max(Math.abs(value), Math.abs(other)), 1e-38),
    );
  }
}

/** What a run with the same seed must measure again. */
function withoutClock(id: string, measures: Measures): Measures {
  return Object.fromEntries(
    Object.entries(measures).filter(([name]) => clocked[id]?.includes(name) !== true),
  );
}

/** The settings of every system it names, each once, with a name for the report. */
function systemsOf({ systems }: Experiment): (readonly [name: string, parameters: Parameters])[] {
  const rows = new Map(
    systems.map(({ names, parameters }) => [JSON.stringify(parameters), { names, parameters }]),
  );
  return [...rows.values()].map(({ names, parameters }) => [names[0] ?? '', parameters]);
}

/** What every experiment promises; a new one is held to it by being in the registry. */
export function experimentContract(experiment: Experiment): void {
  const { id } = experiment;
  describe(id, () => {
    const defaults = defaultsOf(experiment);
    const quick = { ...defaults, ...smallSettings[id] };
    /** Where its own arithmetic runs: wasm for plain ones too, which then prove that they leave it alone. */
    const home: Backend = forced ?? (experiment.backend === 'plain' ? 'wasm' : experiment.backend);

    it('is written in both languages, with ids and options of its own', () => {
      expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
      for (const text of [experiment.title, experiment.claim, experiment.prediction.prompt]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).toMatch(/[a-z]/i);
      }
      const options = experiment.prediction.options.map((option) => option.id);
      expect(options.length).toBeGreaterThan(1);
      expect(new Set(options).size).toBe(options.length);
      expect(experiment.questions.length).toBeGreaterThan(0);
      expect(experiment.systems.length).toBeGreaterThan(0);
    });

    it('has a test of its own, which holds its gradients against finite differences', () => {
      const test = readFileSync(new URL(`../experiments/${id}.test.ts`, import.meta.url), 'utf8');
      if (experiment.backend !== 'plain') expect(test).toMatch(/\b(finiteDifference|slopes)\(/);
    });

    it('measures the same again, with the same parameters and seed', async () => {
      const once = await measure(experiment, quick, 1, home);
      const again = await measureAgain(experiment, quick, 1, home);
      expect(withoutClock(id, again)).toEqual(withoutClock(id, once));
    });

    it('measures the same to four digits on every backend', async () => {
      const onCpu = await measure(experiment, quick, 1, 'cpu');
      for (const backend of new Set<Backend>(['wasm', home])) {
        const elsewhere = await measure(experiment, quick, 1, backend);
        expectSame(id, withoutClock(id, elsewhere), withoutClock(id, onCpu));
      }
    });

    const shown = [
      ['the defaults', defaults] as const,
      ...(forced === undefined ? systemsOf(experiment) : []),
    ];
    it.each(shown)(
      `measures what its sources say of %s, for seeds ${seeds.join(', ')}`,
      async (_, parameters) => {
        for (const seed of seeds) {
          const measures = await measure(experiment, parameters, seed, home);
          for (const { measure: name, low, high, source } of experiment.expect(parameters)) {
            expect(measures[name], `${name}, seed ${seed} (${source})`).toBeGreaterThanOrEqual(low);
            expect(measures[name], `${name}, seed ${seed} (${source})`).toBeLessThanOrEqual(high);
          }
        }
      },
      // Each of the runs has as long as it has for a learner.
      Math.max(60_000, seeds.length * experiment.timeLimitMs),
    );

    it('knows from the sources what at least one of its systems should measure', () => {
      const promises = [defaults, ...systemsOf(experiment).map(([, parameters]) => parameters)];
      const known = promises.flatMap((parameters) => experiment.expect(parameters));
      if (clocked[id] === undefined) expect(known).not.toEqual([]);
    });

    it('measures finite numbers under the names it announced, and leaves no tensor behind', async () => {
      await useBackend([home]);
      const before = tf.memory();
      const { measures } = await compute(experiment, quick, bench(1));
      expect(Object.keys(measures).sort()).toEqual(Object.keys(experiment.measures).sort());
      for (const value of Object.values(measures)) expect(value).toSatisfy(Number.isFinite);
      expect(tf.memory().numTensors).toBe(before.numTensors);
      expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
    });

    it('leaves no tensor behind wherever it is stopped', async () => {
      await useBackend([home]);
      const before = tf.memory().numTensors;
      let checkpoints = 0;
      await compute(experiment, quick, { seed: 1, checkpoint: () => void checkpoints++ });
      expect(checkpoints).toBeGreaterThan(0);
      for (const last of new Set([1, Math.ceil(checkpoints / 2), checkpoints])) {
        let passed = 0;
        const checkpoint = () => {
          passed++;
          if (passed === last) throw new Stopped();
        };
        await expect(compute(experiment, quick, { seed: 1, checkpoint })).rejects.toThrow(Stopped);
        expect(tf.memory().numTensors, `stopped at checkpoint ${last}`).toBe(before);
      }
    });

    it('knows the right option, what to notice and what to try next', async () => {
      const measures = await measure(experiment, quick, 1, home);
      const options = experiment.prediction.options.map((option) => option.id);
      expect(options).toContain(experiment.right(quick, measures));
      expect(experiment.notice(quick, measures).length).toBeGreaterThan(0);
      for (const line of experiment.notice(quick, measures)) {
        expect(line.zh).toMatch(/\p{Script=Han}/u);
        expect(line.en).toMatch(/[a-z]/i);
      }
      for (const { label, parameters } of experiment.tryNext(defaults)) {
        expect(label.zh).not.toBe('');
        expect(label.en).not.toBe('');
        expect(parameters).not.toEqual(defaults);
      }
    });

    it('draws a chart with words in both languages, in both themes, small enough to send', async () => {
      await useBackend([home]);
      const { describe: describeChart } = await compute(experiment, quick, bench(1));
      for (const language of languages) {
        const chart = describeChart(language);
        for (const text of [chart.title, chart.subtitle, chart.alt]) expect(text).not.toBe('');
        expect(chart.title).not.toMatch(/undefined|NaN|\.$/);
        expect(chart.alt.length).toBeGreaterThan(chart.title.length);
        if (language === 'zh') expect(chart.title + chart.alt).toMatch(/\p{Script=Han}/u);
        else expect(JSON.stringify(chart)).not.toMatch(/\p{Script=Han}/u);
        expect(() => compile(chart.spec)).not.toThrow();
        for (const theme of ['light', 'dark'] as const) {
          const { png } = await drawChart(chart, theme, id);
          expect(png.length).toBeLessThan(300_000);
        }
      }
    });

    it('refuses wrong parameters with a sentence that names them, and never runs them', async () => {
      for (const [name, setting] of Object.entries(experiment.parameters)) {
        const [low = 0, high = 0] = setting.range ?? [];
        const wrong =
          setting.kind === 'integer' || setting.kind === 'number' ? [low - 1, high + 1] : ['no such thing'];
        for (const value of wrong) {
          const outcome = readParameters(experiment, { [name]: String(value) }, 'en');
          expect(outcome).toMatchObject({
            problems: [expect.stringMatching(`^${name} must be .*; you gave `)],
          });
          await expect(experiment.perform({ ...defaults, [name]: value }, bench(1))).rejects.toThrow();
        }
      }
      await expect(experiment.perform({ ...defaults, noSuchSetting: 1 }, bench(1))).rejects.toThrow();
    });

    it('reads whatever text it is given without throwing', () => {
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom('x', ...Object.keys(defaults)), fc.string()), (given) => {
          expect(['parameters', 'problems']).toContain(readParameters(experiment, given, 'zh').kind);
        }),
        { numRuns: 30 },
      );
    });
  });
}
