import { isBlank } from './blank.ts';
import { findEcho } from './echo.ts';
import { findHits, type Hit } from './find-hits.ts';
import { findMisconception } from './find-misconceptions.ts';
import { type Band, type Flag, flags as flagOrder, type Grade } from './grade.ts';
import type { PreparedRubric } from './prepared-rubric.ts';
import { type ReadAnswer, readAnswer } from './read-answer.ts';
import { gradePoints, type ScoredPoints, scoreOf } from './score-points.ts';
import { fillers, functionCharacters, functionWords } from './text/function-words.ts';
import { readUnits } from './text/read-units.ts';
import type { Unit } from './text/unit.ts';
import { otherTopicsIn } from './topics.ts';

/** Longest answer that is read, in UTF-16 code units. */
export const answerLimit = 4000;

/** From the first cut on an answer is "partly there", from the second on "solid". */
const bandCuts = { partial: 0.4, solid: 0.75 };
/** What a bag of keywords, or an answer to everything, may score at most. */
const stuffingCap = 0.6;
/** So many other questions answered in one go are too many. */
const manyTopics = 3;
/** Shorter answers are not about many topics. */
const shortestManyTopics = 60;
/** An answer this long that scores next to nothing may be a paraphrase the rubric does not know. */
const unmatchedWords = 25;
const unmatchedScore = 0.15;
const hanWords = 0.6;

/**
 * Grades an answer against a prepared rubric: pure, and the same bytes for the same input. Takes time linear in the
 * length of the answer, of which the first {@link answerLimit} code units are read.
 */
export function gradeAnswer(rubric: PreparedRubric, answer: string): Grade {
  const text = cut(answer);
  const units = readUnits(text);
  const flags = new Set<Flag>(text.length < answer.length ? ['cut'] : []);
  const hits = hitsThatCount(rubric, units, flags);
  const read = readAnswer(text, units, rubric.lexicon.stem);
  const misconceptions = rubric.misconceptions.flatMap((each, index) => {
    const claim = rubric.points.length + index;
    return (
      findMisconception(
        each,
        hits.filter((hit) => hit.claim === claim),
        read,
        rubric.terms,
      ) ?? []
    );
  });
  const scored = gradePoints(rubric, hits, read, misconceptions);
  if (scored.saysBoth) flags.add('self-contradiction');
  const caps = misconceptions.map(({ cap }) => cap);
  const score = Math.min(unstuffed(rubric, scored, hits, read, misconceptions, flags), ...caps);
  if (misconceptions.length === 0 && score <= unmatchedScore && isOnTopic(rubric, units, hits))
    flags.add('unmatched');
  return {
    score: round(score),
    band: bandOf(round(score)),
    points: scored.points,
    misconceptions,
    flags: flagOrder.filter((flag) => flags.has(flag)),
  };
}

const round = (score: number) => Math.round(score * 10_000) / 10_000;

const bandOf = (score: number): Band =>
  score >= bandCuts.solid ? 'solid' : score >= bandCuts.partial ? 'partial' : 'missed';

/** The part of an answer that is read; a surrogate pair is not torn apart. */
function cut(answer: string): string {
  if (answer.length <= answerLimit) return answer;
  const torn = /[\ud800-\udbff]/.test(answer.charAt(answerLimit - 1));
  return answer.slice(0, torn ? answerLimit - 1 : answerLimit);
}

/** The hits of an answer that says something; words copied from the question fill only slots the question fills. */
function hitsThatCount(rubric: PreparedRubric, units: readonly Unit[], flags: Set<Flag>): readonly Hit[] {
  if (isBlank(units)) {
    flags.add('blank');
    return [];
  }
  const copied = findEcho(rubric.echo, units);
  if (units.every((unit, at) => copied[at] === true || isFiller(unit))) {
    flags.add('question-echo');
    return [];
  }
  return findHits(rubric, units).filter(({ claim, slot, from, to }) => {
    const generic = rubric.points[claim]?.slots[slot]?.generic ?? false;
    return generic || copied.slice(from, to).includes(false);
  });
}

const isFiller = ({ key }: Unit) => fillers.has(key) || functionWords.has(key) || functionCharacters.has(key);

/** The score after the checks against stuffing; what a clean part of the answer earns is never taken away. */
function unstuffed(
  rubric: PreparedRubric,
  scored: ScoredPoints,
  hits: readonly Hit[],
  read: ReadAnswer,
  misconceptions: Grade['misconceptions'],
  flags: Set<Flag>,
): number {
  let score = scoreOf(scored.points);
  const { soup } = read.prose;
  if (rubric.style === 'explanation' && soup.size > 0 && score > 0) {
    const prose = hits.filter(({ from }) => !soup.has(read.units[from]?.sentence ?? 0));
    const clean = scoreOf(gradePoints(rubric, prose, read, misconceptions).points);
    if (clean < score) {
      flags.add('keyword-list');
      score = Math.max(clean, Math.min(score, stuffingCap));
    }
  }
  if (read.units.length >= shortestManyTopics && score > stuffingCap && isAboutManyTopics(rubric, read)) {
    flags.add('many-topics');
    score = stuffingCap;
  }
  return score;
}

const isAboutManyTopics = ({ lexicon, questionId }: PreparedRubric, { units }: ReadAnswer) =>
  otherTopicsIn(lexicon.topics, units, questionId) >= manyTopics;

/** Whether a long answer uses the words of the question or of its rubric at all. */
function isOnTopic(rubric: PreparedRubric, units: readonly Unit[], hits: readonly Hit[]): boolean {
  const words = units.reduce((sum, { kind }) => sum + (kind === 'han' ? hanWords : 1), 0);
  if (words < unmatchedWords) return false;
  const asked = new Set(
    rubric.echo.keys.filter((key) => !functionWords.has(key) && !functionCharacters.has(key)),
  );
  return hits.length > 0 || units.some(({ key }) => asked.has(key));
}
