import { evidenceIn, evidenceOf } from '../evidence.ts';
import type { Hit } from '../find-hits.ts';
import type { PointGrade, SlotGrade } from '../grade.ts';
import type { PreparedCoverage, PreparedPoint, PreparedRubric } from '../prepared-rubric.ts';
import type { ReadAnswer } from '../read-answer.ts';
import { type ClaimReading, readClaim } from '../read-claim.ts';
import { round4 } from '../round.ts';
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
const totalExponent = 0.7;
/** How fast the score rises with coverage: full-mark answers cover about half of a reference. */
const saturation = 1.5;
/** What is left of an answer that gives the opposite verdict. */
const wrongVerdictShare = 0.3;

/** Grades by coverage: an enumeration by the share of its items, prose along a saturating curve. */
export function gradeCoverage(
  rubric: PreparedRubric,
  coverage: PreparedCoverage,
  hits: readonly Hit[],
  answer: ReadAnswer,
): CoverageGrade {
  const covered = rubric.points.map((point, claim) =>
    coverPoint(
      point,
      hits.filter((hit) => hit.claim === claim),
    ),
  );
  let best: { score: number; reference: readonly number[] } = {
    score: 0,
    reference: coverage.references[0] ?? [],
  };
  for (const reference of coverage.references) {
    const points = reference.flatMap((at) => covered[at] ?? []);
    const score = rubric.style === 'list' ? enumerated(points, coverage) : inProse(points, coverage);
    if (score > best.score) best = { score, reference };
  }
  const verdict = coverage.verdict === undefined ? undefined : readVerdict(answer.units);
  const share = verdict !== undefined && verdict !== coverage.verdict ? wrongVerdictShare : 1;
  return {
    score: best.score * share,
    points: best.reference.flatMap((at) => {
      const [point, cover] = [rubric.points[at], covered[at]];
      return point === undefined || cover === undefined ? [] : [pointGrade(rubric, point, cover, answer)];
    }),
  };
}

/** What an answer says of a point. */
interface CoveredPoint {
  readonly reading: ClaimReading;
  /** Weight of all its slots, and of what is covered. */
  readonly total: number;
  readonly got: number;
}

function coverPoint({ slots }: PreparedPoint, hits: readonly Hit[]): CoveredPoint {
  const reading = readClaim(slots, hits);
  let total = 0;
  let got = 0;
  slots.forEach(({ weight }, index) => {
    const asserted = (reading.for[index] ?? []).map(({ quality }) => quality);
    const denied = (reading.against[index] ?? []).map(({ quality }) => quality * deniedQuality);
    total += weight;
    got += weight * Math.max(0, ...asserted, ...denied);
  });
  return { reading, total, got };
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

function pointGrade(
  rubric: PreparedRubric,
  point: PreparedPoint,
  covered: CoveredPoint,
  answer: ReadAnswer,
): PointGrade {
  const { id, weight, bonus } = point;
  const credit = round4(shareOf(covered));
  const slots = point.slots.map((_, index): SlotGrade => {
    const [hit] = covered.reading.for[index] ?? [];
    const [denial] = covered.reading.against[index] ?? [];
    if (hit !== undefined) return { index, state: 'hit', evidence: evidenceOf(hit, answer, rubric.terms) };
    return denial === undefined
      ? { index, state: 'missing' }
      : { index, state: 'contradicted', evidence: evidenceOf(denial, answer, rubric.terms) };
  });
  const reason = credit === 1 ? 'met' : credit > 0 ? 'partly' : 'missed';
  return { id, weight, bonus, credit, reason, slots, evidence: credit === 0 ? [] : evidenceIn(slots, 'any') };
}
