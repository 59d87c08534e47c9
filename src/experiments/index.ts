import { activationShape } from './activation-shape/manifest.ts';
import { attention } from './attention/manifest.ts';
import { chainPower } from './chain-power/manifest.ts';
import { cnnArithmetic } from './cnn-arithmetic/manifest.ts';
import { ctrEmbedding } from './ctr-embedding/manifest.ts';
import { denseNet } from './dense-net/manifest.ts';
import { depthFlow } from './depth-flow/manifest.ts';
import type { Experiment } from './experiment.ts';
import { orderSense } from './order-sense/manifest.ts';
import { residualTower } from './residual-tower/manifest.ts';

/** Every experiment there is, in the order of the course; `/demo`, its help and the gallery derive from it. */
export const experiments: readonly Experiment[] = [
  depthFlow,
  activationShape,
  chainPower,
  cnnArithmetic,
  residualTower,
  ctrEmbedding,
  orderSense,
  attention,
  denseNet,
];
