import type { Bench, Run } from '../experiment.ts';
import { createRandom } from '../maths/random.ts';
import type { SparseTrace } from './chart.ts';
import { fitEncoder } from './encoder.ts';
import { atomCount, drawDictionary, drawSample, lassoFor, objective } from './problem.ts';
import type { SparseMeasure, Values } from './settings.ts';
import { fista, ista, steepest } from './solvers.ts';

/** After this many steps only rounding is left. */
const settledSteps = 3000;
/** A coefficient in use; a shrunken one is exactly 0, one without a penalty hardly ever. */
const inUse = 1e-6;

/** Finds the code of one signal by minimising, and by one pass through a fitted encoder. */
export function runSparseCoding(
  { penalty, active, steps }: Values,
  { seed, checkpoint }: Bench,
): Run<SparseMeasure, SparseTrace> {
  const dictionary = drawDictionary(seed);
  const { signal, code } = drawSample(dictionary, active, createRandom(seed, 'signal'));
  const lasso = lassoFor(dictionary, signal, penalty);
  const curvature = steepest(dictionary);
  checkpoint();
  const best = fista(lasso, curvature, settledSteps);
  checkpoint();
  const dense = penalty === 0 ? best : fista({ ...lasso, penalty: 0 }, curvature, settledSteps);
  checkpoint();
  const lowest = objective(lasso, best);
  const gapOf = (each: Float64Array) => withoutRounding(objective(lasso, each) - lowest);

  const startGap = gapOf(new Float64Array(atomCount));
  const istaGaps = [startGap];
  ista(lasso, curvature, steps, (each) => istaGaps.push(gapOf(each)));
  const fistaGaps = [startGap];
  fista(lasso, curvature, steps, (each) => fistaGaps.push(gapOf(each)));
  checkpoint();
  const encoder = fitEncoder(dictionary, { active, penalty }, createRandom(seed, 'examples'), checkpoint);
  const [istaGap, fistaGap] = [istaGaps.at(-1) ?? 0, fistaGaps.at(-1) ?? 0];
  const encoderGap = gapOf(encoder(signal));
  const nonZeros = countInUse(best);
  return {
    measures: {
      istaGap,
      fistaGap,
      fistaOverIsta: istaGap === 0 ? 1 : fistaGap / istaGap,
      encoderGap,
      startGap,
      largestRise: Math.max(...istaGaps.slice(1).map((gap, step) => gap - (istaGaps[step] ?? 0))),
      nonZeros,
      nonZerosWithoutPenalty: countInUse(dense),
      supportFound: shareFound(code, best),
    },
    trace: { penalty, active, ista: istaGaps, fista: fistaGaps, encoderGap, nonZeros, atoms: atomCount },
  };
}

/** Where the minimum is reached only rounding is left, of either sign. */
function withoutRounding(gap: number): number {
  return gap < 1e-14 ? 0 : gap;
}

function countInUse(code: Float64Array): number {
  return code.filter((coefficient) => Math.abs(coefficient) > inUse).length;
}

/** Share of the atoms the signal was built from that its code uses. */
function shareFound(truth: Float64Array, code: Float64Array): number {
  const atoms = [...truth.keys()].filter((atom) => truth[atom] !== 0);
  return atoms.filter((atom) => Math.abs(code[atom] ?? 0) > inUse).length / atoms.length;
}
