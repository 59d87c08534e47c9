import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { compile } from 'vega-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Parameters } from '../../src/app/ports/laboratory.ts';
import { languages } from '../../src/core/question/language.ts';
import { type Backend, useBackend } from '../../src/experiments/backend.ts';
import { drawChart } from '../../src/experiments/chart/draw-chart.ts';
import type { Experiment, Measures } from '../../src/experiments/experiment.ts';
import { experiments } from '../../src/experiments/index.ts';
import { readParameters } from '../../src/experiments/lab/read-parameters.ts';
import { openLaboratory } from '../../src/experiments/laboratory.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { smallSettings } from './experiment-settings.ts';

/** What every experiment promises; a new one is held to it by being in the registry. */

const seeds = [1, 2, 3, 4, 5];
const bench = (seed: number) => ({ seed, checkpoint: () => undefined });
const defaultsOf = ({ parameters }: Experiment): Parameters =>
  Object.fromEntries(Object.entries(parameters).map(([name, { default: initial }]) => [name, initial]));

async function measure(experiment: Experiment, parameters: Parameters, seed: number, backend: Backend) {
  await useBackend([backend]);
  return (await compute(experiment, parameters, bench(seed))).measures;
}

/** Equal to four significant digits, or both as good as nothing beside a number of order 1. */
function expectSame(a: Measures, b: Measures): void {
  expect(Object.keys(a)).toEqual(Object.keys(b));
  for (const [name, value] of Object.entries(a)) {
    const other = b[name] ?? Number.NaN;
    const distance = Math.abs(value - other);
    expect(distance, `${name}: ${value} and ${other}`).toBeLessThanOrEqual(
      Math.max(1e-4 * Math.max(Math.abs(value), Math.abs(other)), 1e-38),
    );
  }
}

describe.each(experiments.map((experiment) => [experiment.id, experiment] as const))(
  '%s',
  (id, experiment) => {
    const defaults = defaultsOf(experiment);
    const quick = { ...defaults, ...smallSettings[id] };
    /** Where its own arithmetic runs: wasm for plain ones too, which then prove that they leave it alone. */
    const home: Backend = experiment.backend === 'plain' ? 'wasm' : experiment.backend;

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

    it('measures the same again, with the same parameters and seed', async () => {
      const once = await measure(experiment, quick, 1, home);
      expect(await measure(experiment, quick, 1, home)).toEqual(once);
    });

    it('measures the same to four digits on wasm and on cpu', async () => {
      expectSame(await measure(experiment, quick, 1, 'wasm'), await measure(experiment, quick, 1, 'cpu'));
    });

    it('measures what its sources say, for seeds 1 to 5', async () => {
      for (const seed of seeds) {
        const measures = await measure(experiment, defaults, seed, home);
        for (const { measure: name, low, high, source } of experiment.expect(defaults)) {
          expect(measures[name], `${name}, seed ${seed} (${source})`).toBeGreaterThanOrEqual(low);
          expect(measures[name], `${name}, seed ${seed} (${source})`).toBeLessThanOrEqual(high);
        }
      }
    }, 60_000);

    it('measures finite numbers under the names it announced, and leaves no tensor behind', async () => {
      await useBackend([home]);
      const before = tf.memory();
      const { measures } = await compute(experiment, quick, bench(1));
      expect(Object.keys(measures).sort()).toEqual(Object.keys(experiment.measures).sort());
      for (const value of Object.values(measures)) expect(value).toSatisfy(Number.isFinite);
      expect(tf.memory().numTensors).toBe(before.numTensors);
      expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
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
  },
);

describe('a real worker', () => {
  const lab = openLaboratory({
    cache: { find: async () => undefined, save: async () => undefined },
    onFault: (error) => {
      throw error;
    },
    workers: 1,
  });
  const request = (experiment: Experiment, seed: number) =>
    ({
      experiment: experiment.id,
      parameters: defaultsOf(experiment),
      seed,
      language: 'en',
      theme: 'light',
      personId: 'person',
      groupId: 'group',
    }) as const;

  beforeAll(async () => {
    const [first] = experiments;
    if (first !== undefined) await lab.run(request(first, 1), new AbortController().signal).outcome;
  });
  afterAll(() => lab.close());

  it.each(experiments.map((experiment) => [experiment.id, experiment] as const))(
    'stops %s within 200 ms',
    async (_, experiment) => {
      const stop = new AbortController();
      const { outcome } = lab.run(request(experiment, 99), stop.signal);
      await new Promise((resolve) => setTimeout(resolve, 30));
      const stoppedAtMs = performance.now();
      stop.abort();
      // A run this short may just have finished; it must not have failed.
      expect((await outcome).kind).toMatch(/^(stopped|done)$/);
      expect(performance.now() - stoppedAtMs).toBeLessThan(200);
    },
  );
});
