import type { Values } from './settings.ts';

/** A convolution layer as it stands, or one of the ways to build it from smaller ones. */
export type LayerKind = 'whole' | Values['method'];

/** GoogLeNet's inception (3a), 5×5 branch: 28×28 pixels, 192 channels in, 16 in the bottleneck, 32 out (Szegedy et al. 2015). */
export const inception = { pixels: 28 * 28, inputs: 192, channels: 16, outputs: 32 } as const;

/** Rows and columns of the kernels a layer lays one after the other, for a view of `side` × `side` pixels. */
export function kernelShapes(
  kind: LayerKind,
  side: number,
): readonly (readonly [rows: number, columns: number])[] {
  switch (kind) {
    case 'whole':
      return [[side, side]];
    case 'one-dimensional':
      return [
        [side, 1],
        [1, side],
      ];
    case 'stacked-3x3':
      return Array.from({ length: (side - 1) / 2 }, () => [3, 3] as const);
    case 'bottleneck':
      return [
        [1, 1],
        [side, side],
      ];
  }
}

/** Weights per pair of channels. */
export function weightsOf(kind: LayerKind, side: number): number {
  return kernelShapes(kind, side).reduce((sum, [rows, columns]) => sum + rows * columns, 0);
}

/** Multiply-adds of GoogLeNet's 5×5 branch for one image, directly or through its bottleneck. */
export function inceptionMultiplyAdds(kind: 'whole' | 'bottleneck'): number {
  const { pixels, inputs, channels, outputs } = inception;
  const perPixel = kind === 'whole' ? 25 * inputs * outputs : inputs * channels + 25 * channels * outputs;
  return pixels * perPixel;
}
