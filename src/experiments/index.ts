import { attention } from './attention/manifest.ts';
import { denseNet } from './dense-net/manifest.ts';
import { depthFlow } from './depth-flow/manifest.ts';
import type { Experiment } from './experiment.ts';
import { residualTower } from './residual-tower/manifest.ts';

/** Every experiment there is, in the order of the course; `/demo`, its help and the gallery derive from it. */
export const experiments: readonly Experiment[] = [depthFlow, residualTower, attention, denseNet];
