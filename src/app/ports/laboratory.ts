import type { Bilingual, Language } from '../../core/question/language.ts';

/** Runs experiments off the chat loop. The only implementation with arithmetic in it lives in `experiments/`. */
export interface Laboratory {
  readonly catalogue: readonly ExperimentInfo[];
  /** Experiments that a search names, best first; matches ids, titles and systems in both languages ("残差", "WGAN-GP"). */
  find(search: string): readonly ExperimentMatch[];
  /** Reads parameters as people type them; every problem at once, each a sentence with the allowed range. */
  readParameters(
    experiment: string,
    given: Readonly<Record<string, string>>,
    language: Language,
  ): ParametersOutcome;
  /** Takes its place in the bounded queue at once; never rejects. Aborting the signal frees the place within 200 ms. */
  run(request: RunRequest, signal: AbortSignal): RunTicket;
  /** Stops the workers; running experiments end as `stopped`. */
  close(): Promise<void>;
}

/** What can be asked of an experiment without running it. */
export interface ExperimentInfo {
  readonly id: string;
  readonly title: Bilingual;
  /** The claim it puts to the test, one sentence. */
  readonly claim: Bilingual;
  /** Names of the systems it shows, as people search for them. */
  readonly systems: readonly string[];
  readonly parameters: readonly ParameterInfo[];
  /** Ids of the questions it belongs to. */
  readonly questions: readonly string[];
  /** Asked before the run, so that the result means something. */
  readonly prediction: PredictionInfo;
  /** The numbers it measures, with a short name each for captions. */
  readonly measures: Readonly<Record<string, Bilingual>>;
}

/** One parameter, for menus, completion and help. */
export interface ParameterInfo {
  readonly name: string;
  readonly title: Bilingual;
  readonly kind: 'choice' | 'integer' | 'number' | 'boolean';
  /** Of a choice: what may be chosen. */
  readonly choices?: readonly string[];
  /** Of a number: lowest and highest allowed. */
  readonly range?: readonly [low: number, high: number];
  readonly default: ParameterValue;
}

/** A parameter's value. */
export type ParameterValue = string | number | boolean;

/** Parameters by name, complete and within their ranges. */
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** A multiple-choice guess at the result. */
export interface PredictionInfo {
  readonly prompt: Bilingual;
  readonly options: readonly { readonly id: string; readonly text: Bilingual }[];
}

/** An experiment a search found, with the parameters that show the system searched for. */
export interface ExperimentMatch {
  readonly experiment: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** What the search matched, such as "ReLU". */
  readonly matched: string;
}

/** Outcome of {@link Laboratory.readParameters}. */
export type ParametersOutcome =
  | { readonly kind: 'parameters'; readonly parameters: Parameters }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** One run, completely determined but for the machine's backend. */
export interface RunRequest {
  readonly experiment: string;
  readonly parameters: Parameters;
  readonly seed: number;
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  /** Who asked, for the limits per person and per group. */
  readonly personId: string;
  readonly groupId: string;
}

/** A place in the queue and what will come of it. */
export interface RunTicket {
  /** Runs ahead of this one; 0 when it starts at once. */
  readonly ahead: number;
  /** How many are ahead each time that changes, 0 when it starts; ends then, or with the outcome. To be read once. */
  readonly progress: AsyncIterable<number>;
  readonly outcome: Promise<RunOutcome>;
}

/** How a run ended. */
export type RunOutcome =
  | { readonly kind: 'done'; readonly run: ExperimentRun }
  | { readonly kind: 'refused'; readonly reason: 'queue-full' | 'person-limit' | 'group-limit' }
  | { readonly kind: 'timed-out'; readonly limitMs: number }
  /** The worker died or threw; it has been replaced. `code` is for the log and the report. */
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'stopped' };

/** A finished run. */
export interface ExperimentRun {
  /** Where the run is kept; equal for equal numbers and pictures, safe in a URL and a file name. */
  readonly key: string;
  readonly experiment: string;
  readonly parameters: Parameters;
  readonly seed: number;
  /** `tfjs-node`, `wasm`, `cpu`, or `plain` for experiments without tensors. */
  readonly backend: string;
  /** Measured numbers by name; underflow is 0, never missing. */
  readonly measures: Readonly<Record<string, number>>;
  readonly expected: readonly Expectation[];
  /** Time of the computation and the drawing, without waiting. */
  readonly tookMs: number;
  /** Answered from the cache. */
  readonly isCached: boolean;
  /** Which option of the prediction turned out right. */
  readonly rightOption: string;
  readonly chart: Chart;
  /** What to look at in the picture, in the request's language. */
  readonly notice: readonly string[];
  readonly tryNext: readonly { readonly label: string; readonly parameters: Parameters }[];
}

/** What a measure should be, from where, and whether it was. `high` is `Number.MAX_VALUE` where nothing bounds it. */
export interface Expectation {
  readonly measure: string;
  readonly low: number;
  readonly high: number;
  readonly source: string;
  readonly holds: boolean;
}

/** A drawn chart. */
export interface Chart {
  /** The finding, as the picture's title says it. */
  readonly title: string;
  readonly png: Uint8Array;
  readonly alt: string;
  readonly widthPx: number;
  readonly heightPx: number;
}
