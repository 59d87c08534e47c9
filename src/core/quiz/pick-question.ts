import type { Question } from '../question/question.ts';

/** What a picked question must match. */
export interface QuestionFilter {
  readonly topic?: string;
  readonly level?: number;
}

/** The questions of a filter, in the order of the bank. */
export function matchingQuestions(
  questions: readonly Question[],
  filter: QuestionFilter,
): readonly Question[] {
  return questions.filter(
    ({ topic, level }) =>
      (filter.topic === undefined || topic === filter.topic) &&
      (filter.level === undefined || level === filter.level),
  );
}

/**
 * One of the questions asked least often here, so nothing repeats until everything has been asked.
 * `previousId` is not asked twice in a row unless it is the only one. `chance` is uniform in [0, 1).
 */
export function pickQuestion(
  candidates: readonly Question[],
  timesAsked: ReadonlyMap<string, number>,
  chance: number,
  previousId?: string,
): Question | undefined {
  const others = candidates.filter(({ id }) => id !== previousId);
  const pool = others.length > 0 ? others : candidates;
  const fewest = Math.min(...pool.map(({ id }) => timesAsked.get(id) ?? 0));
  const least = pool.filter(({ id }) => (timesAsked.get(id) ?? 0) === fewest);
  return least[Math.floor(chance * least.length)];
}
