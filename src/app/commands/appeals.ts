import { type DecideOutcome, type Decision, decideAppeal } from '../appeal/decide-appeal.ts';
import { overlayYaml } from '../appeal/export-overlay.ts';
import { appealCard, reasonLimit } from '../appeal/present-appeal.ts';
import { toChoice } from '../choice.ts';
import type { Block, Reply, Response } from '../reply.ts';
import { textReply } from '../text-reply.ts';
import type { Command, CommandContext, OptionSpec, OptionValues } from './command.ts';

const idOption: OptionSpec = {
  name: 'id',
  isRequired: true,
  isForButtons: true,
  kind: { kind: 'text', maxLength: 40 },
};

/** `/appeals`: what moderators decide, and what they decided. */
export const appeals: Command = {
  name: 'appeals',
  actions: [
    { path: 'appeals list', audience: 'person', isForModerators: true, options: [], run: list },
    {
      path: 'appeals accept',
      audience: 'conversation',
      isForModerators: true,
      options: [idOption],
      textOption: 'id',
      run: (context, { values }) => decide(context, values, { kind: 'accept' }),
    },
    {
      path: 'appeals reject',
      audience: 'conversation',
      isForModerators: true,
      options: [{ name: 'text', isRequired: true, kind: { kind: 'text', maxLength: reasonLimit } }, idOption],
      textOption: 'text',
      run: (context, { values }) => decide(context, values, { kind: 'reject', reason: values.text ?? '' }),
    },
    {
      path: 'appeals undo',
      audience: 'conversation',
      isForModerators: true,
      options: [idOption],
      textOption: 'id',
      run: (context, { values }) => decide(context, values, { kind: 'undo' }),
    },
    { path: 'appeals log', audience: 'person', isForModerators: true, options: [], run: log },
    { path: 'appeals export', audience: 'person', isForModerators: true, options: [], run: exportWords },
  ],
};

/** Cards in one reply; more would be a wall. */
const cardsShown = 3;
const linesShown = 15;

async function list(context: CommandContext): Promise<Response> {
  const { tx, group, personal } = context;
  const { words } = personal;
  const waiting = await tx.appeals.waiting(group.id);
  if (waiting.length === 0)
    return say(context, words.appeal.noneWaiting, [toChoice(words.appeal.log, '/appeals log')]);
  const cards: Block[] = [];
  for (const each of waiting.slice(0, cardsShown)) cards.push(...(await appealCard(context, each)));
  const more = waiting.length - cardsShown;
  const rest: Block[] = more > 0 ? [{ kind: 'note', text: words.appeal.moreWaiting(more) }] : [];
  return { replies: [{ audience: 'person', language: personal.language, blocks: [...cards, ...rest] }] };
}

async function decide(
  context: CommandContext,
  values: OptionValues['values'],
  decision: Decision,
): Promise<Response> {
  const { words } = context.personal;
  const outcome = await decideAppeal(context, values.id ?? '', decision);
  if (outcome.kind === 'unknown') return say(context, words.appeal.unknown);
  if (outcome.kind === 'not-possible')
    return say(context, words.appeal.notPossible[outcome.appeal.state.kind]);
  return { replies: [decisionReply(context, outcome)] };
}

/** Told to everyone, because it concerns everyone's points; what the words were stays with the moderators. */
function decisionReply(
  { shared }: CommandContext,
  { appeal, regraded }: Extract<DecideOutcome, { kind: 'decided' }>,
): Reply {
  const { words } = shared;
  const { state, personName, id } = appeal;
  const undo = toChoice(words.appeal.undo, '/appeals undo', 'plain', { id });
  switch (state.kind) {
    case 'accepted':
      return textReply('conversation', shared, words.appeal.accepted(personName, regraded), [undo]);
    case 'rejected':
      return textReply('conversation', shared, words.appeal.rejected(personName, state.reason), [undo]);
    case 'undone':
      return textReply('conversation', shared, words.appeal.undone(personName, regraded));
    case 'waiting':
      return textReply('conversation', shared, words.appeal.backInLine(personName));
  }
}

async function log(context: CommandContext): Promise<Response> {
  const { tx, group, personal } = context;
  const { words, language } = personal;
  const lines = await tx.audit.list(group.id, linesShown);
  if (lines.length === 0) return say(context, words.appeal.nothingDecided);
  const items: string[] = [];
  for (const line of lines) {
    const about = await tx.appeals.find(line.appealId);
    const date = new Date(line.atMs).toISOString().slice(0, 10);
    items.push(
      words.appeal.logLine(
        date,
        line.actorName,
        line.what,
        about?.words ?? '',
        about?.questionId ?? '',
        line.regraded,
      ),
    );
  }
  const blocks: Block[] = [
    { kind: 'heading', text: words.appeal.log },
    { kind: 'list', items },
  ];
  return { replies: [{ audience: 'person', language, blocks }] };
}

async function exportWords(context: CommandContext): Promise<Response> {
  const { tx, group, personal } = context;
  const accepted = await tx.appeals.accepted(group.id);
  if (accepted.length === 0) return say(context, personal.words.appeal.nothingAccepted);
  const blocks: Block[] = [
    { kind: 'text', text: personal.words.appeal.exported },
    { kind: 'code', text: overlayYaml(accepted) },
  ];
  return { replies: [{ audience: 'person', language: personal.language, blocks }] };
}

function say(
  { personal }: CommandContext,
  text: string,
  choices: readonly ReturnType<typeof toChoice>[] = [],
): Response {
  return { replies: [textReply('person', personal, text, choices)] };
}
