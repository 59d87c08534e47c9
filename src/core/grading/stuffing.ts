import type { Hit } from './find-hits.ts';
import type { Flag } from './grade.ts';
import type { PreparedRubric } from './prepared-rubric.ts';
import type { ReadAnswer } from './read-answer.ts';
import type { Scored } from './score-points.ts';
import { otherTopicsIn } from './topics.ts';

/** What a bag of keywords, or an answer to everything, may score at most. */
const stuffingCap = 0.6;
/** So many other questions answered in one go are too many. */
const manyTopics = 3;
/** Shorter answers are not about many topics. */
const shortestManyTopics = 60;

/**
 * The score after the checks against stuffing, raising a flag for each that fires. What the prose of an answer earns
 * is never taken away, and a list that was asked for is no bag of keywords.
 */
export function unstuff(
  rubric: PreparedRubric,
  scored: Scored,
  hits: readonly Hit[],
  scorer: (hits: readonly Hit[]) => Scored,
  answer: ReadAnswer,
  flags: Set<Flag>,
): number {
  let { score } = scored;
  const { soup } = answer.prose;
  if (rubric.style === 'explanation' && soup.size > 0 && score > 0) {
    const inProse = hits.filter(({ from }) => !soup.has(answer.units[from]?.sentence ?? 0));
    const clean = scorer(inProse).score;
    if (clean < score) {
      flags.add('keyword-list');
      score = Math.max(clean, Math.min(score, stuffingCap));
    }
  }
  if (score > stuffingCap && isAboutManyTopics(rubric, answer)) {
    flags.add('many-topics');
    score = stuffingCap;
  }
  return score;
}

const isAboutManyTopics = ({ lexicon, questionId }: PreparedRubric, { units }: ReadAnswer) =>
  units.length >= shortestManyTopics && otherTopicsIn(lexicon.topics, units, questionId) >= manyTopics;
