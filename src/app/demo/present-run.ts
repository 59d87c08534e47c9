import { toChoice } from '../choice.ts';
import type { Voice } from '../commands/command.ts';
import { formatMeasure } from '../format-number.ts';
import type {
  Expectation,
  ExperimentInfo,
  ExperimentRun,
  Parameters,
  RunOutcome,
} from '../ports/laboratory.ts';
import type { Block, Choice, Fact, Reply } from '../reply.ts';
import { textReply } from '../text-reply.ts';
import { changeChoice } from './present-settings.ts';
import { runOptions, settingsLine } from './run-options.ts';

/** What a run turned out to be: the chart with the measured and the expected numbers, or why there is none. */
export function outcomeReply(
  outcome: RunOutcome,
  experiment: ExperimentInfo,
  guess: string | undefined,
  voice: Voice,
): Reply {
  const { words } = voice;
  switch (outcome.kind) {
    case 'done':
      return {
        audience: 'conversation',
        language: voice.language,
        blocks: runBlocks(outcome.run, experiment, guess, voice),
      };
    case 'refused':
      return textReply('conversation', voice, words.demo.refused[outcome.reason]);
    case 'timed-out':
      return textReply(
        'conversation',
        voice,
        words.demo.timedOut(String(Math.round(outcome.limitMs / 1000))),
      );
    case 'failed':
      return textReply('conversation', voice, words.demo.failed(outcome.code));
    case 'stopped':
      return textReply('conversation', voice, words.demo.stopped);
  }
}

function runBlocks(
  run: ExperimentRun,
  experiment: ExperimentInfo,
  guess: string | undefined,
  voice: Voice,
): readonly Block[] {
  const { words } = voice;
  const { chart } = run;
  const time = `${(run.tookMs / 1000).toFixed(2)} s`;
  return [
    { kind: 'heading', text: chart.title },
    ...guessBlocks(run, experiment, guess, voice),
    {
      kind: 'image',
      image: { key: run.key, alt: chart.alt, widthPx: chart.widthPx, heightPx: chart.heightPx },
    },
    { kind: 'facts', facts: measuredFacts(run, experiment, voice) },
    ...(run.notice.length === 0
      ? []
      : [{ kind: 'note', text: words.demo.notice } as const, { kind: 'list', items: run.notice } as const]),
    { kind: 'note', text: words.demo.footer(run.seed, run.backend, time, run.isCached) },
    ...tryNextBlocks(run, experiment, voice),
  ];
}

function guessBlocks(
  run: ExperimentRun,
  { prediction }: ExperimentInfo,
  guess: string | undefined,
  { language, words }: Voice,
): readonly Block[] {
  const textOf = (id: string) => prediction.options.find((option) => option.id === id)?.text[language];
  const [guessed, right] = [guess === undefined ? undefined : textOf(guess), textOf(run.rightOption)];
  if (guessed === undefined || right === undefined) return [];
  return [{ kind: 'text', text: words.demo.youSaid(guessed, right, guess === run.rightOption) }];
}

/** Every measure that has an expectation, beside it; without any, the measures themselves. */
function measuredFacts(
  { expected, measures }: ExperimentRun,
  experiment: ExperimentInfo,
  voice: Voice,
): readonly Fact[] {
  const nameOf = (measure: string) => experiment.measures[measure]?.[voice.language] ?? measure;
  if (expected.length === 0) {
    return Object.entries(measures).map(([name, value]) => ({
      name: nameOf(name),
      value: formatMeasure(value),
    }));
  }
  return expected.map((each) => ({
    name: nameOf(each.measure),
    value: besideExpectation(measures[each.measure] ?? Number.NaN, each, voice),
  }));
}

function besideExpectation(measured: number, { low, high, holds }: Expectation, { words }: Voice): string {
  return words.demo.beside(formatMeasure(measured), words.demo.expected(low, high), holds);
}

function tryNextBlocks(
  { tryNext, seed, parameters: settings }: ExperimentRun,
  experiment: ExperimentInfo,
  voice: Voice,
): readonly Block[] {
  const { words } = voice;
  const change = changeChoice(experiment, settings, seed, voice);
  const choices = tryNext.map(({ label, parameters }) =>
    toChoice(label, '/demo run', 'plain', runOptions(experiment, parameters, seed, justRun)),
  );
  return [{ kind: 'choices', as: 'buttons', label: words.demo.tryNext, choices: [...choices, change] }];
}

/** The guess that means: no guess, run it. */
export const justRun = 'none';

/** A prediction to make before the run; each answer starts it. */
export function predictionReply(
  experiment: ExperimentInfo,
  parameters: Parameters,
  seed: number,
  voice: Voice,
): Reply {
  const { language, words } = voice;
  const guesses: readonly Choice[] = experiment.prediction.options.map(({ id, text }) =>
    toChoice(text[language], '/demo run', 'primary', runOptions(experiment, parameters, seed, id)),
  );
  const skip = toChoice(
    words.demo.justRun,
    '/demo run',
    'plain',
    runOptions(experiment, parameters, seed, justRun),
  );
  const change = changeChoice(experiment, parameters, seed, voice);
  const starts = [...guesses, skip, change].map((choice) => ({ ...choice, isInPlace: true }));
  return {
    audience: 'conversation',
    language,
    blocks: [
      { kind: 'heading', text: experiment.title[language] },
      { kind: 'text', text: experiment.claim[language] },
      { kind: 'note', text: settingsLine(experiment, parameters) },
      { kind: 'text', text: experiment.prediction.prompt[language] },
      { kind: 'choices', as: 'buttons', label: words.demo.predictFirst, choices: starts },
    ],
  };
}

/** What stands in the chart's place until it comes: how many runs are ahead, or that it is being computed. */
export function waitingReply(
  experiment: ExperimentInfo,
  parameters: Parameters,
  ahead: number,
  { language, words }: Voice,
): Reply {
  return {
    audience: 'conversation',
    language,
    blocks: [
      { kind: 'heading', text: experiment.title[language] },
      { kind: 'note', text: settingsLine(experiment, parameters) },
      { kind: 'text', text: ahead === 0 ? words.demo.running : words.demo.waiting(ahead) },
    ],
  };
}
