import type { Bench, Run } from '../experiment.ts';
import { createRandom } from '../maths/random.ts';
import { patterns, pixels } from './bars-and-stripes.ts';
import { handedUp, judge, meanJudgement, smallestGap, tiedGap } from './dbn.ts';
import { contrastCosine, flippedShare } from './exact-rbm.ts';
import { contrast, createRbm, hiddenGiven, turnedOver } from './rbm.ts';
import { hiddenUnits } from './run-rbm.ts';
import type { EnergyMeasure, Values } from './settings.ts';
import { sampleUnits } from './states.ts';
import type { StackPoint, StackTrace } from './trace.ts';
import { firstAndLast, trainAndLook } from './train.ts';

/** Half of the steps for an RBM, the other half for a second one on top of it, which begins as the first turned over. */
export function runDbn(
  { gibbs, steps }: Values,
  { seed, checkpoint }: Bench,
): Run<EnergyMeasure, StackTrace> {
  const below = createRbm(pixels, hiddenUnits, createRandom(seed, 'weights'));
  const random = createRandom(seed, 'sampling');
  const lower = Math.floor(steps / 2);
  for (let step = 1; step <= lower; step++) {
    contrast(below, patterns, gibbs, random);
    if (step % 50 === 0) checkpoint();
  }
  const top = turnedOver(below);
  const data = handedUp(below, patterns);
  const startCosine = contrastCosine(top, data, gibbs);
  const points = trainAndLook<StackPoint>(steps - lower, {
    checkpoint,
    step: () => {
      const samples = patterns.map((pattern) => sampleUnits(hiddenGiven(below, pattern), random));
      contrast(top, samples, gibbs, random);
    },
    look: (step) => ({ step, ...meanJudgement(judge({ below, top }, patterns)) }),
  });
  const [first, last] = firstAndLast(points);
  return {
    measures: {
      startNll: first.nll,
      endNll: last.nll,
      gained: first.nll - last.nll,
      startCosine,
      endCosine: contrastCosine(top, data, gibbs),
      flipped: flippedShare(below, patterns),
      boundGap: smallestGap(judge({ below, top }, patterns)),
      tiedGap: tiedGap(below, patterns),
    },
    trace: { model: 'dbn', points },
  };
}
