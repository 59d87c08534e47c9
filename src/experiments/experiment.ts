import { z } from 'zod';
import type { Parameters, PredictionInfo } from '../app/ports/laboratory.ts';
import type { Bilingual, Language } from '../core/question/language.ts';
import type { ChartDescription } from './chart/description.ts';
import type { ParameterSet, ValuesOf } from './parameter.ts';

/** What an experiment is, apart from its arithmetic: everything the coach says about it without running it. */
export interface Manifest<S extends ParameterSet, M extends string> {
  /** Kebab-case, in words, never reused. */
  readonly id: string;
  /** Raised whenever numbers or pictures change, so that no chart of older code is shown from the cache. */
  readonly version: number;
  readonly title: Bilingual;
  /** The claim it puts to the test, one sentence. */
  readonly claim: Bilingual;
  readonly systems: readonly System<S>[];
  readonly parameters: S;
  /** Ids of the questions it belongs to. */
  readonly questions: readonly string[];
  /** The numbers it measures, with a short name each for captions. */
  readonly measures: Readonly<Record<M, Bilingual>>;
  /** A multiple-choice guess, and which option a result makes right. */
  readonly prediction: PredictionInfo & {
    readonly right: (result: Result<S, M>) => string;
  };
  /** What the measures should be at these parameters; empty where nothing is known. */
  readonly expect: (parameters: ValuesOf<S>) => readonly Expected<NoInfer<M>>[];
  /** What to look at in the picture, one sentence each. */
  readonly notice: (result: Result<S, M>) => readonly Bilingual[];
  /** Changes worth trying next, with the label of the button that makes them. */
  readonly tryNext: (parameters: ValuesOf<S>) => readonly Change<S>[];
  /** `plain`: computes without tensors. A backend: measured to be the fastest here. */
  readonly backend: 'plain' | 'wasm' | 'cpu' | 'tensorflow';
  /** A run longer than this is ended. */
  readonly timeLimitMs: number;
}

/** A system of the field that the experiment shows, under all the names people search for. */
export interface System<S extends ParameterSet> {
  /** The first is the one to show. */
  readonly names: readonly [string, ...string[]];
  /** The settings that show it; the others keep their defaults. */
  readonly parameters: Partial<ValuesOf<S>>;
}

/** A change of settings. */
export interface Change<S extends ParameterSet> {
  readonly label: Bilingual;
  readonly parameters: Partial<ValuesOf<S>>;
}

/** What a run measured, with what. */
export interface Result<S extends ParameterSet, M extends string> {
  readonly parameters: ValuesOf<S>;
  readonly measures: Readonly<Record<M, number>>;
}

/** Bounds of a measure, both included, and who says so. */
export interface Expected<M extends string> {
  readonly measure: M;
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

/** Upper bound of a measure that has none; unlike Infinity it survives JSON. */
export const unbounded = Number.MAX_VALUE;

/** The arithmetic and the picture; loaded only inside a worker. `T` is whatever the picture needs of the run. */
export interface Code<S extends ParameterSet, M extends string, T> {
  readonly run: (parameters: ValuesOf<S>, bench: Bench) => Run<M, T>;
  readonly chart: (trace: T, language: Language) => ChartDescription;
}

/** What a run is given besides its parameters. */
export interface Bench {
  /** All chance of the run comes from it. */
  readonly seed: number;
  /** To be called at least every 50 ms of work; throws {@link Stopped} when nobody waits for the result any more. */
  readonly checkpoint: () => void;
}

/** What a run gives back. */
export interface Run<M extends string, T> {
  readonly measures: Readonly<Record<M, number>>;
  readonly trace: T;
}

/** Thrown by {@link Bench.checkpoint}; lets a run end wherever it is. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** An experiment as the registry holds it: its own types are closed over, parameters come and go by name. */
export interface Experiment
  extends Omit<Manifest<ParameterSet, string>, 'systems' | 'prediction' | 'expect' | 'notice' | 'tryNext'> {
  readonly systems: readonly { readonly names: readonly string[]; readonly parameters: Parameters }[];
  readonly prediction: PredictionInfo;
  readonly right: (parameters: Parameters, measures: Measures) => string;
  readonly expect: (parameters: Parameters) => readonly Expected<string>[];
  readonly notice: (parameters: Parameters, measures: Measures) => readonly Bilingual[];
  readonly tryNext: (
    parameters: Parameters,
  ) => readonly { readonly label: Bilingual; readonly parameters: Parameters }[];
  /** Loads the code, computes, and describes the picture in any language. Faults on parameters that are not allowed. */
  readonly perform: (parameters: Parameters, bench: Bench) => Promise<Performance>;
}

/** Measured numbers by name. */
export type Measures = Readonly<Record<string, number>>;

/** A finished computation whose picture is still to be drawn. */
export interface Performance {
  readonly measures: Measures;
  readonly describe: (language: Language) => ChartDescription;
}

/** An experiment for the registry, from its manifest and the import of its code. */
export function defineExperiment<const S extends ParameterSet, const M extends string, T>(
  manifest: Manifest<S, M>,
  load: () => Promise<Code<S, M, T>>,
): Experiment {
  const { prediction, parameters: settings } = manifest;
  const schema = z.strictObject(
    Object.fromEntries(Object.entries(settings).map(([name, { schema: each }]) => [name, each])),
  );
  // The schema is built from the same settings that give `ValuesOf<S>` its shape; zod cannot see that through entries.
  const typed = (values: Parameters) => schema.parse(values) as ValuesOf<S>;
  const defaults = Object.fromEntries(
    Object.entries(settings).map(([name, { default: initial }]) => [name, initial]),
  );
  const complete = (change: Partial<ValuesOf<S>>, base: Parameters = defaults): Parameters =>
    schema.parse({ ...base, ...change }) as Parameters;
  const result = (parameters: Parameters, measures: Measures) => ({
    parameters: typed(parameters),
    measures: measures as Readonly<Record<M, number>>,
  });
  return {
    ...manifest,
    systems: manifest.systems.map(({ names, parameters }) => ({ names, parameters: complete(parameters) })),
    prediction: { prompt: prediction.prompt, options: prediction.options },
    right: (parameters, measures) => prediction.right(result(parameters, measures)),
    expect: (parameters) => manifest.expect(typed(parameters)),
    notice: (parameters, measures) => manifest.notice(result(parameters, measures)),
    tryNext: (parameters) =>
      manifest.tryNext(typed(parameters)).map((change) => ({
        label: change.label,
        parameters: complete(change.parameters, parameters),
      })),
    perform: async (parameters, bench) => {
      const { run, chart } = await load();
      const { measures, trace } = run(typed(parameters), bench);
      return { measures, describe: (language) => chart(trace, language) };
    },
  };
}
