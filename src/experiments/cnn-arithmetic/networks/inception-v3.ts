import {
  branches,
  type Convolution,
  conv,
  dense,
  globalPool,
  type Layer,
  pool,
  sequence,
} from '../layers.ts';
import { convStage, denseStage, type Network, type Stage } from '../network.ts';

/** A convolution with normalisation after it, in the order people read it: maps, kernel, stride and padding. */
type Draw = (
  maps: number,
  size: Convolution['size'],
  stride?: number,
  padding?: Convolution['padding'],
) => Layer;

const keepSize = pool(3, 1, 'same');
const halve = pool(3, 2);

/** Szegedy et al. 2016, Fig. 5: two 3 × 3 in place of one 5 × 5. */
function moduleA(draw: Draw, pooled: number): Layer {
  return branches(
    draw(64, 1),
    sequence(draw(48, 1), draw(64, 5)),
    sequence(draw(64, 1), draw(96, 3), draw(96, 3)),
    sequence(keepSize, draw(pooled, 1)),
  );
}

/** Fig. 10: halves the size without a bottleneck. */
function reductionA(draw: Draw): Layer {
  return branches(
    draw(384, 3, 2, 'valid'),
    sequence(draw(64, 1), draw(96, 3), draw(96, 3, 2, 'valid')),
    halve,
  );
}

/** Fig. 6: 1 × 7 and 7 × 1 in place of 7 × 7. */
function moduleB(draw: Draw, maps: number): Layer {
  return branches(
    draw(192, 1),
    sequence(draw(maps, 1), draw(maps, [1, 7]), draw(192, [7, 1])),
    sequence(draw(maps, 1), draw(maps, [7, 1]), draw(maps, [1, 7]), draw(maps, [7, 1]), draw(192, [1, 7])),
    sequence(keepSize, draw(192, 1)),
  );
}

function reductionB(draw: Draw): Layer {
  return branches(
    sequence(draw(192, 1), draw(320, 3, 2, 'valid')),
    sequence(draw(192, 1), draw(192, [1, 7]), draw(192, [7, 1]), draw(192, 3, 2, 'valid')),
    halve,
  );
}

/** Fig. 7: 1 × 3 and 3 × 1 side by side. */
function moduleC(draw: Draw): Layer {
  const split = branches(draw(384, [1, 3]), draw(384, [3, 1]));
  return branches(
    draw(320, 1),
    sequence(draw(384, 1), split),
    sequence(draw(448, 1), draw(384, 3), split),
    sequence(keepSize, draw(192, 1)),
  );
}

/** `norm`: numbers kept for each map by the normalisation. */
function inceptionV3(name: string, norm: number, hasAuxiliary = false): Network {
  const draw: Draw = (maps, size, stride = 1, padding = 'same') =>
    conv({ maps, size, stride, padding, hasBias: false, norm });
  const stem = sequence(
    draw(32, 3, 2, 'valid'),
    draw(32, 3, 1, 'valid'),
    draw(64, 3),
    halve,
    draw(80, 1),
    draw(192, 3, 1, 'valid'),
    halve,
  );
  const module = (side: number, ...layers: readonly Layer[]): Stage => ({
    name: { zh: `模块 ${side}×${side}`, en: `modules ${side}×${side}` },
    layer: sequence(...layers),
  });
  const auxiliary: Stage = {
    ...denseStage(sequence(pool(5, 3), draw(128, 1), draw(768, 5, 1, 'valid'), dense(1000)), {
      zh: '辅助分类器',
      en: 'auxiliary',
    }),
    isAside: true,
  };
  return {
    name,
    input: { maps: 3, height: 299, width: 299 },
    stages: [
      convStage('1–5', stem),
      module(35, moduleA(draw, 32), moduleA(draw, 64), moduleA(draw, 64)),
      module(17, reductionA(draw), ...[128, 160, 160, 192].map((maps) => moduleB(draw, maps))),
      ...(hasAuxiliary ? [auxiliary] : []),
      module(8, reductionB(draw), moduleC(draw), moduleC(draw)),
      denseStage(sequence(globalPool, dense(1000)), { zh: '平均池化与线性层', en: 'mean and linear' }),
    ],
  };
}

/** γ and β. */
const learned = 2;
/** Keras leaves γ out, and counts the moving mean and variance. */
const asInKeras = 3;

export const inceptionV3Usual = inceptionV3('Inception-v3', learned);
export const inceptionV3Training = inceptionV3('Inception-v3 (training)', learned, true);
export const inceptionV3Keras = inceptionV3('Inception-v3 (Keras)', asInKeras);
