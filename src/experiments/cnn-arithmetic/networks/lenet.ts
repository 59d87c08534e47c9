import { type Convolution, conv, dense, type Layer, pool, sequence, unitsOf } from '../layers.ts';
import { convStage, denseStage, type Network } from '../network.ts';

const input = { maps: 1, height: 32, width: 32 };
const kernel = (maps: number): Convolution => ({ maps, size: 5, padding: 'valid' });

/** Subsampling of 1998: the sum of 2 × 2 units times a weight plus a bias, both learned. */
const subsample: Layer = (volume) => {
  const { output } = pool(2, 2)(volume);
  const connections = 5 * unitsOf(output);
  return { output, cost: { parameters: 2 * output.maps, multiplyAdds: 0, connections } };
};

/** C3 of 1998: by Table I, 60 of the 6 × 16 pairs of input and output maps are connected. */
const sparseC3: Layer = (volume) => {
  const { output } = conv(kernel(16))(volume);
  const perPlace = 60 * 25;
  const placesCount = output.height * output.width;
  return {
    output,
    cost: {
      parameters: perPlace + 16,
      multiplyAdds: perPlace * placesCount,
      connections: (perPlace + 16) * placesCount,
    },
  };
};

/** The ten outputs of 1998: distances to fixed patterns, connected but not trained. */
const radialBasis: Layer = (volume) => ({
  output: { maps: 10, height: 1, width: 1 },
  cost: { parameters: 0, multiplyAdds: 0, connections: 10 * unitsOf(volume) },
});

/** LeCun, Bottou, Bengio & Haffner 1998, §II-B. */
export const leNet5: Network = {
  name: 'LeNet-5',
  input,
  stages: [
    convStage('C1', conv(kernel(6))),
    { name: { zh: '下采样 S2', en: 'subsampling S2' }, layer: subsample },
    convStage('C3', sparseC3),
    { name: { zh: '下采样 S4', en: 'subsampling S4' }, layer: subsample },
    convStage('C5', conv(kernel(120))),
    denseStage(sequence(dense(84), radialBasis), { zh: 'F6 与输出', en: 'F6 and outputs' }),
  ],
};

/** As it is usually built today: full C3, plain pooling, a linear layer at the end. */
export const leNet5Modern: Network = {
  name: 'LeNet-5 (modern)',
  input,
  stages: [
    convStage(1, sequence(conv(kernel(6)), pool(2, 2))),
    convStage(2, sequence(conv(kernel(16)), pool(2, 2))),
    denseStage(sequence(dense(120), dense(84), dense(10))),
  ],
};
