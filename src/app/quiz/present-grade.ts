import type { Grade, PointGrade } from '../../core/grading/grade.ts';
import { answerLimit } from '../../core/grading/grade-answer.ts';
import type { Question } from '../../core/question/question.ts';
import type { DemoLink } from '../../core/question/rubric.ts';
import { toChoice, toInvocation } from '../choice.ts';
import type { Voice } from '../commands/command.ts';
import type { Block, Choice, PointLine } from '../reply.ts';
import { answerMarks } from './answer-marks.ts';
import type { SubmitOutcome } from './submit-answer.ts';

type Graded = Extract<SubmitOutcome, { kind: 'graded' }>;

/** Feedback in the order that helps: what is right, what is missing, what is wrong, one next step (Shute 2008). */
export function gradeBlocks(graded: Graded, voice: Voice): readonly Block[] {
  const { question, attempt } = graded;
  const { grade, answer } = attempt;
  return [
    { kind: 'verdict', band: grade.band, score: grade.score, text: verdictText(graded, voice) },
    ...flagBlocks(grade, voice),
    ...(answer.trim() === ''
      ? []
      : [{ kind: 'answer', text: answer, marks: answerMarks(grade, question, voice) } as const]),
    ...pointBlocks(grade, question, voice),
    ...misconceptionBlocks(grade, question, voice),
    ...nextStepBlocks(graded, voice),
  ];
}

function verdictText({ attempt, points, practice, previousScore }: Graded, { words }: Voice): string {
  const { band, flags, score } = attempt.grade;
  const verdict = flags.includes('unmatched') ? words.verdict.unmatched : words.verdict[band];
  const parts = [
    verdict,
    points > 0 ? words.verdict.points(points) : '',
    practice === undefined ? '' : words.verdict.practice[practice],
    previousScore !== undefined && score > previousScore ? words.verdict.improved : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function flagBlocks({ flags }: Grade, { words }: Voice): readonly Block[] {
  return flags
    .map((flag) => words.verdict.flags[flag])
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'text', text }));
}

function pointBlocks(grade: Grade, question: Question, voice: Voice): readonly Block[] {
  // A bonus point is never missed: it only shows when it was made.
  const points = grade.points
    .filter(({ bonus, credit, reason }) => !bonus || credit > 0 || reason === 'contradicted')
    .map((point) => pointLine(point, question, voice));
  return points.length === 0 ? [] : [{ kind: 'points', points }];
}

function pointLine(grade: PointGrade, question: Question, { language }: Voice): PointLine {
  const point = question.rubric.points.find(({ id }) => id === grade.id);
  const says = point?.says[language] ?? grade.id;
  // A missed point is first a question back; its text comes on request, by /explain.
  const text = grade.reason === 'missed' ? (point?.hint[language] ?? says) : says;
  return {
    state: grade.reason,
    bonus: grade.bonus,
    text,
    evidence: [...new Set(grade.evidence.map((evidence) => evidence.text))],
  };
}

function misconceptionBlocks(grade: Grade, question: Question, { language, words }: Voice): readonly Block[] {
  const blocks = grade.misconceptions.flatMap(({ id }): Block[] => {
    const misconception = question.rubric.misconceptions.find((each) => each.id === id);
    if (misconception === undefined) return [];
    const source = question.sources.find((each) => each.id === misconception.source);
    return [
      { kind: 'text', text: misconception.correction[language] },
      ...(source === undefined ? [] : [sourceBlock(source)]),
    ];
  });
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: words.verdict.correction }, ...blocks];
}

/** A source as one would cite it, with its section. */
export function sourceBlock({ citation, section, url }: Question['sources'][number]): Block {
  const text = section === undefined ? citation : `${citation}, ${section}`;
  return { kind: 'source', text, ...(url !== undefined && { url }) };
}

function nextStepBlocks(graded: Graded, voice: Voice): readonly Block[] {
  const { question, attempt, round } = graded;
  const { words } = voice;
  const followUp = round.origin.kind === 'follow-up' ? undefined : missedFollowUp(question, attempt.grade);
  const demo = demoToShow(question, attempt.grade);
  const choices: Choice[] = [
    ...(followUp === undefined
      ? []
      : [toChoice(words.verdict.followUp, '/follow-up', 'primary', { round: round.id, id: followUp.id })]),
    ...(demo === undefined ? [] : [demoChoice(words.verdict.seeDemo, demo)]),
    toChoice(words.verdict.explain, '/explain', 'plain', { round: round.id }),
    ...(mayAppeal(attempt.grade)
      ? [toChoice(words.appeal.iSaidThis, '/appeal', 'plain', { round: round.id })]
      : []),
    ...(round.origin.kind === 'daily'
      ? []
      : [toChoice(words.quiz.next, '/quiz next', 'plain', { round: askedRound(round) })]),
  ];
  const form: Block[] =
    attempt.grade.band === 'solid'
      ? []
      : [
          {
            kind: 'form',
            form: {
              label: words.verdict.tryAgain,
              about: askedPrompt(graded, voice),
              placeholder: words.quiz.answerPlaceholder,
              maxLength: answerLimit,
              invocation: toInvocation('/answer', { round: round.id }),
            },
          },
        ];
  return [{ kind: 'choices', as: 'buttons', label: words.verdict.nextStep, choices }, ...form];
}

/** What the learner was asked: the question, or the follow-up to it. */
function askedPrompt({ question, round }: Graded, { language }: Voice): string {
  const { origin } = round;
  const probe = origin.kind === 'follow-up' && question.followUps.find(({ id }) => id === origin.followUpId);
  return (probe || question).prompt[language];
}

/** Whether some required point went uncredited that the answer's words may have made. */
function mayAppeal({ points, flags }: Grade): boolean {
  return !flags.includes('blank') && points.some(isAppealable);
}

/** A point one may appeal against: a required one that earned less than it could. */
export function isAppealable({ bonus, credit }: PointGrade): boolean {
  return !bonus && credit < 1;
}

/** The round whose question everyone was asked; a follow-up belongs to it. */
function askedRound({ id, origin }: Graded['round']): string {
  return origin.kind === 'follow-up' ? origin.parentRoundId : id;
}

/** The first follow-up that probes a required point the answer missed. */
export function missedFollowUp(question: Question, grade: Grade): Question['followUps'][number] | undefined {
  const missed = new Set(
    grade.points.filter(({ bonus, credit }) => !bonus && credit < 1).map(({ id }) => id),
  );
  return question.followUps.find(({ probes }) => probes.some((probe) => missed.has(probe)));
}

/** The experiment that refutes a misconception made, or else the question's own. */
function demoToShow(question: Question, grade: Grade): DemoLink | undefined {
  const made = question.rubric.misconceptions.find(
    ({ id, demo }) => demo !== undefined && grade.misconceptions.some((found) => found.id === id),
  );
  return made?.demo ?? question.demo;
}

/** A button that runs an experiment at a link's settings. */
export function demoChoice(label: string, { experiment, parameters }: DemoLink): Choice {
  const options = Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]);
  return toChoice(label, '/demo', 'plain', { experiment, ...Object.fromEntries(options) });
}
