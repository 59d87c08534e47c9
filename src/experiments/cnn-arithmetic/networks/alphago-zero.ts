import { conv, residual, sequence } from '../layers.ts';
import { convStage, type Network } from '../network.ts';

/** Silver et al. 2017, Methods: the tower without its two heads, on 17 planes of a 19 × 19 board. */
function alphaGoZero(blocks: number): Network {
  const layer = conv({ maps: 256, size: 3, norm: 2 });
  const block = residual(sequence(layer, layer));
  return {
    name: `AlphaGo Zero (${blocks})`,
    input: { maps: 17, height: 19, width: 19 },
    stages: [
      convStage('1', layer),
      {
        name: { zh: `${blocks} 个残差块`, en: `${blocks} residual blocks` },
        layer: sequence(...Array.from({ length: blocks }, () => block)),
      },
    ],
  };
}

export const alphaGoZero19 = alphaGoZero(19);
export const alphaGoZero39 = alphaGoZero(39);
