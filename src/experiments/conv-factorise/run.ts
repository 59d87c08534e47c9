import type { Bench, Run } from '../experiment.ts';
import { createRandom, type Random } from '../maths/random.ts';
import type { FactoriseTrace, LayerRow } from './chart.ts';
import { compose, convolve, convolveBack, energy, type Grid, randomGrid } from './grid.ts';
import { keptByChannels, keptByPair, keptByStack } from './kept-energy.ts';
import { inception, inceptionMultiplyAdds, kernelShapes, type LayerKind, weightsOf } from './layers.ts';
import { type FactoriseMeasure, kernelSide, type Values } from './settings.ts';

/** Random kernels to average over; fitting a stack to one takes a few milliseconds. */
const kernelsForPair = 100;
const kernelsForStack = 6;

/** Measures what a large convolution built from small ones sees, costs and can still express. */
export function runConvFactorise(values: Values, bench: Bench): Run<FactoriseMeasure, FactoriseTrace> {
  const side = kernelSide(values);
  const rows = values.method === 'bottleneck' ? bottleneckRows(bench) : spatialRows(side, bench);
  const whole = rows.find(({ kind }) => kind === 'whole');
  const subject = rows.find(({ kind }) => kind === values.method);
  if (whole === undefined || subject === undefined) throw new Error(`no row for ${values.method}`);
  const stack = kernelShapes(values.method, side);
  return {
    measures: {
      receptiveField: receptiveField(stack, createRandom(bench.seed, 'receptive field')),
      saved: 1 - subject.cost / whole.cost,
      kept: subject.kept,
      identityError: identityError(stack, createRandom(bench.seed, 'identity')),
    },
    trace: { method: values.method, side, rows },
  };
}

function spatialRows(side: number, { seed, checkpoint }: Bench): LayerRow[] {
  const row = (kind: LayerKind, kept: number): LayerRow => ({ kind, cost: weightsOf(kind, side), kept });
  const random = createRandom(seed, 'kernels');
  const starts = createRandom(seed, 'starts');
  return [
    row('whole', 1),
    row(
      'stacked-3x3',
      meanOf(kernelsForStack, () => {
        checkpoint();
        return keptByStack(randomGrid(random, side, side), starts);
      }),
    ),
    row(
      'one-dimensional',
      meanOf(kernelsForPair, () => keptByPair(randomGrid(random, side, side))),
    ),
  ];
}

function bottleneckRows({ seed, checkpoint }: Bench): LayerRow[] {
  const { inputs, channels, outputs } = inception;
  const shape = { inputs, channels, outputs: 25 * outputs };
  return [
    { kind: 'whole', cost: inceptionMultiplyAdds('whole'), kept: 1 },
    {
      kind: 'bottleneck',
      cost: inceptionMultiplyAdds('bottleneck'),
      kept: keptByChannels(createRandom(seed, 'kernels'), shape, checkpoint),
    },
  ];
}

function meanOf(count: number, measure: () => number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += measure();
  return sum / count;
}

type Shapes = ReturnType<typeof kernelShapes>;

/** Side of the square of input pixels that get a gradient from one output pixel. */
export function receptiveField(shapes: Shapes, random: Random): number {
  const onePixel: Grid = { rows: 1, columns: 1, values: Float64Array.of(1) };
  const gradient = shapes.reduce(
    (arriving, [rows, columns]) => convolveBack(arriving, randomGrid(random, rows, columns)),
    onePixel,
  );
  const touched = gradient.values.filter((value) => value !== 0).length;
  return Math.sqrt(touched);
}

/** Relative difference between kernels laid one after the other and the one kernel they amount to. */
export function identityError(shapes: Shapes, random: Random): number {
  const kernels = shapes.map(([rows, columns]) => randomGrid(random, rows, columns));
  const image = randomGrid(random, 16, 16);
  const inSteps = kernels.reduce(convolve, image);
  const atOnce = convolve(image, compose(kernels));
  const difference = {
    ...atOnce,
    values: atOnce.values.map((value, at) => value - (inSteps.values[at] ?? 0)),
  };
  return Math.sqrt(energy(difference) / energy(atOnce));
}
