import { distancesToOthers, nearestOf } from '../distances.ts';
import { evidenceIn, evidenceOf } from '../evidence.ts';
import { type Hit, hitsByClaim } from '../find-hits.ts';
import type { Evidence, PointGrade, SlotGrade } from '../grade.ts';
import type { PreparedCoverage, PreparedPoint, PreparedRubric } from '../prepared-rubric.ts';
import type { ReadAnswer } from '../read-answer.ts';
import { type ClaimReading, readClaim } from '../read-claim.ts';
import { round4 } from '../round.ts';
import { fillers, functionWords } from '../text/function-words.ts';
import { readVerdict } from './verdict.ts';

/** An answer graded against the reference it covers best. */
export interface CoverageGrade {
  /** 0..1 */
  readonly score: number;
  /** The points of that reference. */
  readonly points: readonly PointGrade[];
}

/** A word found with the wrong polarity still shows the topic. */
const deniedQuality = 0.5;
/** Long references are divided by less than their weight, or they would depress every answer. */
const totalExponent = 0.6;
/** How fast the score rises with coverage: full-mark answers cover about half of a reference. */
const saturation = 1.15;
/** What is left of an answer that gives the opposite verdict. */
const wrongVerdictShare = 0.3;

/** Grades by coverage: an enumeration by the share of its items, prose along a saturating curve. */
export function gradeCoverage(
  rubric: PreparedRubric,
  coverage: PreparedCoverage,
  hits: readonly Hit[],
  answer: ReadAnswer,
): CoverageGrade {
  const isList = rubric.style === 'list';
  const ofPoint = hitsByClaim(hits, 0, rubric.points.length);
  let best: { score: number; covered: readonly CoveredPoint[] } | undefined;
  for (const reference of coverage.references) {
    const points = reference.flatMap((at) => coverPoint(rubric.points[at], ofPoint[at] ?? []) ?? []);
    const covered = isList ? withoutBorrowedWords(points) : points;
    const score = isList ? enumerated(covered, coverage) : inProse(covered, coverage);
    if (best === undefined || score > best.score) best = { score, covered };
  }
  const verdict = coverage.verdict === undefined ? undefined : readVerdict(answer.units);
  const share = verdict !== undefined && verdict !== coverage.verdict ? wrongVerdictShare : 1;
  return {
    score: (best?.score ?? 0) * share,
    points: (best?.covered ?? []).map((covered) => pointGrade(rubric, covered, answer)),
  };
}

/** What an answer says of a point. */
interface CoveredPoint {
  readonly point: PreparedPoint;
  readonly hits: readonly Hit[];
  readonly reading: ClaimReading;
  /** Weight of all its slots, and of what is covered. */
  readonly total: number;
  readonly got: number;
}

function coverPoint(point: PreparedPoint | undefined, hits: readonly Hit[]): CoveredPoint | undefined {
  if (point === undefined) return undefined;
  const reading = readClaim(point.slots, hits);
  let total = 0;
  let got = 0;
  point.slots.forEach(({ weight }, index) => {
    total += weight;
    got += weight * qualityOf(reading, index);
  });
  return { point, hits, reading, total, got };
}

function qualityOf(reading: ClaimReading, slot: number): number {
  let best = 0;
  for (const { quality } of reading.for[slot] ?? []) best = Math.max(best, quality);
  for (const { quality } of reading.against[slot] ?? []) best = Math.max(best, quality * deniedQuality);
  return best;
}

/**
 * Items of an enumeration, each on words of its own: those of an item that is all there are no part of another (分批 in
 * 订单分批 is none of 订单分割's). Of items with words in common the one that stands closest together has them.
 */
function withoutBorrowedWords(items: readonly CoveredPoint[]): readonly CoveredPoint[] {
  const taken = new Set<number>();
  const order = items
    .map((item, place) => ({ item, place, share: shareOf(item), spread: spreadOf(item) }))
    .toSorted((a, b) => b.share - a.share || a.spread - b.spread || a.place - b.place);
  const own = items.slice();
  for (const { item, place } of order) {
    const left = item.hits.filter(({ from }) => !taken.has(from));
    const covered = left.length === item.hits.length ? item : (coverPoint(item.point, left) ?? item);
    own[place] = covered;
    if (shareOf(covered) > wholeShare) for (const at of wordsOf(covered)) taken.add(at);
  }
  return own;
}

/** An item of which only a rounding error is missing is all there. */
const wholeShare = 0.99;

/** Where the words of an item stand: of several places of a word the one nearest to where the word before ends. */
function wordsOf({ reading }: CoveredPoint): readonly number[] {
  let expected = 0;
  return reading.for.flatMap((hits) => {
    const far = ({ from }: Hit) => Math.abs(from - expected);
    const nearest = hits.toSorted((a, b) => far(a) - far(b))[0];
    if (nearest === undefined) return [];
    expected = nearest.to;
    return nearest.from;
  });
}

function spreadOf(item: CoveredPoint): number {
  const places = wordsOf(item);
  return Math.max(0, ...places) - Math.min(...places, Infinity);
}

const shareOf = ({ total, got }: CoveredPoint) => (total === 0 ? 0 : got / total);
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

function enumerated(points: readonly CoveredPoint[], { need, sharpness }: PreparedCoverage): number {
  const credits = points.map((point) => shareOf(point) ** sharpness);
  return Math.min(1, sumOf(credits) / Math.min(points.length, need ?? points.length));
}

function inProse(points: readonly CoveredPoint[], { need }: PreparedCoverage): number {
  const best =
    need === undefined ? points : points.toSorted((a, b) => shareOf(b) - shareOf(a)).slice(0, need);
  const total = sumOf(best.map((point) => point.total));
  if (total === 0) return 0;
  const rise = (weight: number) => 1 - Math.exp((-saturation * weight) / total ** totalExponent);
  return rise(sumOf(best.map(({ got }) => got))) / rise(total);
}

function pointGrade(rubric: PreparedRubric, covered: CoveredPoint, answer: ReadAnswer): PointGrade {
  const { point, reading } = covered;
  const { id, weight, bonus } = point;
  const credit = round4(shareOf(covered));
  const distances = distancesToOthers(reading.for);
  const slots = point.slots.map((_, index): SlotGrade => {
    const hit = nearestOf(reading.for[index] ?? [], distances[index]);
    const [denial] = reading.against[index] ?? [];
    if (hit !== undefined) return { index, state: 'hit', evidence: evidenceOf(hit, answer, rubric.terms) };
    return denial === undefined
      ? { index, state: 'missing' }
      : { index, state: 'contradicted', evidence: evidenceOf(denial, answer, rubric.terms) };
  });
  const reason = credit === 1 ? 'met' : credit > 0 ? 'partly' : 'missed';
  const evidence = credit === 0 ? [] : inStretches(withoutSmallWords(evidenceIn(slots, 'any')));
  return { id, weight, bonus, credit, reason, slots, evidence };
}

/** Articles and the like weigh next to nothing; they are quoted only where nothing else was found. */
function withoutSmallWords(evidence: readonly Evidence[]): readonly Evidence[] {
  const content = evidence.filter(({ text }) => !isSmall(text.toLowerCase()));
  return content.length === 0 ? evidence : content;
}

const isSmall = (word: string) => fillers.has(word) || functionWords.has(word);

/** Evidence that touches, as one character of Chinese does the next, in one stretch. */
function inStretches(evidence: readonly Evidence[]): readonly Evidence[] {
  const stretches: Evidence[] = [];
  for (const next of evidence) {
    const last = stretches.at(-1);
    if (last?.end === next.start && last.how === next.how) {
      const [text, alias] = [last.text + next.text, last.alias + next.alias];
      stretches[stretches.length - 1] = { ...last, end: next.end, text, alias };
    } else stretches.push(next);
  }
  return stretches;
}
