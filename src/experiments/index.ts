import { activationCost } from './activation-cost/manifest.ts';
import { activationShape } from './activation-shape/manifest.ts';
import { alexnetBits } from './alexnet-bits/manifest.ts';
import { attention } from './attention/manifest.ts';
import { autoencoderPca } from './autoencoder-pca/manifest.ts';
import { bnLearningRate } from './bn-learning-rate/manifest.ts';
import { chainPower } from './chain-power/manifest.ts';
import { cnnArithmetic } from './cnn-arithmetic/manifest.ts';
import { convFactorise } from './conv-factorise/manifest.ts';
import { ctrEmbedding } from './ctr-embedding/manifest.ts';
import { deadUnit } from './dead-unit/manifest.ts';
import { denseNet } from './dense-net/manifest.ts';
import { depthFlow } from './depth-flow/manifest.ts';
import { depthTrain } from './depth-train/manifest.ts';
import { dropoutNoise } from './dropout-noise/manifest.ts';
import { energyModels } from './energy-models/manifest.ts';
import type { Experiment } from './experiment.ts';
import { ganTwoPoints } from './gan-two-points/manifest.ts';
import { gateSwap } from './gate-swap/manifest.ts';
import { glmNeuron } from './glm-neuron/manifest.ts';
import { gradientClipping } from './gradient-clipping/manifest.ts';
import { inputStandardisation } from './input-standardisation/manifest.ts';
import { orderSense } from './order-sense/manifest.ts';
import { permutedPixels } from './permuted-pixels/manifest.ts';
import { residualTower } from './residual-tower/manifest.ts';
import { seluFixedPoint } from './selu-fixed-point/manifest.ts';
import { smallData } from './small-data/manifest.ts';
import { sparseCoding } from './sparse-coding/manifest.ts';
import { tabularRotation } from './tabular-rotation/manifest.ts';
import { timeFlow } from './time-flow/manifest.ts';
import { treeSearch } from './tree-search/manifest.ts';

/** Every experiment there is, in the order of the course; `/demo`, its help and the gallery derive from it. */
export const experiments: readonly Experiment[] = [
  depthFlow,
  activationShape,
  deadUnit,
  seluFixedPoint,
  bnLearningRate,
  depthTrain,
  timeFlow,
  gradientClipping,
  gateSwap,
  chainPower,
  permutedPixels,
  tabularRotation,
  smallData,
  glmNeuron,
  dropoutNoise,
  ganTwoPoints,
  autoencoderPca,
  sparseCoding,
  energyModels,
  ctrEmbedding,
  orderSense,
  cnnArithmetic,
  convFactorise,
  alexnetBits,
  residualTower,
  attention,
  activationCost,
  inputStandardisation,
  denseNet,
  treeSearch,
];
