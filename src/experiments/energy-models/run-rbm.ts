import type { Bench, Run } from '../experiment.ts';
import { createRandom } from '../maths/random.ts';
import { patterns, pixels } from './bars-and-stripes.ts';
import { judge, smallestGap, tiedGap } from './dbn.ts';
import { contrastCosine, flippedShare, logProbabilities, meanNll, uniformOver } from './exact-rbm.ts';
import { contrast, createRbm, turnedOver } from './rbm.ts';
import type { EnergyMeasure, Values } from './settings.ts';
import type { RbmPoint, RbmTrace } from './trace.ts';
import { firstAndLast, trainAndLook } from './train.ts';

/** Hidden units of an RBM, alone or at the bottom of a DBN. */
export const hiddenUnits = 8;

/** Contrastive divergence, watched by the exact gradient. */
export function runRbm({ gibbs, steps }: Values, { seed, checkpoint }: Bench): Run<EnergyMeasure, RbmTrace> {
  const rbm = createRbm(pixels, hiddenUnits, createRandom(seed, 'weights'));
  const random = createRandom(seed, 'sampling');
  const data = uniformOver(patterns, 2 ** pixels);
  const points = trainAndLook<RbmPoint>(steps, {
    checkpoint,
    step: () => {
      contrast(rbm, patterns, gibbs, random);
    },
    look: (step) => ({
      step,
      cosine: contrastCosine(rbm, data, gibbs),
      flipped: flippedShare(rbm, patterns),
      nll: meanNll(logProbabilities(rbm), patterns),
    }),
  });
  const [first, last] = firstAndLast(points);
  return {
    measures: {
      startNll: first.nll,
      endNll: last.nll,
      gained: first.nll - last.nll,
      startCosine: first.cosine,
      endCosine: last.cosine,
      flipped: last.flipped,
      // Of the machine stacked with itself turned over, which is the machine again.
      boundGap: smallestGap(judge({ below: rbm, top: turnedOver(rbm) }, patterns)),
      tiedGap: tiedGap(rbm, patterns),
    },
    trace: { model: 'rbm', gibbs, points },
  };
}
