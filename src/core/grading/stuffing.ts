import type { Hit } from './find-hits.ts';
import type { Flag } from './grade.ts';
import type { PreparedRubric } from './prepared-rubric.ts';
import type { ReadAnswer } from './read-answer.ts';
import type { Scored } from './score-points.ts';
import { coveredTopics } from './topics.ts';

/** What keywords without sentences earn counts for this much. */
const keywordShare = 0.6;
/** What an answer to everything may score at most. */
const manyTopicsCap = 0.6;
/** So many other questions answered in one go are too many… */
const manyTopics = 3;
/** …each by at least this many points of its own, half of what it asks for. */
const ownPointsOfTopic = 3;
const shareOfTopic = 0.5;
/** Three other answers do not fit beside a full one into so many times the length of the model answer. */
const roomForOthers = 2;
/** Shorter answers are not about other questions. */
const shortestTopicUnits = 40;
/** An answer that makes nearly all points of another question and clearly fewer of this one belongs to that one. */
const otherQuestion = { share: 0.8, lead: 0.15, cap: 0.15 };

/**
 * The score after the checks against stuffing, raising a flag for each that fires. What the prose of an answer earns
 * is never taken away, and items parted by commas or lines are no bag of keywords where a list was asked for.
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
  const { soup, unparted } = answer.prose;
  const bag = rubric.style === 'list' ? unparted : soup;
  if (bag.size > 0 && score > 0) {
    const inProse = hits.filter(({ from }) => !bag.has(answer.units[from]?.sentence ?? 0));
    const clean = scorer(inProse).score;
    if (clean < score) {
      flags.add('keyword-list');
      score = clean + keywordShare * (score - clean);
    }
  }
  return isBeyondDoubt(rubric, score, answer) ? score : onTopic(rubric, score, answer, flags);
}

/**
 * Whether an answer need not be held against other questions: there is nothing to take away, or it makes nearly all
 * points of this one and has no room for three others beside them.
 */
function isBeyondDoubt({ modelLength }: PreparedRubric, score: number, { units }: ReadAnswer): boolean {
  if (score <= otherQuestion.cap) return true;
  return score > 1 - otherQuestion.lead && units.length <= roomForOthers * modelLength;
}

/** The score, less where the answer is one to other questions. */
function onTopic(
  { lexicon, questionId }: PreparedRubric,
  score: number,
  { units }: ReadAnswer,
  flags: Set<Flag>,
): number {
  if (units.length < shortestTopicUnits) return score;
  const others = coveredTopics(lexicon.topics, units).filter(({ question }) => question !== questionId);
  const topics = others.filter(
    ({ share, ownPoints }) => share >= shareOfTopic && ownPoints >= ownPointsOfTopic,
  );
  if (topics.length >= manyTopics) {
    flags.add('many-topics');
    return Math.min(score, manyTopicsCap);
  }
  const best = Math.max(0, ...others.map(({ share }) => share));
  if (best < otherQuestion.share || score > best - otherQuestion.lead) return score;
  flags.add('other-question');
  return otherQuestion.cap;
}
