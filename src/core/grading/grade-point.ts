import { type Contradiction, deniedItems, findContradiction } from './contradiction.ts';
import { type Distances, distancesToOthers } from './distances.ts';
import { evidenceIn, evidenceOf } from './evidence.ts';
import type { Hit } from './find-hits.ts';
import type { PointGrade, PointReason, SlotGrade } from './grade.ts';
import type { PreparedPoint, PreparedTerm } from './prepared-rubric.ts';
import type { ReadAnswer } from './read-answer.ts';
import {
  bestOfTwoBlocks,
  type ClaimReading,
  readClaim,
  slotsAnywhere,
  slotsByBlock,
  weightOf,
} from './read-claim.ts';
import { round4 } from './round.ts';

/** A graded point, and whether the answer says it and its opposite. */
export interface GradedPoint {
  readonly grade: PointGrade;
  readonly saysBoth: boolean;
}

/** How steeply credit falls when slots are missing: half the slots earn 0.35. */
const partialExponent = 1.5;
/** A slot found far from the others counts half. */
const strayShare = 0.5;

/** Grades one point on its hits in an answer. */
export function gradePoint(
  point: PreparedPoint,
  hits: readonly Hit[],
  answer: ReadAnswer,
  terms: readonly PreparedTerm[],
): GradedPoint {
  const reading = readClaim(point.slots, hits);
  const blocks = slotsByBlock(reading.for, answer.blockOf);
  const isList = point.need !== undefined;
  const contradiction = isList ? deniedItems(reading) : findContradiction(reading, answer);
  // Denying one item of a list leaves the others.
  const denied = !isList && (contradiction.slots !== 0 || contradiction.saysBoth);
  const credit = denied ? 0 : creditOf(point, blocks);
  const best = bestHits(reading, blocks, answer);
  const slots = point.slots.map((_, index) =>
    slotGrade(index, best[index], reading, contradiction, answer, terms),
  );
  const grade: PointGrade = {
    id: point.id,
    weight: point.weight,
    bonus: point.bonus,
    credit,
    reason: reasonOf(credit, denied || (credit === 0 && contradiction.slots !== 0)),
    slots,
    evidence: credit === 0 ? [] : evidenceIn(slots, 'hit'),
  };
  return { grade, saysBoth: denied && contradiction.saysBoth };
}

function creditOf({ slots, need }: PreparedPoint, blocks: readonly number[]): number {
  const anywhere = slotsAnywhere(blocks);
  const core = slots.filter(({ generic }, index) => !generic && anywhere & (1 << index));
  if (core.length === 0) return 0;
  if (need !== undefined) return Math.min(1, core.length / need);
  const together = weightOf(bestOfTwoBlocks(blocks, slots), slots);
  const strayed = weightOf(anywhere, slots) - together;
  const share = (together + strayShare * strayed) / weightOf(-1, slots);
  return round4(share ** partialExponent);
}

function reasonOf(credit: number, denied: boolean): PointReason {
  if (denied) return 'contradicted';
  return credit === 0 ? 'missed' : credit === 1 ? 'met' : 'partly';
}

/** For each slot, of several places the one beside most other words of the point; then the plainest. */
function bestHits(
  { slots, for: found }: ClaimReading,
  blocks: readonly number[],
  { blockOf }: ReadAnswer,
): readonly (Hit | undefined)[] {
  const companyOf = ({ from }: Hit) => weightOf(blocks[blockOf[from] ?? 0] ?? 0, slots);
  let distances: Distances | undefined;
  return found.map((hits, slot) => {
    if (hits.length < 2) return hits[0];
    const company = hits.map(companyOf);
    const most = Math.max(...company);
    const first = company.indexOf(most);
    if (company.indexOf(most, first + 1) < 0) return hits[first];
    distances ??= distancesToOthers(found);
    return plainest(hits, company, most, distances[slot]);
  });
}

/** The plainest of the hits in the most company. */
function plainest(
  hits: readonly Hit[],
  company: readonly number[],
  most: number,
  distances: readonly number[] | undefined,
): Hit | undefined {
  let best: Hit | undefined;
  let bestDistance = 0;
  for (let at = 0; at < hits.length; at += 1) {
    const hit = hits[at];
    if (hit === undefined || company[at] !== most) continue;
    const distance = distances?.[at] ?? 0;
    if (!isPlainer(hit, best, distance - bestDistance)) continue;
    best = hit;
    bestDistance = distance;
  }
  return best;
}

/**
 * In one piece before scattered, near the other words of the point before so many units farther, as written before
 * corrected, early before late.
 */
function isPlainer(hit: Hit, than: Hit | undefined, farther: number): boolean {
  if (than === undefined) return true;
  if (hit.loose !== than.loose) return than.loose;
  if (farther !== 0) return farther < 0;
  return hit.typos === than.typos ? hit.from < than.from : hit.typos < than.typos;
}

function slotGrade(
  index: number,
  best: Hit | undefined,
  { against }: ClaimReading,
  contradiction: Contradiction,
  answer: ReadAnswer,
  terms: readonly PreparedTerm[],
): SlotGrade {
  const denial = (contradiction.slots & (1 << index)) !== 0 ? against[index]?.[0] : undefined;
  if (denial !== undefined) {
    return { index, state: 'contradicted', evidence: evidenceOf(denial, answer, terms) };
  }
  return best === undefined
    ? { index, state: 'missing' }
    : { index, state: 'hit', evidence: evidenceOf(best, answer, terms) };
}
