import { activationShape } from './activation-shape/manifest.ts';
import { bnLearningRate } from './bn-learning-rate/manifest.ts';
import { chainPower } from './chain-power/manifest.ts';
import { cnnArithmetic } from './cnn-arithmetic/manifest.ts';
import { deadUnit } from './dead-unit/manifest.ts';
import { depthFlow } from './depth-flow/manifest.ts';
import type { Experiment } from './experiment.ts';
import { gradientClipping } from './gradient-clipping/manifest.ts';
import { permutedPixels } from './permuted-pixels/manifest.ts';
import { seluFixedPoint } from './selu-fixed-point/manifest.ts';
import { timeFlow } from './time-flow/manifest.ts';

/** Every experiment there is, in the order of the course; `/demo`, its help and the gallery derive from it. */
export const experiments: readonly Experiment[] = [
  depthFlow,
  activationShape,
  deadUnit,
  seluFixedPoint,
  bnLearningRate,
  chainPower,
  timeFlow,
  gradientClipping,
  permutedPixels,
  cnnArithmetic,
];
