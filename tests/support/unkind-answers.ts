import { answerLimit } from '../../src/core/grading/grade-answer.ts';

/** As much of a text, over and over, as fits into a share of the longest answer. */
export const filled = (text: string, share: number) =>
  text.repeat(Math.ceil((answerLimit * share) / text.length)).slice(0, answerLimit * share);

/** What a grader may trip over when it is said over and over. */
export const unkind: readonly string[] = [
  'a',
  'the ',
  'not ',
  '不',
  '的',
  '1',
  '1 + ',
  '((',
  'x^',
  'to, ',
  '.\n',
  '🙂',
  'e\u0301\u0301\u0301',
  'ﷺ',
  'gradient ',
  '梯度',
  'not not gradient ',
  'It is not true that the gradient vanishes ',
  'it does not saturate. it saturates. ',
  '不饱和。会饱和。',
  'the the the the the the gradient ',
  'derivative the of the is 1 ',
  'max(0, x) ',
  'sigmoid, tanh, ReLU, ',
  'gradeint vanihs satruate ',
];
