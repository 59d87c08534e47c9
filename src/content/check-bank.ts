import { join } from 'node:path';
import type { Grade } from '../core/grading/grade.ts';
import type { QuestionBank } from '../core/question/bank.ts';
import { languages } from '../core/question/language.ts';
import type { Question } from '../core/question/question.ts';
import type { DemoLink } from '../core/question/rubric.ts';
import type { FieldPath, Problem } from './problem.ts';
import { fieldName } from './problem.ts';

/** What the checks need from the other rings. */
export interface BankJudges {
  /** What is wrong with a demo link, or nothing when it can be run. */
  knowsExperiment(id: string, parameters: DemoLink['parameters']): string | undefined;
  grade(question: Question, answer: string): Grade;
}

/** The least a model answer must score on its own rubric. */
const modelAnswerFloor = 0.95;
/** The most the question itself, sent back as an answer, may score. */
const echoCeiling = 0.05;
/** The most the model answer to another question may score. */
const offTopicCeiling = 0.15;
/** The most it may score when the two are declared related, for then it does answer a part. */
const relatedCeiling = 0.5;

const blanks = ['', '不知道', "I don't know"];

/**
 * Problems only the grader and the experiments can see, all at once: a demo that cannot run, a model answer that
 * fails its own rubric, a sample outside its band, a blank, echoed or off-topic answer that scores.
 * `folder` is where the bank was loaded from; it names the files.
 */
export function checkBank(bank: QuestionBank, folder: string, judges: BankJudges): readonly Problem[] {
  return bank.questions.flatMap((question) => {
    const file = join(folder, 'questions', question.topic, `${question.id}.yaml`);
    const problems: Problem[] = [];
    const report = (path: FieldPath, says: string) => problems.push({ file, field: fieldName(path), says });
    checkDemos(question, judges, report);
    checkModelAnswer(question, judges, report);
    checkSamples(question, judges, report);
    checkEmptyAnswers(question, judges, report);
    checkOffTopic(question, bank, judges, report);
    return problems;
  });
}

type Report = (path: FieldPath, says: string) => void;

function checkDemos({ demo, rubric }: Question, { knowsExperiment }: BankJudges, report: Report) {
  const check = (link: DemoLink | undefined, path: FieldPath) => {
    const says = link && knowsExperiment(link.experiment, link.parameters);
    if (says !== undefined) report(path, says);
  };
  check(demo, ['demo']);
  rubric.misconceptions.forEach((misconception, index) => {
    check(misconception.demo, ['rubric', 'misconceptions', index, 'demo']);
  });
}

function checkModelAnswer(question: Question, { grade }: BankJudges, report: Report) {
  for (const language of languages) {
    const { score, points, misconceptions, flags } = grade(question, question.modelAnswer[language]);
    if (score >= modelAnswerFloor) continue;
    const reasons = [
      ...points
        .filter(({ bonus, credit }) => !bonus && credit < 1)
        .map(({ id, reason }) => `${id} ${reason}`),
      ...misconceptions.map(({ id }) => `states the misconception ${id}`),
      ...flags,
    ];
    report(
      ['modelAnswer', language],
      `scores ${score} on its own rubric, below ${modelAnswerFloor} (${reasons.join(', ')}); say it, or add the alias`,
    );
  }
}

function checkSamples(question: Question, { grade }: BankJudges, report: Report) {
  question.samples.forEach(({ kind, language, answer, score: [low, high] }, index) => {
    const { score } = grade(question, answer);
    if (score >= low && score <= high) return;
    report(
      ['samples', index],
      `the ${kind} answer (${language}) scores ${score}, outside its band ${low} to ${high}; correct the rubric`,
    );
  });
}

function checkEmptyAnswers(question: Question, { grade }: BankJudges, report: Report) {
  for (const blank of blanks) {
    const { score } = grade(question, blank);
    if (score > 0) report(['rubric'], `the empty answer "${blank}" scores ${score}; it must score 0`);
  }
  for (const language of languages) {
    const { score } = grade(question, question.prompt[language]);
    if (score <= echoCeiling) continue;
    report(
      ['rubric'],
      `the ${language} question sent back as its answer scores ${score}; a point must not consist of its words`,
    );
  }
}

function checkOffTopic(question: Question, bank: QuestionBank, { grade }: BankJudges, report: Report) {
  for (const other of bank.questions) {
    if (other.id === question.id) continue;
    const ceiling = question.related?.includes(other.id) === true ? relatedCeiling : offTopicCeiling;
    for (const language of languages) {
      const { score, points } = grade(question, other.modelAnswer[language]);
      if (score <= ceiling) continue;
      const earned = points.filter(({ credit }) => credit > 0).map(({ id }) => id);
      report(
        ['rubric'],
        `the ${language} model answer of ${other.id} scores ${score} here, above ${ceiling}; ask for more in ${earned.join(', ')}`,
      );
    }
  }
}
