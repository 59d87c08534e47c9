import type { Bench, Run } from '../experiment.ts';
import { createRandom } from '../maths/random.ts';
import { patterns, pixels } from './bars-and-stripes.ts';
import { createDbm, createTraining } from './dbm.ts';
import { meanJudgement, smallestGap, tiedGap } from './dbn.ts';
import { flippedShare, judge, meanFieldCosine } from './exact-dbm.ts';
import type { EnergyMeasure, Values } from './settings.ts';
import { unitsOf } from './states.ts';
import type { StackPoint, StackTrace } from './trace.ts';
import { firstAndLast, trainAndLook } from './train.ts';

const hiddenUnits = 6;
const topUnits = 4;

/** Both hidden layers at once, from the first step. */
export function runDbm({ steps }: Values, { seed, checkpoint }: Bench): Run<EnergyMeasure, StackTrace> {
  const dbm = createDbm(pixels, hiddenUnits, topUnits, createRandom(seed, 'weights'));
  const data = patterns.map((pattern) => unitsOf(pattern, pixels));
  const training = createTraining(dbm, data, createRandom(seed, 'sampling'));
  const startCosine = meanFieldCosine(dbm, data);
  const points = trainAndLook<StackPoint>(steps, {
    checkpoint,
    step: training.step,
    look: (step) => ({ step, ...meanJudgement(judge(dbm, data)) }),
  });
  const [first, last] = firstAndLast(points);
  const lowerLayer = {
    visible: pixels,
    hidden: hiddenUnits,
    weights: dbm.w,
    visibleBias: dbm.b,
    hiddenBias: dbm.c,
  };
  return {
    measures: {
      startNll: first.nll,
      endNll: last.nll,
      gained: first.nll - last.nll,
      startCosine,
      endCosine: meanFieldCosine(dbm, data),
      flipped: flippedShare(dbm, data),
      boundGap: smallestGap(judge(dbm, data)),
      tiedGap: tiedGap(lowerLayer, patterns),
    },
    trace: { model: 'dbm', points },
  };
}
