import { toChoice } from '../choice.ts';
import { justRun, outcomeReply, predictionReply, waitingReply } from '../demo/present-run.ts';
import { settingsReply } from '../demo/present-settings.ts';
import { runOptions } from '../demo/run-options.ts';
import type { ExperimentInfo, Parameters } from '../ports/laboratory.ts';
import type { Choice, Reply, Response } from '../reply.ts';
import { textReply } from '../text-reply.ts';
import { problemsReply } from '../unknown-input.ts';
import type { Command, CommandContext, OptionValues, Services } from './command.ts';

const experimentOption = { name: 'experiment', kind: { kind: 'experiment' } } as const;
const seedOption = { name: 'seed', kind: { kind: 'integer', low: 1, high: 999_999_999 } } as const;

/** `/demo`: a claim put to the test on the spot. */
export const demo: Command = {
  name: 'demo',
  actions: [
    {
      path: 'demo run',
      audience: 'conversation',
      options: [experimentOption, seedOption, { name: 'guess', kind: { kind: 'text', maxLength: 40 } }],
      textOption: 'experiment',
      takesParameters: true,
      run: (context, { values, parameters }) => withExperiment(context, values, parameters, run),
    },
    {
      path: 'demo settings',
      audience: 'conversation',
      options: [experimentOption, seedOption],
      textOption: 'experiment',
      takesParameters: true,
      run: (context, { values, parameters }) => withExperiment(context, values, parameters, showSettings),
    },
    { path: 'demo list', audience: 'person', options: [], run: list },
  ],
};

/** An experiment with checked parameters, ready to be run or shown. */
interface Prepared {
  readonly experiment: ExperimentInfo;
  readonly parameters: Parameters;
  readonly seed: number;
}

type Values = OptionValues['values'];

/** Finds the experiment that was named or searched for and reads its parameters; lists what there is when none was named. */
async function withExperiment(
  context: CommandContext,
  values: Values,
  given: OptionValues['parameters'],
  then: (context: CommandContext, prepared: Prepared, values: Values) => Promise<Response>,
): Promise<Response> {
  const { services, personal } = context;
  if (values.experiment === undefined) return list(context);
  const found = findExperiment(services, values.experiment);
  if (found === undefined) return notFound(context, values.experiment);
  const { experiment, preset } = found;
  const outcome = services.laboratory.readParameters(
    experiment.id,
    { ...preset, ...given },
    personal.language,
  );
  if (outcome.kind === 'problems') return { replies: [problemsReply(outcome.problems, personal)] };
  const seed = Number(values.seed ?? 1);
  return then(context, { experiment, parameters: outcome.parameters, seed }, values);
}

async function run(context: CommandContext, prepared: Prepared, { guess }: Values): Promise<Response> {
  const { experiment, parameters, seed } = prepared;
  if (guess !== undefined) return startRun(context, prepared, guess);
  return { replies: [predictionReply(experiment, parameters, seed, context.shared)] };
}

async function showSettings({ shared }: CommandContext, prepared: Prepared): Promise<Response> {
  const { experiment, parameters, seed } = prepared;
  return { replies: [settingsReply(experiment, parameters, seed, shared)] };
}

/** A run is over long before this; whoever still waits then was cut off by a restart and is told so. */
const interruptedAfterMs = 10 * 60_000;

/** Takes a place in the queue now; the chart follows as an update, so the conversation is never held up. */
async function startRun(
  context: CommandContext,
  { experiment, parameters, seed }: Prepared,
  guess: string,
): Promise<Response> {
  const { services, incoming, group, shared } = context;
  const request = {
    experiment: experiment.id,
    parameters,
    seed,
    language: shared.language,
    theme: incoming.person.theme ?? 'light',
    personId: incoming.person.id,
    groupId: group.id,
  } as const;
  const again = runOptions(experiment, parameters, seed, guess);
  const apology = await promiseApology(
    context,
    toChoice(shared.words.demo.run, '/demo run', 'primary', again),
  );
  // Shutting down closes the laboratory, which ends every run; nobody else may stop someone's experiment.
  const ticket = services.laboratory.run(request, new AbortController().signal);
  const waiting = (ahead: number) => waitingReply(experiment, parameters, ahead, shared);
  async function* updates() {
    for await (const ahead of ticket.progress) yield waiting(ahead);
    const outcome = await ticket.outcome;
    await services.cancelPost(apology);
    yield outcomeReply(outcome, experiment, guess === justRun ? undefined : guess, shared);
  }
  return { replies: [waiting(ticket.ahead)], updates: updates() };
}

/** Leaves a word in the outbox for the case that the process dies before the run ends; returns its key. */
async function promiseApology(
  { tx, incoming, group, shared, nowMs }: CommandContext,
  again: Choice,
): Promise<string> {
  const key = `interrupted:${incoming.id}`;
  await tx.outbox.enqueue({
    key,
    groupId: group.id,
    conversationId: incoming.conversation.id,
    replies: [textReply('conversation', shared, shared.words.demo.interrupted, [again])],
    manner: { inThread: false },
    dueMs: nowMs + interruptedAfterMs,
  });
  return key;
}

/** An experiment by its id, or the best that a search finds, with the parameters that show what was searched for. */
function findExperiment(
  { laboratory }: Services,
  search: string,
): { experiment: ExperimentInfo; preset: Readonly<Record<string, string>> } | undefined {
  const byId = (id: string) => laboratory.catalogue.find((each) => each.id === id);
  const named = byId(search.toLowerCase());
  if (named !== undefined) return { experiment: named, preset: {} };
  const [match] = laboratory.find(search);
  const experiment = match && byId(match.experiment);
  if (match === undefined || experiment === undefined) return undefined;
  const preset = Object.entries(match.parameters).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return { experiment, preset: Object.fromEntries(preset) };
}

function notFound({ services, personal }: CommandContext, search: string): Response {
  const choices = experimentChoices(services, personal.language);
  const reply = textReply('person', personal, personal.words.demo.notFound(search));
  return { replies: [{ ...reply, blocks: [...reply.blocks, { kind: 'choices', as: 'menu', choices }] }] };
}

function list({ services, personal }: CommandContext): Promise<Response> {
  const { language, words } = personal;
  const reply: Reply = {
    audience: 'person',
    language,
    blocks: [
      { kind: 'heading', text: words.demo.heading },
      { kind: 'text', text: words.demo.intro },
      {
        kind: 'list',
        items: services.laboratory.catalogue.map(({ id, title }) => `${id} — ${title[language]}`),
      },
      { kind: 'choices', as: 'menu', label: words.demo.run, choices: experimentChoices(services, language) },
    ],
  };
  return Promise.resolve({ replies: [reply] });
}

function experimentChoices({ laboratory }: Services, language: Reply['language']): readonly Choice[] {
  return laboratory.catalogue.map(({ id, title }) =>
    toChoice(title[language], '/demo run', 'plain', { experiment: id }),
  );
}
